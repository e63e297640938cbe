"""What the participation map is counted from, as far as a person can see it: five statements however much there is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased, load_only

from app import clock, db
from app.minutes.models import Presence, PublishedMinutes
from app.networks.models import Membership, Network
from app.networks.queries import visible_to
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.localtime import midnight
from app.occasions.models import Occasion, occasion_hosts
from app.participation.held import Held, most_there
from app.people.models import Person
from app.places.models import Municipality

YEARS_BACK = 2
"""How many years before the one that is counted a municipality may have been seen last."""
_COUNTED = (Membership.network_id, Membership.person_id, Membership.role, Membership.standing,
            Membership.municipality_id, Membership.starts_on, Membership.ends_on)  # fmt: skip


def networks_counted(person: Person, year: int) -> Sequence[Network]:
    """Return the networks that a person can see, in Swedish order: those that rest are in the years before they did."""
    awake: ColumnElement[bool] = Network.archived_at.is_(None)
    if year < clock.today().year:
        awake = or_(awake, Network.archived_at >= midnight(date(year, 1, 1), clock.zone()))
    found = select(Network).where(visible_to(person), awake)
    return db.session.scalars(found.order_by(Network.sort_key, Network.id)).all()


def first_year(person: Person) -> int:
    """Return the year of the first meeting that a person can see; this year when there is none."""
    seen = select(func.min(Occasion.starts_at)).join(occasion_hosts).join(Network).where(visible_to(person), *_held())
    first = db.session.scalar(seen)
    return first.astimezone(clock.zone()).year if first else clock.today().year


def memberships_until(day: date, networks: Collection[UUID]) -> dict[UUID, list[Membership]]:
    """Return the memberships of some networks that had begun by a day, by network."""
    found = select(Membership).where(Membership.network_id.in_(networks), Membership.starts_on <= day)
    result: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for each in db.session.scalars(found.options(load_only(*_COUNTED)).order_by(Membership.starts_on, Membership.id)):
        result[each.network_id].append(each)
    return result


def meetings_held(
    networks: Collection[UUID], year: int, *, places: Iterable[Municipality], memberships: Iterable[Membership]
) -> list[Held]:
    """Return the meetings that some networks held in a year and YEARS_BACK before it, in order of time."""
    named = {each.name: each.id for each in places}
    seats = {str(each.person_id): each.municipality_id for each in memberships if each.municipality_id}
    within = _within(networks, year)
    told = {row.meeting_id: row for row in db.session.execute(_latest_lists(within))}
    hosts: defaultdict[UUID, set[UUID]] = defaultdict(set)
    times: dict[UUID, tuple[str, date]] = {}
    for row in db.session.execute(within.order_by(Occasion.starts_at, Occasion.id)):
        hosts[row.id].add(row.network_id)
        times[row.id] = row.title, row.first_day or row.starts_at.astimezone(clock.zone()).date()
    return [
        Held(each, title, day, frozenset(hosts[each]),
             _presences(told[each].present, told[each].absent, named, seats) if each in told else None)
        for each, (title, day) in times.items()
    ]  # fmt: skip


def _within(networks: Collection[UUID], year: int) -> Select[UUID, str, datetime, date | None, UUID]:
    start = midnight(date(year - YEARS_BACK, 1, 1), clock.zone())
    asked = (Occasion.id, Occasion.title, Occasion.starts_at, Occasion.first_day, occasion_hosts.c.network_id)
    found = select(*asked).join(occasion_hosts, occasion_hosts.c.occasion_id == Occasion.id)
    in_time = (Occasion.starts_at >= start, Occasion.starts_at < _end_of(year))
    return found.where(occasion_hosts.c.network_id.in_(networks), *in_time, *_held())


def _held() -> tuple[ColumnElement[bool], ...]:
    called = Occasion.state == OccasionState.CALLED
    return Occasion.kind == OccasionKind.MEETING, called, Occasion.ends_at <= clock.now()


def _latest_lists(within: Select[UUID, str, datetime, date | None, UUID]) -> Select[UUID, object, object]:
    newer = aliased(PublishedMinutes)
    later = select(newer.id).where(
        newer.meeting_id == PublishedMinutes.meeting_id, newer.version > PublishedMinutes.version
    )
    body = PublishedMinutes.body
    told = (PublishedMinutes.meeting_id, body["present"].label("present"), body["absent"].label("absent"))
    return select(*told).where(PublishedMinutes.meeting_id.in_(within.with_only_columns(Occasion.id)), ~later.exists())


def _presences(
    present: Iterable[Mapping[str, str]], absent: Iterable[Mapping[str, str]], named: Mapping[str, UUID],
    seats: Mapping[str, UUID | None],
) -> dict[UUID, Presence]:  # fmt: skip
    found: dict[UUID, Presence] = {}
    for each in (*present, *absent):
        for place in _places_of(each, named, seats):
            found[place] = most_there(found.get(place), Presence(each["presence"]))
    return found


def _places_of(
    attendee: Mapping[str, str], named: Mapping[str, UUID], seats: Mapping[str, UUID | None]
) -> Iterator[UUID]:
    """Give the municipality that minutes name; one that was renamed since is found by the seat the person has."""
    name = attendee["municipality"]
    place = named.get(name) or (seats.get(attendee["person"]) if name else None)
    if place is not None:
        yield place


def _end_of(year: int) -> datetime:
    return midnight(date(year, 12, 31) + timedelta(days=1), clock.zone())
