"""Which occasions a person can see."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Select, and_, exists, or_, select, true
from sqlalchemy.orm import QueryableAttribute, load_only, selectinload

from app import clock, db
from app.focus.models import FocusArea
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import active_on, visible_to
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.models import Occasion, occasion_hosts
from app.occasions.span import LONGEST
from app.people.models import Person

Moment = datetime | BindParameter[datetime]

AT_A_GLANCE = load_only(
    Occasion.kind, Occasion.state, Occasion.title, Occasion.lead_id,
    Occasion.starts_at, Occasion.ends_at, Occasion.first_day, Occasion.last_day,
)  # fmt: skip
"""What is loaded of an occasion that is only named, with its time and a link: a third of its columns."""


def occasions_visible_to(person: Person) -> ColumnElement[bool]:
    """The condition that an occasion exists for a person: called by a network the person sees, or planned by them."""
    if person.is_administrator:
        return true()
    hosted = occasion_hosts.c.occasion_id == Occasion.id
    seen = exists().where(hosted, occasion_hosts.c.network_id == Network.id, visible_to(person))
    coordinated = exists().where(
        hosted,
        occasion_hosts.c.network_id == Membership.network_id,
        Membership.person_id == person.id,
        Membership.role == Role.COORDINATOR,
        active_on(clock.today()),
    )
    return or_(and_(Occasion.state != OccasionState.DRAFT, seen), coordinated)


def touching(start: Moment, end: Moment, *, since: Moment | None = None) -> ColumnElement[bool]:
    """The condition that an occasion goes on at some moment from start to end.

    Nothing lasts longer than LONGEST: the database need not look through all that ever was. since: start less LONGEST,
    to be given for a start that is a parameter of a statement made once.
    """
    earliest = start - LONGEST if isinstance(start, datetime) else since
    return and_(Occasion.starts_at < end, Occasion.ends_at > start, Occasion.starts_at > earliest)


def hosted_by(network_ids: Sequence[UUID]) -> ColumnElement[bool]:
    """The condition that one of the networks hosts the occasion."""
    return exists().where(occasion_hosts.c.occasion_id == Occasion.id, occasion_hosts.c.network_id.in_(network_ids))


def occasions_between(
    person: Person, *, start: datetime, end: datetime, networks: Sequence[UUID] | None = None, most: int = 500
) -> Sequence[Occasion]:
    """Return what a person can see that touches a span of time, in order of time; perhaps of some networks only."""
    found = with_hosts(select(Occasion), seen_by=person).where(occasions_visible_to(person), touching(start, end))
    if networks is not None:
        found = found.where(hosted_by(networks))
    return db.session.scalars(found.order_by(Occasion.starts_at, Occasion.id).limit(most)).all()


def occasion_for(person: Person, occasion_id: UUID) -> Occasion:
    """Return the occasion with its hosts, members and answers. To a stranger it does not exist: NoResultFound."""
    found = with_people(select(Occasion)).where(occasions_visible_to(person), Occasion.id == occasion_id)
    return db.session.scalars(found).one()


def activity_for(person: Person, occasion_id: UUID) -> Occasion:
    """Return a joint activity with all that occasion_for loads. A meeting is none: NoResultFound."""
    found = with_people(select(Occasion)).where(occasions_visible_to(person), Occasion.id == occasion_id)
    return db.session.scalars(found.where(Occasion.kind == OccasionKind.ACTIVITY)).one()


def focus_areas_from(day: date) -> Sequence[FocusArea]:
    """Return the focus areas that are in force on a day or later, in the order of their plans."""
    found = select(FocusArea).where(or_(FocusArea.valid_to.is_(None), FocusArea.valid_to >= day))
    return db.session.scalars(found.order_by(FocusArea.valid_from, FocusArea.position, FocusArea.id).limit(50)).all()


def visible_hosts(person: Person) -> QueryableAttribute[Any]:
    """Return what to load of an occasion's hosts for pages that are only read: those that exist for a person.

    What a person may do is the same by these as by all hosts. Whoever changes an occasion needs all of them.
    """
    return Occasion.hosts.and_(visible_to(person))


def with_hosts(statement: Select[Occasion], *, seen_by: Person) -> Select[Occasion]:
    """Load the host networks too, those that a person sees."""
    return statement.options(selectinload(visible_hosts(seen_by)))


def with_people(statement: Select[Occasion]) -> Select[Occasion]:
    """Load hosts, their memberships and people, and the answers: what policies and the answers' list ask for."""
    memberships = selectinload(Occasion.hosts).selectinload(Network.memberships)
    return statement.options(
        memberships.joinedload(Membership.person, innerjoin=True).joinedload(Person.municipality),
        selectinload(Occasion.answers),
        selectinload(Occasion.focus_areas),
    )
