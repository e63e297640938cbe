"""The participation map for one reader: of all they can see, of one network, or of one municipality."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from app import clock
from app.memberships.seats import seats_on
from app.networks.models import Membership, Network
from app.participation import queries
from app.participation.counting import Participation, Span, participation
from app.participation.figures import Row
from app.participation.held import Held
from app.people.models import Person
from app.places.models import Municipality
from app.places.queries import municipalities

SILENT_MONTHS = 6
"""Not seen for so long, and having missed a meeting since, a municipality counts as gone."""
MONTHS_TO_CHOOSE = (3, 6, 12)


@dataclass(frozen=True, slots=True)
class Shown:
    """The map, and the meetings it was counted from."""

    participation: Participation
    meetings: Sequence[Held]

    @property
    def of_the_year(self) -> list[Held]:
        """The meetings of the year, in order of time."""
        span = self.participation.span
        return [each for each in self.meetings if each.day.year == span.year and each.day <= span.day]


def span_of(year: int, months: int = SILENT_MONTHS) -> Span:
    """Return how a year is looked at: from today, or from its last day."""
    day = min(clock.today(), date(year, 12, 31))
    return Span(year, day, day - relativedelta(months=months))


def whole_map(person: Person, span: Span) -> Shown:
    """Return every municipality by every network that a person can see."""
    return _shown(span, queries.networks_counted(person, span.year), municipalities())


def map_of_network(network: Network, span: Span) -> Shown:
    """Return every municipality in one network, for those who see it."""
    return _shown(span, [network], municipalities())


def column_of(network: Network, places: Sequence[Municipality]) -> Participation:
    """Return the same for this year, of a network whose memberships are loaded; two statements."""
    span = span_of(clock.today().year)
    begun = [each for each in network.memberships if each.starts_on <= span.day]
    meetings = queries.meetings_held([network.id], span.year, places=places, memberships=begun)
    return participation(span, places, [network], seats_on(span.day, network, places, begun), meetings)


def row_of(municipality: Municipality, networks: Sequence[Network], memberships: Sequence[Membership]) -> Row:
    """Return one municipality's row for this year, of networks and its memberships in them; two statements."""
    span = span_of(clock.today().year)
    meetings = queries.meetings_held([each.id for each in networks], span.year, places=[municipality],
                                     memberships=memberships)  # fmt: skip
    theirs = {each.id: [one for one in memberships if one.network_id == each.id] for each in networks}
    seats = [seat for each in networks for seat in seats_on(span.day, each, [municipality], theirs[each.id])]
    return participation(span, [municipality], networks, seats, meetings).rows[0]


def _shown(span: Span, networks: Sequence[Network], places: Sequence[Municipality]) -> Shown:
    ids = [each.id for each in networks]
    memberships = queries.memberships_until(span.day, ids)
    known = [each for rows in memberships.values() for each in rows]
    meetings = queries.meetings_held(ids, span.year, places=places, memberships=known)
    if span.day < clock.today():  # a network that had not begun when the year ended has no vacancies in it
        begun = set(memberships) | {network for each in meetings for network in each.networks}
        networks = [each for each in networks if each.id in begun]
    seats = [seat for each in networks for seat in seats_on(span.day, each, places, memberships.get(each.id, ()))]
    return Shown(participation(span, places, networks, seats, meetings), meetings)


def in_order(rows: Sequence[Row], order: str, *, backwards: bool = False) -> list[Row]:
    """Return rows in the order asked for: "attended" has who is least seen first, else municipality by municipality."""
    if order == "attended":
        kept = sorted(rows, key=lambda each: (each.turnout.share, each.turnout.last_seen or date.min))
        ordered = kept[::-1] if backwards else kept
        return sorted(ordered, key=lambda each: not each.takes_part)
    return list(rows)[::-1] if backwards else list(rows)
