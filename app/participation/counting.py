"""Who takes part where: one pure function that every page, picture and file tells its figures from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.memberships.seats import Seat
from app.networks.models import Network
from app.participation.figures import Cell, Row, Turnout
from app.participation.held import Held
from app.participation.seating import Filled
from app.places.models import Municipality


@dataclass(frozen=True, slots=True)
class Span:
    """The year that is counted, the day it is looked at from, and since when somebody not seen counts as gone."""

    year: int
    day: date
    """Today, or the last day of a year that is over; the seats are those of this day."""
    silent_since: date


@dataclass(frozen=True, slots=True)
class Participation:
    """Municipalities by networks in a year: a row for each municipality, a sum for each network, and the whole."""

    span: Span
    networks: tuple[Network, ...]
    rows: tuple[Row, ...]
    columns: tuple[Cell, ...]
    filled: Filled
    attended: int
    """How many times a municipality was at a meeting; a joint meeting counts once for each that came."""
    possible: int
    """How many times it could have been."""
    without_minutes: int
    """How many of the year's meetings have no published minutes yet, and are not counted."""

    @property
    def percent(self) -> int:
        """How much of what could have been attended was, in whole per cent."""
        return round(100 * self.attended / self.possible) if self.possible else 0


def participation(
    span: Span, places: Sequence[Municipality], networks: Sequence[Network], seats: Iterable[Seat],
    meetings: Iterable[Held],
) -> Participation:  # fmt: skip
    """Return who takes part where. seats: those of span.day; meetings: the year's, and earlier ones for who was seen.

    A meeting counts once in each network that held it, and once in a municipality's sum.
    """
    taken: defaultdict[tuple[UUID, UUID], list[Seat]] = defaultdict(list)
    for seat in seats:
        taken[seat.municipality.id, seat.network.id].append(seat)
    past = [each for each in meetings if each.day <= span.day]
    of_network = {network.id: [each for each in past if network.id in each.networks] for network in networks}
    rows = tuple(_row(span, place, networks, taken, of_network) for place in places)
    this_year = [each for each in past if each.day.year == span.year]
    return Participation(
        span=span,
        networks=tuple(networks),
        rows=rows,
        columns=tuple(_column([row.cells[number] for row in rows]) for number in range(len(networks))),
        filled=_sum(row.filled for row in rows),
        attended=sum(row.turnout.attended for row in rows),
        possible=sum(row.turnout.held for row in rows),
        without_minutes=sum(each.presences is None for each in this_year),
    )


def turnout(span: Span, municipality: UUID, meetings: Iterable[Held]) -> Turnout:
    """Return how often somebody from a municipality came to some meetings, and when last."""
    attended = held = 0
    last: date | None = None
    missed: list[date] = []
    for each in meetings:
        if each.presences is None:
            continue
        came = each.was_attended_by(municipality)
        if each.day.year == span.year:
            held, attended = held + 1, attended + came
        if came:
            last = each.day if last is None else max(last, each.day)
        else:
            missed.append(each.day)
    since = [each for each in missed if last is None or each > last]
    return Turnout(attended, held, last, is_silent=bool(since) and (last or min(since)) < span.silent_since)


def _row(
    span: Span, place: Municipality, networks: Sequence[Network], taken: Mapping[tuple[UUID, UUID], Sequence[Seat]],
    of_network: Mapping[UUID, Sequence[Held]],
) -> Row:  # fmt: skip
    cells = tuple(Cell(_filled(taken, place, each), turnout(span, place.id, of_network[each.id])) for each in networks)
    part = [each.id for each, cell in zip(networks, cells, strict=True) if cell.takes_part]
    once = {meeting.id: meeting for network in part for meeting in of_network[network]}
    return Row(place, cells, _sum(cell.filled for cell in cells), turnout(span, place.id, once.values()))


def _column(cells: Sequence[Cell]) -> Cell:
    part = [each.turnout for each in cells if each.takes_part]
    last = max((each.last_seen for each in part if each.last_seen), default=None)
    counted = Turnout(sum(each.attended for each in part), sum(each.held for each in part), last, is_silent=False)
    return Cell(_sum(each.filled for each in cells), counted)


def _filled(taken: Mapping[tuple[UUID, UUID], Sequence[Seat]], place: Municipality, network: Network) -> Filled:
    seats = taken.get((place.id, network.id), ())
    return Filled.of(seats, network.ordinary_seats, network.deputy_seats)


def _sum(parts: Iterable[Filled]) -> Filled:
    return sum(parts, Filled())
