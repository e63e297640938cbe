"""Finding people: lists in Swedish order."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from app import db
from app.people.models import Person
from app.places.models import Municipality
from app.swedish import sort_key

PAGE = 100
"""How many people stand on one page of the list."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its people, its number from 1, the last page's number, and how many people there are."""

    people: Sequence[Person]
    number: int
    last: int
    total: int


def people_page(
    *, name: str = "", municipality: Municipality | None = None, closed: bool = False, number: int = 1
) -> Page:
    """Return a page of the people with open accounts (or closed ones), by name and municipality; two statements."""
    found = _narrowed(select(Person), name, municipality).where(
        Person.closed_at.is_not(None) if closed else Person.closed_at.is_(None)
    )
    total = db.session.scalar(select(func.count()).select_from(found.subquery())) or 0
    last = max(1, -(-total // PAGE))
    here = min(max(number, 1), last)
    ordered = _with_places(found).order_by(Person.sort_key, Person.id).limit(PAGE).offset((here - 1) * PAGE)
    return Page(db.session.scalars(ordered).all(), here, last, total)


def person_with(person_id: UUID) -> Person:
    """Return a person, with municipality and library. Raises NoResultFound."""
    return db.session.scalars(_with_places(select(Person)).where(Person.id == person_id)).one()


def people_to_choose() -> Sequence[Person]:
    """Return everybody with an open account, municipality by municipality, each in Swedish order."""
    found = select(Person).outerjoin(Person.municipality).where(Person.closed_at.is_(None)).limit(5_000)
    ordered = found.order_by(Municipality.sort_key.nulls_last(), Person.sort_key, Person.id)
    return db.session.scalars(_with_places(ordered)).all()


def people_of(municipality: Municipality) -> Sequence[Person]:
    """Return the people of a municipality with open accounts, in Swedish order."""
    found = _narrowed(select(Person), "", municipality).where(Person.closed_at.is_(None))
    return db.session.scalars(_with_places(found).order_by(Person.sort_key, Person.id).limit(1_000)).all()


def _narrowed(statement: Select[Person], name: str, municipality: Municipality | None) -> Select[Person]:
    """Keep those whose name has every word that was sought, wherever it stands, whatever its case and accents."""
    for word in sort_key(name).split():
        statement = statement.where(Person.sort_key.contains(word, autoescape=True))
    return statement if municipality is None else statement.where(Person.municipality_id == municipality.id)


def _with_places(statement: Select[Person]) -> Select[Person]:
    return statement.options(joinedload(Person.municipality), joinedload(Person.library))
