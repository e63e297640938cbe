"""What matters to one person, gathered for the start page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, selectinload

from app import clock, db
from app.meetings.models import AgendaItem, Meeting
from app.meetings.policy import can_take_notes
from app.networks.models import Membership, Network
from app.networks.queries import my_networks
from app.occasions.answers import Answers, by_municipality
from app.occasions.kinds import OccasionState
from app.occasions.localtime import midnight
from app.occasions.models import Occasion
from app.occasions.policy import can_see_answers
from app.occasions.queries import hosted_by, occasions_between, touching, visible_hosts
from app.people.models import Person

WEEKS_AHEAD = 6
FRIDAY = 4
FORGOTTEN = timedelta(days=90)
"""How long notes of a meeting that was held are asked for."""


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """One week of the thread on the start page."""

    monday: date
    occasions: tuple[Occasion, ...]
    is_this: bool
    """Whether today is in it."""

    @property
    def number(self) -> int:
        """Its number (ISO 8601)."""
        return self.monday.isocalendar().week


def weeks_ahead(person: Person, networks: Sequence[Network]) -> list[WeekAhead]:
    """Return this week and the five next, with what the person's networks hold in them; at a weekend from the next."""
    today = clock.today()
    monday = today + timedelta(days=(7 if today.weekday() > FRIDAY else 0) - today.weekday())
    days = [monday + timedelta(weeks=number) for number in range(WEEKS_AHEAD + 1)]
    edges = [midnight(day, clock.zone()) for day in days]
    found = occasions_between(person, start=edges[0], end=edges[-1], networks=[each.id for each in networks], most=100)
    return [
        WeekAhead(day, tuple(each for each in found if each.starts_at < end and each.ends_at > start), day <= today)
        for day, start, end in zip(days, edges, edges[1:], strict=False)
    ]


def next_occasion(person: Person, networks: Sequence[Network]) -> Occasion | None:
    """Return what the person's networks hold next and have called, with its answers and members; None if nothing is."""
    now = clock.now()
    found = occasions_between(
        person, start=now, end=now + timedelta(days=400), networks=[each.id for each in networks], most=20
    )
    ahead = next((each for each in found if each.state is OccasionState.CALLED), None)
    if ahead is not None:
        _load_people(ahead, person)
    return ahead


def notes_to_finish(person: Person, networks: Sequence[Network]) -> list[Meeting]:
    """Return meetings that were held lately, whose minutes the person takes and nobody has published; oldest first."""
    now = clock.now()
    found = (
        select(Meeting)
        .join(Meeting.occasion)
        .where(Occasion.state == OccasionState.CALLED, touching(now - FORGOTTEN, now), Occasion.ends_at <= now)
        .where(Meeting.minutes_published_at.is_(None), hosted_by([each.id for each in networks]))
        .options(contains_eager(Meeting.occasion).selectinload(visible_hosts(person)).selectinload(Network.memberships))
        .order_by(Occasion.starts_at, Occasion.id)
    )
    return [each for each in db.session.scalars(found.limit(20)) if can_take_notes(person, each)][:5]


def agenda_of(occasion: Occasion, *, most: int = 60) -> Sequence[AgendaItem]:
    """Return the first items of an occasion's agenda, if it is a meeting whose agenda is published."""
    found = (
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.meeting_id == occasion.id, AgendaItem.removed_at.is_(None))
        .where(Meeting.agenda_published_at.is_not(None))
        .order_by(AgendaItem.position)
        .limit(most)
    )
    return db.session.scalars(found).all()


def answers_to_next(person: Person, coming: Sequence[Meeting]) -> Answers | None:
    """Return the answers to the first meeting to come, if the person takes part in it and it is called."""
    occasion = coming[0].occasion if coming else None
    if occasion is None or occasion.state is not OccasionState.CALLED or not can_see_answers(person, occasion):
        return None
    return by_municipality(occasion)


def networks_of(person: Person) -> Sequence[Network]:
    """Return the networks whose doings a person follows: their own."""
    return my_networks(person)


def _load_people(occasion: Occasion, person: Person) -> None:
    members = selectinload(visible_hosts(person)).selectinload(Network.memberships).joinedload(Membership.person)
    again = select(Occasion).where(Occasion.id == occasion.id)
    db.session.scalars(again.options(members.joinedload(Person.municipality), selectinload(Occasion.answers))).one()
