"""Finding people: lists in Swedish order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from app import db
from app.people.models import Person, Workplace
from app.places.models import Library, Municipality


def person_with(person_id: UUID) -> Person:
    """Return a person, with municipality and library. Raises NoResultFound."""
    others = selectinload(Person.workplaces).joinedload(Workplace.library).joinedload(Library.municipality)
    return db.session.scalars(_with_places(select(Person)).where(Person.id == person_id).options(others)).one()


def doubles_of(person: Person) -> Sequence[Person]:
    """Return the closed accounts that turned out to be the same person."""
    found = select(Person).where(Person.merged_into_id == person.id).order_by(Person.closed_at, Person.id)
    return db.session.scalars(found.limit(100)).all()


def people_to_choose() -> Sequence[Person]:
    """Return everybody with an open account, municipality by municipality, each in Swedish order."""
    found = select(Person).outerjoin(Person.municipality).where(Person.closed_at.is_(None)).limit(5_000)
    ordered = found.order_by(Municipality.sort_key.nulls_last(), Person.sort_key, Person.id)
    return db.session.scalars(_with_places(ordered)).all()


def people_of(municipality: Municipality) -> Sequence[Person]:
    """Return the people of a municipality with open accounts, in Swedish order."""
    found = select(Person).where(Person.municipality_id == municipality.id, Person.closed_at.is_(None))
    return db.session.scalars(_with_places(found).order_by(Person.sort_key, Person.id).limit(1_000)).all()


def how_many_of_each() -> dict[UUID, int]:
    """Return how many people with open accounts each municipality has; those with none are left out."""
    counted = select(Person.municipality_id, func.count()).where(
        Person.closed_at.is_(None), Person.municipality_id.is_not(None)
    )
    return {place: number for place, number in db.session.execute(counted.group_by(Person.municipality_id)) if place}


def _with_places(statement: Select[Person]) -> Select[Person]:
    return statement.options(joinedload(Person.municipality), joinedload(Person.library))
