"""What somebody is to present at coming meetings. An agenda says it by name, alone or among several."""

import re
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from app import clock, db
from app.handover.policy import can_give_item
from app.handover.things import Presented
from app.meetings.models import AgendaItem, Meeting
from app.meetings.policy import can_read_agenda
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.occasions.queries import occasions_visible_to, visible_hosts
from app.people.models import Person

_BETWEEN = re.compile(r"(\s*[,;/&+]\s*|\s+(?:och|samt|and)\s+)", re.IGNORECASE)


def presented(person: Person, *, reader: Person) -> list[Presented]:
    """Return what somebody presents at coming meetings that the reader can see, in order of time."""
    found = [_presented(each, person, reader) for each in _items(_named(person, reader), reader)]
    return [each for each in found if each is not None]


def names(presenter: str, name: str) -> bool:
    """Whether an agenda's words for who presents something name somebody."""
    wanted = _folded(name)
    return _folded(presenter) == wanted or wanted in map(_folded, _BETWEEN.split(presenter)[::2])


def instead_of(presenter: str, name: str, heir: str) -> str:
    """Return the same words with one name in another's place; once, if the other stands there already."""
    if _folded(presenter) == _folded(name):
        return heir
    parts = _BETWEEN.split(presenter)
    here = next((number for number in range(0, len(parts), 2) if _folded(parts[number]) == _folded(name)), None)
    if here is None:
        return presenter
    if names(presenter, heir):
        gone = slice(here - 1, here + 1) if here else slice(0, 2)
        del parts[gone]
    else:
        parts[here] = heir
    return "".join(parts)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _named(person: Person, reader: Person) -> Sequence[UUID]:
    """Return the items that name somebody: read here, since databases fold letters each in their own way."""
    coming = Occasion.ends_at > clock.now(), Occasion.state != OccasionState.CANCELLED
    open_ = AgendaItem.removed_at.is_(None), AgendaItem.presenter != "", Meeting.minutes_published_at.is_(None)
    found = select(AgendaItem.id, AgendaItem.presenter).join(AgendaItem.meeting).join(Meeting.occasion)
    seen = found.where(occasions_visible_to(reader), *coming, *open_).order_by(Occasion.starts_at, AgendaItem.id)
    return [item for item, presenter in db.session.execute(seen.limit(10_000)) if names(presenter, person.name)]


def _items(ids: Sequence[UUID], reader: Person) -> Sequence[AgendaItem]:
    if not ids:
        return []
    occasion = contains_eager(AgendaItem.meeting).contains_eager(Meeting.occasion)
    people = occasion.selectinload(visible_hosts(reader)).selectinload(Network.memberships)
    found = select(AgendaItem).join(AgendaItem.meeting).join(Meeting.occasion).where(AgendaItem.id.in_(ids[:200]))
    loaded = found.options(occasion, people.joinedload(Membership.person).joinedload(Person.municipality))
    return db.session.scalars(loaded.order_by(Occasion.starts_at, AgendaItem.position, AgendaItem.id)).all()


def _presented(item: AgendaItem, person: Person, reader: Person) -> Presented | None:
    """Return it if the name means this person: one who has belonged to the network, before others of that name."""
    meeting = item.meeting
    rows = [m for host in meeting.hosts for m in host.memberships if m.role is not Role.GUEST and not m.never_applied]
    belongs = any(each.person_id == person.id for each in rows)
    may_read = can_read_agenda(reader, meeting)
    if not belongs and (not may_read or any(_folded(each.person.name) == _folded(person.name) for each in rows)):
        return None
    if not can_give_item(reader, person, meeting, belongs=belongs):
        return Presented(item, may_read)
    members = dict.fromkeys(each for host in meeting.hosts for each in host.members_on(meeting.occasion.day))
    heirs = [each for each in members if each.is_open and each.id != person.id]
    return Presented(item, may_read, sorted(heirs, key=lambda each: (each.sort_key, str(each.id))))
