"""Finding people: by words, by place; lists in Swedish order."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app import db
from app.people.models import Person, Workplace
from app.places.models import Library, Municipality
from app.swedish import sort_key

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Those who were found by some words, in Swedish order, and whether the words fit more people than these."""

    words: str = ""
    people: Sequence[Person] = ()
    are_more: bool = False


def person_with(person_id: UUID) -> Person:
    """Return a person, with municipality and library. Raises NoResultFound."""
    others = selectinload(Person.workplaces).joinedload(Workplace.library).joinedload(Library.municipality)
    return db.session.scalars(_with_places(select(Person)).where(Person.id == person_id).options(others)).one()


def doubles_of(person: Person) -> Sequence[Person]:
    """Return the closed accounts that turned out to be the same person."""
    found = select(Person).where(Person.merged_into_id == person.id).order_by(Person.closed_at, Person.id)
    return db.session.scalars(found.limit(100)).all()


def open_person(person_id: UUID) -> Person | None:
    """Return somebody with an open account, with municipality and library; None when there is nobody."""
    found = select(Person).where(Person.id == person_id, Person.closed_at.is_(None))
    return db.session.scalars(_with_places(found)).one_or_none()


def named(words: str) -> list[ColumnElement[bool]]:
    """The conditions that every word stands somewhere in a person's name, whatever its case and accents."""
    return [Person.sort_key.contains(word, autoescape=True) for word in sort_key(words).split()]


def people_found_by(words: str) -> Found:
    """Return the first MOST_FOUND with open accounts of whom every word tells something; one statement.

    A word stands somewhere in the name, the municipality, the library or the address. Only for those who may see
    everybody's address. No words find nobody.
    """
    told = [word for word in words.split() if sort_key(word)]
    if not told:
        return Found(words)
    places = select(Person).outerjoin(Person.municipality).outerjoin(Person.library)
    eager = places.options(contains_eager(Person.municipality), contains_eager(Person.library))
    fits = eager.where(Person.closed_at.is_(None), *map(_tells, told))
    people = db.session.scalars(fits.order_by(Person.sort_key, Person.id).limit(MOST_FOUND + 1)).all()
    return Found(words, people[:MOST_FOUND], len(people) > MOST_FOUND)


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


def _tells(word: str) -> ColumnElement[bool]:
    """The condition that a word stands somewhere in what is known of a person."""
    names = (Person.sort_key, Municipality.sort_key, Library.sort_key)
    found = (each.contains(sort_key(word), autoescape=True) for each in names)
    return or_(*found, Person.email.contains(word.casefold(), autoescape=True))


def _with_places(statement: Select[Person]) -> Select[Person]:
    return statement.options(joinedload(Person.municipality), joinedload(Person.library))
