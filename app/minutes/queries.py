"""Which minutes a person can read, and what a draft holds."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, Select, func, or_, select, true
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from app import clock, db
from app.followup.models import Action, Decision
from app.followup.queries import records_of
from app.meetings.models import Meeting
from app.minutes.draft import Draft
from app.minutes.models import Attendance, ItemNote, Minutes, PublishedMinutes
from app.networks.kinds import Visibility
from app.networks.models import Membership, Network
from app.networks.queries import active_on, my_networks
from app.occasions.models import Occasion
from app.occasions.queries import hosted_by, occasions_visible_to, visible_hosts
from app.people.models import Person


def minutes_of(meeting: Meeting) -> Minutes | None:
    """Return a meeting's minutes with attendance, if they have begun."""
    people = selectinload(Minutes.attendances).joinedload(Attendance.person, innerjoin=True)
    found = select(Minutes).where(Minutes.meeting_id == meeting.id)
    return db.session.scalars(found.options(people.joinedload(Person.municipality))).one_or_none()


def draft_of(meeting: Meeting) -> Draft:
    """Return all that a meeting's draft holds, or what is published when none is open. Raises NoResultFound."""
    people = selectinload(Minutes.attendances).joinedload(Attendance.person, innerjoin=True)
    found = select(Minutes).where(Minutes.meeting_id == meeting.id).options(people.joinedload(Person.municipality))
    minutes = db.session.scalars(found, execution_options={"populate_existing": True}).one()
    written = select(ItemNote).where(ItemNote.meeting_id == meeting.id).options(joinedload(ItemNote.changed_by))
    notes = db.session.scalars(written, execution_options={"populate_existing": True})
    return Draft(
        meeting=meeting,
        minutes=minutes,
        notes={note.item_id: note for note in notes},
        decisions=records_of(Decision, meeting.id, draft=minutes.drafting),
        actions=records_of(Action, meeting.id, draft=minutes.drafting),
    )


def published_for(person: Person, meeting_id: UUID, version: int | None = None) -> PublishedMinutes:
    """Return a version that a person can read, the latest if none is given, with the hosts. Raises NoResultFound."""
    found = _readable(person).where(PublishedMinutes.meeting_id == meeting_id)
    hosts = contains_eager(PublishedMinutes.meeting).contains_eager(Meeting.occasion).selectinload(Occasion.hosts)
    found = found.options(hosts.selectinload(Network.memberships))
    if version is not None:
        found = found.where(PublishedMinutes.version == version)
    return db.session.scalars(found.order_by(PublishedMinutes.version.desc()).limit(1)).one()


def latest_version(meeting_id: UUID) -> PublishedMinutes | None:
    """Return the version in force, if any is published."""
    found = select(PublishedMinutes).where(PublishedMinutes.meeting_id == meeting_id)
    return db.session.scalars(found.order_by(PublishedMinutes.version.desc()).limit(1)).one_or_none()


def next_version(meeting_id: UUID) -> int:
    """Return the number that a meeting's next version gets; 1 for the first."""
    latest = select(func.max(PublishedMinutes.version)).where(PublishedMinutes.meeting_id == meeting_id)
    return (db.session.scalars(latest).one() or 0) + 1


def version_before(published: PublishedMinutes) -> PublishedMinutes | None:
    """Return the version that this one corrected; nothing for the first."""
    if published.version == 1:
        return None
    before = select(PublishedMinutes).where(
        PublishedMinutes.meeting_id == published.meeting_id, PublishedMinutes.version == published.version - 1
    )
    return db.session.scalars(before).one()


def versions_of(meeting_id: UUID) -> Sequence[Row[int, datetime, str]]:
    """Return the number, day and correction of each version, the latest first."""
    told = (PublishedMinutes.version, PublishedMinutes.published_at, PublishedMinutes.correction)
    found = select(*told).where(PublishedMinutes.meeting_id == meeting_id)
    return db.session.execute(found.order_by(PublishedMinutes.version.desc())).all()


def is_drafting(meeting_id: UUID) -> bool:
    """Whether a draft or a correction is open."""
    found = select(Minutes.drafting).where(Minutes.meeting_id == meeting_id)
    return bool(db.session.scalars(found).one_or_none())


def recently_published_for(person: Person, most: int = 10) -> Sequence[PublishedMinutes]:
    """Return the latest minutes of a person's networks, each meeting's version in force; an administrator's are all."""
    mine = true() if person.is_administrator else hosted_by([network.id for network in my_networks(person)])
    hosts = contains_eager(PublishedMinutes.meeting).contains_eager(Meeting.occasion)
    return _latest(_readable(person).where(mine).options(hosts.selectinload(visible_hosts(person))), most)


def latest_for(network: Network, most: int = 10) -> Sequence[PublishedMinutes]:
    """Return a network's latest minutes, each meeting's version in force. For those who see the network."""
    return _latest(_published().where(hosted_by([network.id])), most)


def how_many_read(meeting: Meeting) -> int:
    """Return how many can read what the meeting publishes: all with an account, or members and administrators."""
    open_to = select(func.count()).select_from(Person).where(Person.closed_at.is_(None))
    if all(host.visibility is Visibility.CLOSED for host in meeting.hosts):
        belongs = (
            select(Membership.person_id)
            .where(Membership.network_id.in_([host.id for host in meeting.hosts]))
            .where(active_on(clock.today()))
        )
        open_to = open_to.where(or_(Person.is_administrator, Person.id.in_(belongs)))
    return db.session.scalars(open_to).one()


def _published() -> Select[PublishedMinutes]:
    eager = contains_eager(PublishedMinutes.meeting).contains_eager(Meeting.occasion)
    joined = select(PublishedMinutes).join(PublishedMinutes.meeting).join(Meeting.occasion)
    return joined.options(eager.joinedload(Occasion.lead, innerjoin=True))


def _readable(person: Person) -> Select[PublishedMinutes]:
    return _published().where(occasions_visible_to(person))


def _latest(found: Select[PublishedMinutes], most: int) -> Sequence[PublishedMinutes]:
    newer = aliased(PublishedMinutes)
    is_last = ~(
        select(newer.id)
        .where(newer.meeting_id == PublishedMinutes.meeting_id, newer.version > PublishedMinutes.version)
        .exists()
    )
    in_order = found.where(is_last).order_by(PublishedMinutes.published_at.desc(), PublishedMinutes.id)
    return db.session.scalars(in_order.limit(most)).all()
