"""People, libraries, networks and memberships as they would be, while a member list is gone through row by row."""

from dataclasses import dataclass, field
from datetime import date

from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.places.models import Library, Municipality
from app.wording import N_, Message


@dataclass(slots=True, eq=False)
class LibrarySlot:
    """A library that is known, or one to be made."""

    name: str
    municipality: Municipality
    library: Library | None = None


@dataclass(slots=True, eq=False)
class NetworkSlot:
    """A network that is known, or one to be made."""

    name: str
    network: Network | None = None
    coordinators: "list[TermDraft]" = field(default_factory=list)

    @property
    def is_archived(self) -> bool:
        """Whether it takes no new members."""
        return self.network is not None and self.network.archived_at is not None


@dataclass(slots=True, eq=False)
class TermDraft:
    """A membership that is known, or one to be begun."""

    network: NetworkSlot
    role: Role
    standing: Standing | None
    starts_on: date
    ends_on: date | None
    account_is_open: bool = True
    membership: Membership | None = None

    @property
    def last(self) -> date:
        """The last day, however far off."""
        return self.ends_on or date.max

    def is_active_on(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.starts_on <= day <= self.last

    def meets(self, first: date, last: date) -> bool:
        """Whether it is in force on any day from the first to the last."""
        return self.starts_on <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class Facts:
    """Who somebody is, besides the address. Empty is what nobody has said."""

    given_name: str = ""
    family_name: str = ""
    title: str = ""
    phone: str = ""
    municipality: Municipality | None = None
    library: LibrarySlot | None = None

    def shown(self) -> dict[str, str]:
        """Return each fact under its name, in words to compare and to show."""
        return {
            N_("Namn"): f"{self.given_name} {self.family_name}".strip(),
            N_("Titel"): self.title,
            N_("Telefon"): self.phone,
            N_("Kommun"): self.municipality.name if self.municipality else "",
            N_("Bibliotek"): self.library.name if self.library else "",
        }


@dataclass(slots=True, eq=False)
class PersonDraft:
    """Somebody who is known here, or who would be new."""

    email: str
    person: Person | None
    facts: Facts = Facts()
    terms: list[TermDraft] = field(default_factory=list)
    said: dict[str, tuple[Message, str]] = field(default_factory=dict)
    """What the list has said so far: under each fact's name, where and what."""
    named: dict[tuple[NetworkSlot, Role], Message] = field(default_factory=dict)
    """Where the list has named each of the person's roles."""
    rows: list[Message] = field(default_factory=list)
    """Where the list says something of the person that would be written."""
    is_new: bool = False
