"""Finding decisions: by network, year, number or words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager

from app import clock, db
from app.followup.models import Decision
from app.followup.queries import newest_first, published
from app.followup.words import decision_is_about, meeting_takes_up, sought_words
from app.meetings.models import Meeting
from app.networks.models import Network
from app.networks.queries import visible_to
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.occasions.queries import hosted_by, occasions_visible_to, visible_hosts
from app.people.models import Person

PAGE_LENGTH = 50
_NUMBER = re.compile(r"\s*(\d{1,6})\s*/\s*(\d{4})\s*")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a person looks for among decisions; words may be a number as people cite it: 7/2026."""

    network_id: UUID | None = None
    year: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found."""

    decisions: Sequence[Decision]
    count: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.count // PAGE_LENGTH))


def decisions_for(person: Person, sought: Sought, *, page: int = 1) -> Found:
    """Return a page of the decisions that a person can read, the newest first; a page beyond the last is the last."""
    wanted = _narrowed(published(Decision, person), sought, person)
    counted = select(func.count()).select_from(wanted.with_only_columns(Decision.id).options().subquery())
    count = db.session.scalars(counted).one()
    here = min(max(1, page), max(1, -(-count // PAGE_LENGTH)))
    hosts = contains_eager(Decision.meeting).contains_eager(Meeting.occasion).selectinload(visible_hosts(person))
    listed = newest_first(wanted).options(hosts).limit(PAGE_LENGTH).offset((here - 1) * PAGE_LENGTH)
    return Found(db.session.scalars(listed).all(), count, here)


def years_for(person: Person) -> Sequence[int]:
    """Return the years from which a person can read decisions, the latest first."""
    theirs = published(Decision, person).with_only_columns(Decision.year, maintain_column_froms=True)
    return db.session.scalars(theirs.distinct().order_by(Decision.year.desc())).all()


def choosable_networks(person: Person) -> Sequence[Network]:
    """Return the networks a person can choose among, archived ones too since their decisions stand."""
    return db.session.scalars(select(Network).where(visible_to(person)).order_by(Network.sort_key, Network.id)).all()


def not_yet_published(person: Person, sought: Sought) -> Sequence[Meeting]:
    """Return the latest meetings held that take up what is sought, and whose minutes nobody has published."""
    found = (
        select(Meeting)
        .join(Meeting.occasion)
        .where(occasions_visible_to(person), Occasion.state == OccasionState.CALLED)
        .where(Occasion.starts_at <= clock.now(), Meeting.minutes_published_at.is_(None))
        .options(contains_eager(Meeting.occasion))
        .order_by(Occasion.starts_at.desc(), Occasion.id)
    )
    if sought.network_id is not None:
        found = found.where(hosted_by([sought.network_id]))
    for word in sought_words(sought.words):
        found = found.where(meeting_takes_up(word))
    return db.session.scalars(found.limit(3)).all()


def _narrowed(decisions: Select[Any], sought: Sought, reader: Person) -> Select[Any]:
    if sought.network_id is not None:
        decisions = decisions.where(hosted_by([sought.network_id]))
    if sought.year is not None:
        decisions = decisions.where(Decision.year == sought.year)
    number = _NUMBER.fullmatch(sought.words)
    if number is not None:
        return decisions.where(Decision.number == int(number[1]), Decision.year == int(number[2]))
    for word in sought_words(sought.words):
        decisions = decisions.where(decision_is_about(word, reader))
    return decisions
