"""The requests that wait: one's own, and those that a coordinator is to answer."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import contains_eager, joinedload

from app import clock, db
from app.joining.models import JoinRequest
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import active_on, visible_to
from app.people.models import Person


def own_request(person: Person, network: Network) -> JoinRequest | None:
    """Return the latest thing a person has asked of a network, waiting or answered."""
    found = select(JoinRequest).where(JoinRequest.network_id == network.id, JoinRequest.person_id == person.id)
    latest = found.order_by(JoinRequest.outcome.is_not(None), JoinRequest.asked_at.desc(), JoinRequest.id)
    return db.session.scalars(latest.limit(1)).first()


def waiting_in(network: Network) -> Sequence[JoinRequest]:
    """Return who waits for an answer from a network, the longest first. For those who answer."""
    return db.session.scalars(_waiting().where(JoinRequest.network_id == network.id).limit(200)).all()


def waiting_for(person: Person, most: int = 20) -> Sequence[JoinRequest]:
    """Return who waits for an answer in the networks a person coordinates, the longest first."""
    leads = exists().where(
        Membership.network_id == JoinRequest.network_id,
        Membership.person_id == person.id,
        Membership.role == Role.COORDINATOR,
        active_on(clock.today()),
    )
    found = _waiting().where(leads.correlate(JoinRequest), Network.archived_at.is_(None))
    return db.session.scalars(found.limit(most)).all()


def request_in(network: Network, request_id: UUID) -> JoinRequest:
    """Return a request to join a network. Raises NoResultFound."""
    found = select(JoinRequest).where(JoinRequest.id == request_id, JoinRequest.network_id == network.id)
    places = joinedload(JoinRequest.person, innerjoin=True)
    with_places = found.options(places.joinedload(Person.municipality), places.joinedload(Person.library))
    return db.session.scalars(with_places).one()


def requests_of(person: Person, *, seen_by: Person) -> Sequence[JoinRequest]:
    """Return what a person waits for, in networks that the reader can see, in Swedish order."""
    found = _waiting().where(JoinRequest.person_id == person.id, visible_to(seen_by))
    return db.session.scalars(found.order_by(None).order_by(Network.sort_key, JoinRequest.id).limit(100)).all()


def _waiting() -> Select[JoinRequest]:
    """Return the statement for those who wait, are not in by another way, and have an account."""
    person = contains_eager(JoinRequest.person)
    is_in = exists().where(
        Membership.network_id == JoinRequest.network_id,
        Membership.person_id == JoinRequest.person_id,
        Membership.role != Role.GUEST,
        active_on(clock.today()),
    )
    return (
        select(JoinRequest)
        .join(JoinRequest.network)
        .join(JoinRequest.person)
        .where(JoinRequest.outcome.is_(None), Person.closed_at.is_(None), ~is_in.correlate(JoinRequest))
        .options(contains_eager(JoinRequest.network), person.joinedload(Person.municipality))
        .order_by(JoinRequest.asked_at, JoinRequest.id)
    )
