"""What a person's calendar shows between two days."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from app import clock, db
from app.calendars.entries import Entry, Reader, entry_of
from app.networks.kinds import Role
from app.networks.models import Network
from app.networks.queries import listed_for
from app.occasions.kinds import Reply
from app.occasions.localtime import midnight
from app.occasions.models import Answer
from app.occasions.queries import occasions_between
from app.people.models import Person

MOST = 500
"""More than this in one month is not shown: nobody would find anything."""


@dataclass(frozen=True, slots=True)
class Networks:
    """The networks a person sees, in Swedish order: those to choose from, and which of them are one's own."""

    all: tuple[Network, ...]
    mine: tuple[Network, ...]
    asking: frozenset[UUID]
    """Those in which the person is more than a guest, who only reads."""

    @property
    def offered(self) -> tuple[Network, ...]:
        """Those that have not been archived."""
        return tuple(each for each in self.all if each.archived_at is None)

    def named(self, slugs: Collection[str]) -> list[Network]:
        """Return those with these addresses."""
        return [each for each in self.all if each.slug in slugs]


def networks_of(person: Person) -> Networks:
    """Return the networks whose calendars a person can look at: three statements, however many."""
    listed = listed_for(person)
    return Networks(
        all=tuple(each.network for each in listed),
        mine=tuple(each.network for each in listed if each.roles and each.network.archived_at is None),
        asking=frozenset(each.network.id for each in listed if set(each.roles) - {Role.GUEST}),
    )


def entries_between(
    person: Person, *, first: date, last: date, networks: Networks, chosen: Sequence[Network]
) -> list[Entry]:
    """Return what the person sees on these days, in order of time; of the chosen networks only, if there are any."""
    start, end = midnight(first, clock.zone()), midnight(last + timedelta(days=1), clock.zone())
    only = [each.id for each in chosen] or None
    found = occasions_between(person, start=start, end=end, networks=only, most=MOST)
    replies = _replies(person, [each.id for each in found])
    reader = Reader(sees={each.id for each in networks.all}, asked_by=networks.asking)
    return [entry_of(each, reader=reader, reply=replies.get(each.id)) for each in found]


def _replies(person: Person, occasion_ids: Sequence[UUID]) -> dict[UUID, Reply]:
    found = select(Answer.occasion_id, Answer.reply)
    given = found.where(Answer.person_id == person.id, Answer.occasion_id.in_(occasion_ids))
    return {row.occasion_id: row.reply for row in db.session.execute(given)}
