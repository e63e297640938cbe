"""Adding and renaming municipalities and libraries."""

from sqlalchemy import select

from app import db
from app.places.models import Library, Municipality
from app.swedish import LONGEST_SLUG, slug, sort_key
from app.turns import Names, wait_for_turn
from app.wording import N_, Refusal


class PlaceIsKnown(Refusal):
    """Two places can't have the same name."""


def add_municipality(*, name: str, full_name: str = "", code: str = "") -> Municipality:
    """Add a municipality. Raises PlaceIsKnown."""
    _must_be_new(name)
    municipality = Municipality(name=name, full_name=full_name, code=code, slug=_free_slug(name))
    db.session.add(municipality)
    db.session.flush()
    return municipality


def describe_municipality(municipality: Municipality, *, name: str, full_name: str = "", code: str = "") -> None:
    """Rename a municipality; its address stays. Raises PlaceIsKnown."""
    _must_be_new(name, municipality)
    municipality.name, municipality.full_name, municipality.code = name, full_name, code
    db.session.flush()


def add_library(municipality: Municipality, *, name: str) -> Library:
    """Add a library to a municipality. Raises PlaceIsKnown."""
    _must_be_new_in(municipality, name)
    library = Library(municipality=municipality, name=name)
    db.session.add(library)
    db.session.flush()
    return library


def rename_library(library: Library, *, name: str) -> None:
    """Rename a library. Raises PlaceIsKnown."""
    _must_be_new_in(library.municipality, name, library)
    library.name = name
    db.session.flush()


def _must_be_new(name: str, but: Municipality | None = None) -> None:
    wait_for_turn(Names.PLACES)
    found = select(Municipality).where(Municipality.sort_key == sort_key(name))
    if any(each is not but for each in db.session.scalars(found)):
        raise PlaceIsKnown(N_("%(name)s finns redan. Välj ett annat namn."), name=name)


def _must_be_new_in(municipality: Municipality, name: str, but: Library | None = None) -> None:
    wait_for_turn(Names.PLACES)
    found = select(Library).where(Library.municipality_id == municipality.id, Library.sort_key == sort_key(name))
    if any(each is not but for each in db.session.scalars(found)):
        told = N_("%(name)s finns redan i %(place)s. Välj ett annat namn.")
        raise PlaceIsKnown(told, name=name, place=municipality.name)


def _free_slug(name: str) -> str:
    taken = set(db.session.scalars(select(Municipality.slug)))
    first = slug(name)
    tries = (f"{first[: LONGEST_SLUG - 5].rstrip('-')}-{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(each for each in tries if each not in taken)
