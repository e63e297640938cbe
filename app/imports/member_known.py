"""Everything that a member list is compared with, loaded once however many rows it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from app import db, turns
from app.imports.member_list import MemberList
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.organisation.models import Organisation
from app.people.models import Person
from app.places.models import Municipality
from app.places.queries import municipalities_with_libraries

_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Known:
    """The places and networks there are, the people a list names, their memberships, and all coordinators."""

    municipalities: Sequence[Municipality]
    networks: Sequence[Network]
    people: Sequence[Person]
    memberships: Sequence[Membership]


def known_to(said: MemberList) -> Known:
    """Load what a list is compared with: four statements, and two more for each 500 addresses in it."""
    addresses = list(dict.fromkeys(row.email for row in said.rows))
    people: list[Person] = []
    for start in range(0, len(addresses), _AT_A_TIME):
        some = Person.email.in_(addresses[start : start + _AT_A_TIME])
        people += db.session.scalars(select(Person).where(some).order_by(Person.id))
    return Known(
        municipalities=municipalities_with_libraries(),
        networks=db.session.scalars(select(Network).order_by(Network.sort_key, Network.id)).all(),
        people=people,
        memberships=_memberships([person.id for person in people]),
    )


def wait_for_turn() -> None:
    """Let one file at a time be read in: the next sees what the one before has made. Until the transaction ends.

    Nobody adds a person, place or network by hand meanwhile: what the preview found free is free.
    """
    turns.wait_for_turn(turns.Names.NETWORKS, turns.Names.PEOPLE, turns.Names.PLACES)
    db.session.execute(select(Organisation.id).with_for_update())


def _memberships(people: list[UUID]) -> list[Membership]:
    """Return what the people are and were, and who coordinates or will, each membership once."""
    found = _where(Membership.role == Role.COORDINATOR)
    for start in range(0, len(people), _AT_A_TIME):
        found |= _where(Membership.person_id.in_(people[start : start + _AT_A_TIME]))
    return sorted(found.values(), key=lambda each: (each.starts_on, each.id))


def _where(condition: ColumnElement[bool]) -> dict[UUID, Membership]:
    rows = select(Membership).where(condition).options(joinedload(Membership.person, innerjoin=True))
    return {each.id: each for each in db.session.scalars(rows)}


def people_with(ids: Sequence[UUID]) -> Sequence[Person]:
    """Return people by their ids, at most 500, in Swedish order, with municipality and library."""
    found = select(Person).where(Person.id.in_(ids[:_AT_A_TIME]))
    places = found.options(joinedload(Person.municipality), joinedload(Person.library))
    return db.session.scalars(places.order_by(Person.sort_key, Person.id)).all()
