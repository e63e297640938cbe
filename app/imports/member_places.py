"""Finds the municipality and the library that a row of a member list names, or says why it can't."""

from dataclasses import dataclass, field

from app.imports.member_list import MemberRow
from app.imports.member_register import Register
from app.imports.member_state import LibrarySlot
from app.places.models import Municipality
from app.swedish import sort_key
from app.wording import N_, Message

LONGEST_NAME = 120


@dataclass(slots=True)
class Places:
    """Where somebody works, as a row has it: what was found, what is worth knowing, and what stands in the way."""

    municipality: Municipality | None = None
    library: LibrarySlot | None = None
    notes: list[Message] = field(default_factory=list)
    reasons: list[Message] = field(default_factory=list)
    lacks: bool = False
    """Whether the library is not here."""


def said(text: str) -> str:
    """Return what a cell says; a dash alone says nothing."""
    return text if sort_key(text) else ""


def places_of(row: MemberRow, register: Register, *, home: Municipality | None) -> Places:
    """Find the municipality and the library of a row; home is the municipality the person has already."""
    places = Places()
    municipality, library = said(row.municipality), said(row.library)
    if municipality:
        places.municipality = register.municipality(municipality)
        if places.municipality is None:
            places.reasons.append(_no_municipality(municipality, register))
            return places  # which library is meant can't be said either
    if library:
        _find_library(places, library, register, places.municipality or home)
    return places


def _find_library(places: Places, name: str, register: Register, where: Municipality | None) -> None:
    found = [register.library(name, where)] if where is not None else []
    if not any(found) and places.municipality is None:
        found = [*register.libraries(name)]
    known = [slot for slot in found if slot is not None]
    if len(known) > 1:
        places.reasons.append(Message(N_("Biblioteket ”%(name)s” finns i flera kommuner. Skriv kommunen."), name=name))
    elif known:
        places.library = known[0]
    elif where is not None and register.create_missing and len(name) <= LONGEST_NAME:
        like = register.library_like(name, where)
        places.library = register.add_library(name, where)
        if like:
            places.notes.append(Message(N_("”%(name)s” skapas, men liknar ”%(like)s”."), name=name, like=like))
    else:
        places.reasons.append(_no_library(name, register, where))
        places.lacks = True


def _no_municipality(name: str, register: Register) -> Message:
    like = register.municipality_like(name)
    if like:
        return Message(N_("Kommunen ”%(name)s” finns inte här. Menar du %(like)s?"), name=name, like=like)
    return Message(N_("Kommunen ”%(name)s” finns inte här. Lägg till den bland kommunerna först."), name=name)


def _no_library(name: str, register: Register, where: Municipality | None) -> Message:
    if len(name) > LONGEST_NAME:
        return Message(N_("Bibliotekets namn har mer än %(most)s tecken."), most=LONGEST_NAME)
    elsewhere = register.libraries(name)
    like = register.library_like(name, where)
    if where is None and not like:
        told = N_("Biblioteket ”%(name)s” finns inte här. Skriv kommunen, så går det att skapa det.")
        return Message(told, name=name)
    if where is not None and elsewhere:
        there = elsewhere[0].municipality.name
        told = N_("Biblioteket ”%(name)s” ligger i %(there)s, inte i %(place)s. Rätta det som är fel.")
        return Message(told, name=name, there=there, place=where.name)
    if like:
        return Message(N_("Biblioteket ”%(name)s” finns inte här. Menar du %(like)s?"), name=name, like=like)
    return Message(N_("Biblioteket ”%(name)s” finns inte här. Välj att skapa det som saknas."), name=name)
