"""Which networks a person can see."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, or_, select, true
from sqlalchemy.orm import selectinload

from app import clock, db
from app.networks.kinds import Role, Visibility
from app.networks.models import Membership, Network
from app.people.models import Person


def active_on(day: date) -> ColumnElement[bool]:
    """The condition that a membership is in force on a day."""
    return (Membership.starts_on <= day) & (Membership.ends_on.is_(None) | (Membership.ends_on >= day))


def visible_to(person: Person) -> ColumnElement[bool]:
    """The condition that a network exists for a person: it is open, or the person belongs to it today."""
    if person.is_administrator:
        return true()
    belongs = exists().where(
        Membership.network_id == Network.id, Membership.person_id == person.id, active_on(clock.today())
    )
    return or_(Network.visibility == Visibility.OPEN, belongs)


def networks_for(person: Person, *, with_archived: bool = False) -> Sequence[Network]:
    """Return the networks a person can see, in Swedish order; archived ones only when asked for."""
    found = _with_people(select(Network)).where(visible_to(person)).order_by(Network.sort_key, Network.id)
    return db.session.scalars(found if with_archived else found.where(Network.archived_at.is_(None))).all()


def network_for(person: Person, slug: str) -> Network:
    """Return the network, with its memberships and people. To a stranger a closed one does not exist: NoResultFound."""
    return db.session.scalars(_with_people(select(Network)).where(visible_to(person), Network.slug == slug)).one()


def my_networks(person: Person, *, role: Role | None = None) -> Sequence[Network]:
    """Return the networks a person belongs to today, perhaps only in one role, in Swedish order."""
    belongs = exists().where(
        Membership.network_id == Network.id,
        Membership.person_id == person.id,
        active_on(clock.today()),
        *([Membership.role == role] if role else []),
    )
    found = select(Network).where(belongs, Network.archived_at.is_(None))
    return db.session.scalars(found.order_by(Network.sort_key, Network.id)).all()


def coordinated_by(person: Person) -> Sequence[Network]:
    """Return the networks a person may call meetings for: those coordinated, or all for an administrator."""
    if person.is_administrator:
        found = select(Network).where(Network.archived_at.is_(None)).order_by(Network.sort_key, Network.id)
        return db.session.scalars(found).all()
    return my_networks(person, role=Role.COORDINATOR)


def _with_people(statement: Select[Network]) -> Select[Network]:
    people = selectinload(Network.memberships).joinedload(Membership.person, innerjoin=True)
    return statement.options(people.joinedload(Person.municipality), selectinload(Network.focus_areas))
