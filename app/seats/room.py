"""Whether there is room in a municipality's seats: who takes over needs no more of it than the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.memberships.seats import standing_of
from app.networks.kinds import Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.seats.rules import Appointment, NoSeatFree, NoSeatLater, is_appointed
from app.wording import N_

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Who sits in a seat, from which day to which, both included."""

    person_id: UUID
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Room:
    """How many may sit in the seats of one kind: as many as are promised, or as sat there already."""

    promised: int
    before: tuple[Span, ...]
    handed_on: int
    """How many sat there on the day when a seat was last that of whoever is replaced; 0 when nobody is."""

    def on(self, day: date) -> int:
        """How many may sit there on a day."""
        return max(self.promised, self.handed_on, len(_sitting(self.before, day)))


def room_before(
    kept: Sequence[Membership], network: Network, seat: Appointment, *, instead: Membership | None = None
) -> Room:
    """Return how much room there is, read before anybody steps aside."""
    promised = network.deputy_seats if seat.standing is Standing.DEPUTY else network.ordinary_seats
    before = _spans(kept, seat)
    if instead is None:
        return Room(promised, before, 0)
    last = min(max(seat.starts_on, instead.starts_on), instead.ends_on or date.max)
    return Room(promised, before, len(_sitting(before, last)))


def must_have_room(kept: Sequence[Membership], person: Person, seat: Appointment, room: Room) -> None:
    """Raises NoSeatFree if all the seats are taken on the first day, NoSeatLater if they are on a later one."""
    now, term = _spans(kept, seat), seat.term
    turns = {each.starts_on for each in room.before} | {
        each.ends_on + DAY for each in room.before if each.ends_on < date.max
    }
    for day in sorted({term.starts_on, *(each for each in turns if term.is_active_on(each))}):
        if len(_sitting(now, day) | {person.id}) <= room.on(day):
            continue
        if day == term.starts_on:
            told = N_("%(place)s har ingen ledig plats av det slaget då. Byt ut någon i stället.")
            raise NoSeatFree(told, place=seat.place.name)
        told = N_("%(place)s har ingen ledig plats av det slaget från %(day)s. Skriv en sista dag före det.")
        raise NoSeatLater(told, place=seat.place.name, day=day)


def _spans(kept: Sequence[Membership], seat: Appointment) -> tuple[Span, ...]:
    return tuple(
        Span(each.person_id, each.starts_on, each.ends_on or date.max)
        for each in kept
        if is_appointed(each) and each.municipality_id == seat.place.id and standing_of(each) is seat.standing
        and not each.never_applied
    )  # fmt: skip


def _sitting(spans: Sequence[Span], day: date) -> set[UUID]:
    return {each.person_id for each in spans if each.starts_on <= day <= each.ends_on}
