"""Small counties made up for the pure figures: municipalities, networks, seats and meetings as values."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from app.memberships.seats import seats_on
from app.minutes.models import Presence
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.participation.counting import Participation, Span, participation
from app.participation.held import Held
from app.places.models import Municipality

TODAY = date(2026, 11, 5)
SPAN = Span(2026, TODAY, date(2026, 5, 5))


def identity(kind: int, number: int) -> UUID:
    return UUID(int=kind * 1000 + number)


def place(number: int, name: str = "") -> Municipality:
    return Municipality(id=identity(1, number), name=name or f"Kommun {number}", slug=f"kommun-{number}")


def network(number: int, *, ordinary: int = 1, deputies: int = 0) -> Network:
    return Network(id=identity(2, number), name=f"Nätverk {number}", slug=f"natverk-{number}", colour=1, sign=1,
                   ordinary_seats=ordinary, deputy_seats=deputies)  # fmt: skip


def member(number: int, of: Network, at: Municipality, standing: Standing | None, since: date) -> Membership:
    return Membership(id=identity(3, number), network_id=of.id, person_id=identity(4, number), role=Role.MEMBER,
                      standing=standing, municipality_id=at.id, starts_on=since)  # fmt: skip


def meeting(number: int, day: date, by: list[Network], came: dict[UUID, Presence] | None) -> Held:
    return Held(identity(5, number), f"Möte {number}", day, frozenset(each.id for each in by), came)


@dataclass
class County:
    places: list[Municipality]
    networks: list[Network]
    memberships: list[Membership]
    meetings: list[Held]

    def counted(self, span: Span = SPAN) -> Participation:
        seats = [seat for each in self.networks
                 for seat in seats_on(span.day, each, self.places,
                                      [one for one in self.memberships if one.network_id == each.id])]  # fmt: skip
        return participation(span, self.places, self.networks, seats, self.meetings)


DAYS = st.integers(0, 1000).map(lambda days: TODAY - timedelta(days=days))


@st.composite
def counties(draw: st.DrawFn) -> County:
    places = [place(number) for number in range(draw(st.integers(1, 5)))]
    seats = st.integers(0, 2)
    networks = [network(number, ordinary=draw(seats), deputies=draw(seats))
                for number in range(draw(st.integers(1, 4)))]  # fmt: skip
    standings = st.sampled_from([None, *Standing])
    memberships = [member(number, draw(st.sampled_from(networks)), draw(st.sampled_from(places)), draw(standings),
                          draw(DAYS)) for number in range(draw(st.integers(0, 8)))]  # fmt: skip
    there = st.dictionaries(st.sampled_from([each.id for each in places]), st.sampled_from(Presence))
    meetings = [
        meeting(number, draw(DAYS), draw(st.lists(st.sampled_from(networks), min_size=1, max_size=3)),
                draw(st.none() | there))
        for number in range(draw(st.integers(0, 8)))
    ]  # fmt: skip
    return County(places, networks, memberships, meetings)
