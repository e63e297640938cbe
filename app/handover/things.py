"""The kinds of things somebody can hold, each with those who could take it over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from app.followup.models import Action
from app.meetings.models import AgendaItem
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.people.models import Person
from app.rotation.given import Given
from app.rotation.kinds import Place
from app.rotation.standing import Standing


@dataclass(frozen=True, slots=True)
class Held:
    """A seat or a task in a network, who could take it over, and what the reader may do about it."""

    membership: Membership
    heirs: Sequence[Person] = ()
    may_end: bool = False
    may_follow: bool = False
    """Whether the person can go on for the municipality they work in now."""

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"m{self.membership.id.hex}"


@dataclass(frozen=True, slots=True)
class Queued:
    """A place on a turn list and the turns to come: somebody's own, or those of a municipality only they represent."""

    standing: Standing
    place: Place
    coming: Sequence[Given]
    """The turns at meetings that the reader sees."""
    heirs: Sequence[Person] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    """The municipalities that could have the turns instead, by id."""
    may_leave: bool = False
    with_seat: bool = False
    """Whether the turns can go to whoever takes over the seat."""

    @property
    def network(self) -> Network:
        """Whose list it is."""
        return self.standing.network

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"t{self.standing.rota.id.hex}{self.place.key.hex}"


@dataclass(frozen=True, slots=True)
class Promised:
    """Something promised that is not done, and who could take it over."""

    action: Action
    heirs: Sequence[Person] = ()

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"a{self.action.id.hex}"


@dataclass(frozen=True, slots=True)
class Drafted:
    """Something promised in minutes that are not published. Who may not read them knows only that there is one."""

    action: Action
    may_read: bool
    heirs: Sequence[Person] = ()

    @property
    def words(self) -> Action | None:
        """What a page may show of it."""
        return self.action if self.may_read else None

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"d{self.action.id.hex}"


@dataclass(frozen=True, slots=True)
class Presented:
    """Something somebody is to present at a coming meeting. An agenda that is not published is not read here either."""

    item: AgendaItem
    may_read: bool
    heirs: Sequence[Person] = ()

    @property
    def words(self) -> AgendaItem | None:
        """What a page may show of it."""
        return self.item if self.may_read else None

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"i{self.item.id.hex}"


Thing = Held | Queued | Promised | Drafted | Presented


@dataclass(frozen=True, slots=True)
class Burden:
    """Everything somebody holds that a reader can see."""

    held: Sequence[Held]
    queued: Sequence[Queued]
    promised: Sequence[Promised]
    drafted: Sequence[Drafted]
    presented: Sequence[Presented]

    @property
    def things(self) -> list[Thing]:
        """All of it, in the order in which it is shown."""
        return [*self.held, *self.queued, *self.loose]

    @property
    def loose(self) -> list[Promised | Drafted | Presented]:
        """What hangs on nothing else: what was promised, and what is to be presented."""
        return [*self.promised, *self.drafted, *self.presented]

    @property
    def places(self) -> set[UUID | None]:
        """The municipalities whose seats are held."""
        return {each.membership.municipality_id for each in self.held if each.membership.role is not Role.GUEST}

    def within(self, network: Network) -> "Burden":
        """Return what of it belongs to one network."""
        return Burden(
            [each for each in self.held if each.membership.network is network],
            [each for each in self.queued if each.network is network],
            [each for each in self.promised if network in each.action.meeting.hosts],
            [each for each in self.drafted if network in each.action.meeting.hosts],
            [each for each in self.presented if network in each.item.meeting.hosts],
        )
