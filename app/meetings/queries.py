"""Which meetings a person can see."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, selectinload

from app import db
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Membership, Network
from app.occasions.models import Occasion
from app.occasions.queries import hosted_by, occasions_visible_to
from app.people.models import Person


def meeting_for(person: Person, meeting_id: UUID) -> Meeting:
    """Return the meeting with agenda, hosts, members and answers. To a stranger it does not exist: NoResultFound."""
    occasion = contains_eager(Meeting.occasion)
    members = occasion.selectinload(Occasion.hosts).selectinload(Network.memberships)
    found = (
        select(Meeting)
        .join(Meeting.occasion)
        .where(occasions_visible_to(person), Meeting.id == meeting_id)
        .options(
            occasion,
            members.joinedload(Membership.person, innerjoin=True).joinedload(Person.municipality),
            occasion.selectinload(Occasion.answers),
            occasion.selectinload(Occasion.focus_areas),
            selectinload(Meeting.items),
        )
    )
    return db.session.scalars(found).one()


def meetings_of(
    person: Person, network: Network, *, before: datetime | None = None, after: datetime | None = None, most: int = 50
) -> Sequence[Meeting]:
    """Return a network's meetings that a person can see: those to come in order, or those past, the latest first."""
    found = (
        select(Meeting)
        .join(Meeting.occasion)
        .where(occasions_visible_to(person), hosted_by([network.id]))
        .options(contains_eager(Meeting.occasion).selectinload(Occasion.hosts))
        .limit(most)
    )
    if after is not None:
        found = found.where(Occasion.ends_at > after).order_by(Occasion.starts_at, Occasion.id)
    if before is not None:
        found = found.where(Occasion.ends_at <= before).order_by(Occasion.starts_at.desc(), Occasion.id)
    return db.session.scalars(found).all()


def removed_item(meeting: Meeting, item_id: UUID) -> AgendaItem:
    """Return an item that was taken off the agenda and can be put back. Raises NoResultFound."""
    gone = select(AgendaItem).where(
        AgendaItem.id == item_id, AgendaItem.meeting_id == meeting.id, AgendaItem.removed_at.is_not(None)
    )
    return db.session.scalars(gone).one()
