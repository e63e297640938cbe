"""Memberships that a person can see: of a network, and of somebody."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from app import clock, db
from app.memberships.policy import Circle
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import active_on, visible_to
from app.people.models import Person
from app.places.models import Municipality


def network_with_roster(person: Person, slug: str) -> Network:
    """Return a network, all its memberships ever, and their people. To a stranger a closed one is NoResultFound."""
    people = selectinload(Network.memberships).joinedload(Membership.person, innerjoin=True)
    found = select(Network).where(visible_to(person), Network.slug == slug)
    places = people.options(joinedload(Person.municipality), joinedload(Person.library))
    return db.session.scalars(found.options(places)).one()


def membership_in(network: Network, membership_id: UUID) -> Membership:
    """Return a membership of a network whose roster is loaded. Raises NoResultFound."""
    for each in network.memberships:
        if each.id == membership_id:
            return each
    raise NoResultFound("no such membership in this network")


def circle_of(person: Person) -> Circle:
    """Return whom a person shares a network with today, and whether they coordinate any; one statement."""
    today = clock.today()
    other = aliased(Membership)
    found = (
        select(Membership.role, other.person_id)
        .join(Network, Network.id == Membership.network_id)
        .join(other, other.network_id == Membership.network_id)
        .where(Membership.person_id == person.id, active_on(today), Network.archived_at.is_(None))
        .where(other.starts_on <= today, other.ends_on.is_(None) | (other.ends_on >= today))
        .distinct()
    )
    rows = db.session.execute(found).all()
    coordinates = any(role is Role.COORDINATOR for role, _ in rows)
    return Circle(people=frozenset(each for _, each in rows), coordinates=coordinates)


def memberships_of(person: Person, *, seen_by: Person) -> Sequence[Membership]:
    """Return what somebody is and was in networks that a person can see, the latest first."""
    found = _seen_by(seen_by).where(Membership.person_id == person.id).options(joinedload(Membership.municipality))
    ordered = found.order_by(Membership.starts_on.desc(), Network.sort_key, Membership.id)
    return db.session.scalars(ordered.limit(500)).all()


def networks_of(people: Collection[UUID], *, seen_by: Person, on: date) -> dict[UUID, list[Network]]:
    """Return the networks each of some people belongs to on a day, those a person can see, in Swedish order."""
    found = _seen_by(seen_by).where(Membership.person_id.in_(people), active_on(on), Network.archived_at.is_(None))
    result: dict[UUID, list[Network]] = {}
    for each in db.session.scalars(found.order_by(Network.sort_key, Network.id)):
        own = result.setdefault(each.person_id, [])
        if each.network not in own:
            own.append(each.network)
    return result


def seats_of_place(municipality: Municipality, *, seen_by: Person) -> tuple[Sequence[Network], Sequence[Membership]]:
    """Return the networks a person can see, and those who represent a municipality in them, or did; two statements."""
    networks = select(Network).where(visible_to(seen_by), Network.archived_at.is_(None))
    found = (
        _seen_by(seen_by)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.municipality_id == municipality.id, Network.archived_at.is_(None))
        .options(contains_eager(Membership.person))
        .order_by(Person.sort_key, Membership.starts_on, Membership.id)
    )
    listed = db.session.scalars(networks.order_by(Network.sort_key, Network.id)).all()
    return listed, db.session.scalars(found.limit(5_000)).all()


def coordinated_alone_by(person: Person) -> Sequence[Network]:
    """Return the networks that nobody else coordinates today, in Swedish order."""
    today = active_on(clock.today())
    here = (Membership.network_id == Network.id) & (Membership.role == Role.COORDINATOR) & today
    own = exists().where(here, Membership.person_id == person.id)
    open_account = (Person.id == Membership.person_id) & Person.closed_at.is_(None)
    others = exists().where(here, Membership.person_id != person.id, open_account)
    found = select(Network).where(own, ~others, Network.archived_at.is_(None))
    return db.session.scalars(found.order_by(Network.sort_key, Network.id)).all()


def _seen_by(person: Person) -> Select[Membership]:
    network = contains_eager(Membership.network)
    return select(Membership).join(Membership.network).where(visible_to(person)).options(network)
