"""A network's people on a day, municipality by municipality, and who was there before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app import clock
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from app.places.models import Municipality

_ORDER = (Role.COORDINATOR, Role.CHAIR, Role.SECRETARY, Role.MEMBER, Role.GUEST)


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in a roster, with everything they are in the network that day."""

    person: Person
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """Who belongs on a day, who will later, and who did before (or never came to)."""

    seats: tuple[Seat, ...]
    later: tuple[Membership, ...]
    earlier: tuple[Membership, ...]

    @property
    def places(self) -> int:
        """How many municipalities the people come from."""
        return len({each.person.municipality_id for each in self.seats if each.person.municipality_id})

    @property
    def guests(self) -> int:
        """How many of the people are only guests, who are not counted as members."""
        return sum(all(each.role is Role.GUEST for each in seat.memberships) for seat in self.seats)


def roster_on(day: date, memberships: Iterable[Membership]) -> Roster:
    """Return the roster of a day: by municipality in Swedish order (those of none last), then by name."""
    kept = sorted(memberships, key=lambda each: (_place(each.person), _ORDER.index(each.role), each.starts_on, each.id))
    people = dict.fromkeys(each.person for each in kept if each.is_active_on(day))
    later = [each for each in kept if each.starts_on > day and not each.never_applied]
    earlier = [each for each in kept if each.never_applied or (each.ends_on is not None and each.ends_on < day)]
    return Roster(
        seats=tuple(Seat(each, _held(kept, each, day)) for each in people),
        later=tuple(sorted(later, key=lambda each: each.starts_on)),
        earlier=tuple(sorted(earlier, key=lambda each: each.ends_on or day, reverse=True)),
    )


def missing_from(roster: Roster, places: Iterable[Municipality]) -> list[Municipality]:
    """Return the municipalities nobody comes from; guests, who only read, are not counted."""
    kept = (seat.person for seat in roster.seats if any(each.role is not Role.GUEST for each in seat.memberships))
    present = {person.municipality_id for person in kept}
    return [each for each in places if each.id not in present]


def successors_of(membership: Membership) -> list[Person]:
    """Return who could take over from somebody: the others in the network today, guests left out."""
    today = clock.today()
    others = [each for each in membership.network.members_on(today) if each.id != membership.person_id and each.is_open]
    return sorted(others, key=_place)


def _held(kept: Sequence[Membership], person: Person, day: date) -> tuple[Membership, ...]:
    return tuple(each for each in kept if each.person is person and each.is_active_on(day))


def _place(person: Person) -> tuple[bool, str, str, str]:
    place = person.municipality
    return place is None, place.sort_key if place else "", person.sort_key, str(person.id)
