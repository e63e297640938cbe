"""Which meetings a person can see.

The statements behind the meeting's page are made once, when the program starts: making them anew for each request
takes longer than the database needs to answer them.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import contains_eager, defer, joinedload, with_expression
from sqlalchemy.orm.attributes import set_committed_value

from app import db
from app.focus.models import FocusArea
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Membership, Network
from app.occasions.models import Answer, Occasion, occasion_focus_areas, occasion_hosts
from app.occasions.policy import can_see_occasion
from app.occasions.queries import hosted_by, occasions_visible_to, visible_hosts
from app.people.models import Person
from app.places.models import Municipality
from app.rotation.models import TurnList

PAGE_LENGTH = 20

_occasion = contains_eager(Meeting.occasion)
_turn_lists = select(TurnList.id).where(TurnList.network_id == Occasion.lead_id)
# Joined one after another: SQLite would read every host there is for a join within a join.
_MEETING = (
    select(Meeting)
    .join(Meeting.occasion)
    .outerjoin(occasion_hosts, occasion_hosts.c.occasion_id == Occasion.id)
    .outerjoin(Network, Network.id == occasion_hosts.c.network_id)
    .outerjoin(occasion_focus_areas, occasion_focus_areas.c.occasion_id == Occasion.id)
    .outerjoin(FocusArea, FocusArea.id == occasion_focus_areas.c.focus_area_id)
    .options(_occasion.contains_eager(Occasion.hosts), _occasion.contains_eager(Occasion.focus_areas))
    .options(with_expression(Meeting.lead_keeps_turns, _turn_lists.exists()))
    .where(Meeting.id == bindparam("meeting"))
    .order_by(Network.sort_key, FocusArea.position)
)
_HOSTS = select(occasion_hosts.c.network_id).where(occasion_hosts.c.occasion_id == bindparam("meeting"))
_person = joinedload(Membership.person, innerjoin=True)
_MEMBERS = (
    select(Membership)
    .options(_person.load_only(Person.given_name, Person.family_name, Person.sort_key, Person.email, Person.closed_at))
    .options(_person.joinedload(Person.municipality).load_only(Municipality.name, Municipality.sort_key))
    .options(defer(Membership.created_at), defer(Membership.created_by_id), defer(Membership.ended_by_id))
    .where(Membership.network_id.in_(_HOSTS))
    .order_by(Membership.starts_on, Membership.id)
)
_ITEMS = (
    select(AgendaItem)
    .where(AgendaItem.meeting_id == bindparam("meeting"), AgendaItem.removed_at.is_(None))
    .order_by(AgendaItem.position, AgendaItem.id)
)
_ANSWERS = select(Answer).where(Answer.occasion_id == bindparam("meeting")).order_by(Answer.person_id)


def meeting_for(person: Person, meeting_id: UUID) -> Meeting:
    """Return the meeting with agenda, hosts, members and answers. To a stranger it does not exist: NoResultFound."""
    meeting = meeting_to_plan(person, meeting_id)
    this = {"meeting": meeting_id}
    set_committed_value(meeting, "items", list(db.session.scalars(_ITEMS, this)))
    set_committed_value(meeting.occasion, "answers", list(db.session.scalars(_ANSWERS, this)))
    return meeting


def meeting_to_plan(person: Person, meeting_id: UUID) -> Meeting:
    """Return the meeting with hosts and members only, for a change. To a stranger it does not exist: NoResultFound."""
    meeting = db.session.scalars(_MEETING, {"meeting": meeting_id}).unique().one()
    _load_members(meeting)
    if not can_see_occasion(person, meeting.occasion):
        raise NoResultFound
    return meeting


def meetings_of(
    person: Person, network: Network, *, before: datetime | None = None, after: datetime | None = None, most: int = 50,
    skip: int = 0,
) -> Sequence[Meeting]:  # fmt: skip
    """Return a network's meetings that a person can see: those to come in order, or those past, the latest first.

    Of the networks that hold them, only those that exist for the person.
    """
    found = (
        select(Meeting)
        .join(Meeting.occasion)
        .where(occasions_visible_to(person), hosted_by([network.id]))
        .options(contains_eager(Meeting.occasion).selectinload(visible_hosts(person)))
        .limit(most)
        .offset(skip)
    )
    if after is not None:
        found = found.where(Occasion.ends_at > after).order_by(Occasion.starts_at, Occasion.id)
    if before is not None:
        found = found.where(Occasion.ends_at <= before).order_by(Occasion.starts_at.desc(), Occasion.id)
    return db.session.scalars(found).all()


def how_many_past(person: Person, network: Network, *, before: datetime) -> int:
    """Return how many of a network's meetings that a person can see had ended by a moment."""
    past = select(func.count()).select_from(Meeting).join(Meeting.occasion)
    seen = past.where(occasions_visible_to(person), hosted_by([network.id]), Occasion.ends_at <= before)
    return db.session.scalars(seen).one()


def item_of(meeting: Meeting, item_id: UUID) -> AgendaItem:
    """Return an item of the meeting's agenda, on it or taken off it. Raises NoResultFound."""
    found = select(AgendaItem).where(AgendaItem.id == item_id, AgendaItem.meeting_id == meeting.id)
    return db.session.scalars(found).one()


def _load_members(meeting: Meeting) -> None:
    """Give the hosts their memberships, with people and municipalities, in one statement."""
    theirs: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for membership in db.session.scalars(_MEMBERS, {"meeting": meeting.id}):
        theirs[membership.network_id].append(membership)
    for network in meeting.hosts:
        set_committed_value(network, "memberships", theirs[network.id])
