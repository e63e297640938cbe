"""A network's seats put together: municipality by municipality, the reader's own first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app import clock
from app.memberships.seats import Seat, seats_on, standing_of
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.places.models import Municipality
from app.seats.policy import can_appoint
from app.seats.rules import is_appointed

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """One municipality's seats in a network, and whether the reader appoints there."""

    municipality: Municipality
    ordinary: Sequence[Seat]
    deputies: Sequence[Seat]
    may_appoint: bool = False
    promised: tuple[int, int] = (0, 0)
    """How many ordinary seats and deputies' seats the municipality has."""

    @property
    def seats(self) -> list[Seat]:
        """All of them, ordinary ones first."""
        return [*self.ordinary, *self.deputies]

    @property
    def filled(self) -> int:
        """How many of the promised seats somebody sits in; more people than seats do not count."""
        kinds = zip(self.promised, (self.ordinary, self.deputies), strict=True)
        return sum(min(number, sum(not each.is_vacant for each in seats)) for number, seats in kinds)

    def has_room(self, standing: Standing) -> bool:
        """Whether somebody can be appointed, since those who sit there have another role or there is nobody."""
        number, seats = (
            (self.promised[1], self.deputies) if standing is Standing.DEPUTY else (self.promised[0], self.ordinary)
        )  # fmt: skip
        return sum(each.membership is not None and is_appointed(each.membership) for each in seats) < number


def places_on(day: date, network: Network, places: Iterable[Municipality], reader: Person) -> list[Place]:
    """Return every municipality's seats on a day; with the reader's own first if the reader leads its libraries."""
    ordered = list(places)
    if reader.is_manager:
        ordered.sort(key=lambda each: each.id != reader.municipality_id)
    promised = (network.ordinary_seats, network.deputy_seats)
    found: dict[object, Place] = {
        each.id: Place(each, [], [], may_appoint=can_appoint(reader, network, each), promised=promised)
        for each in ordered
    }
    for seat in seats_on(day, network, ordered, network.memberships):
        place = found[seat.municipality.id]
        (place.deputies if seat.standing is Standing.DEPUTY else place.ordinary).append(seat)  # type: ignore[attr-defined]
    return list(found.values())


def to_choose(
    people: Iterable[Person], network: Network, place: Municipality, standing: Standing, *, instead: Membership | None
) -> list[Person]:
    """Return who of some people can get a seat: not whoever is replaced, nor who has sat in such a seat and goes on."""
    sits = {
        each.person_id
        for each in network.memberships
        if each.role is Role.MEMBER and each.municipality_id == place.id and standing_of(each) is standing
        if each.ends_on is None and each.starts_on < clock.today()  # who was appointed today may be so twice
    }
    gone = {instead.person_id} if instead is not None else set()
    return [each for each in people if each.id not in sits | gone]


def first_day_after(instead: Membership | None) -> date:
    """Return the day to suggest: today, or the day after the last of whoever is replaced, when that is known."""
    today = clock.today()
    return max(today, instead.ends_on + DAY) if instead is not None and instead.ends_on is not None else today


def counted(places: Iterable[Place]) -> tuple[int, int]:
    """Return how many of the promised seats are filled, and how many are promised."""
    kept = list(places)
    return sum(each.filled for each in kept), sum(sum(each.promised) for each in kept)
