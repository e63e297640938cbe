"""Finding municipalities and libraries, in Swedish order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app import db
from app.places.models import Library, Municipality


def municipalities() -> Sequence[Municipality]:
    """Return every municipality."""
    return db.session.scalars(select(Municipality).order_by(Municipality.sort_key, Municipality.id)).all()


def municipalities_with_libraries() -> Sequence[Municipality]:
    """Return every municipality with its libraries; two statements."""
    found = select(Municipality).options(selectinload(Municipality.libraries))
    return db.session.scalars(found.order_by(Municipality.sort_key, Municipality.id)).all()


def municipality_by(slug: str) -> Municipality:
    """Return the municipality of an address, with its libraries. Raises NoResultFound."""
    found = select(Municipality).where(Municipality.slug == slug).options(selectinload(Municipality.libraries))
    return db.session.scalars(found).one()


def library_in(municipality: Municipality, library_id: UUID) -> Library:
    """Return a library of a municipality. Raises NoResultFound."""
    found = select(Library).where(Library.id == library_id, Library.municipality_id == municipality.id)
    return db.session.scalars(found).one()
