"""Finds the municipality and the library that a row of a member list names, or says why it can't."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.imports.member_list import MemberRow
from app.imports.member_register import Register
from app.imports.member_state import LibrarySlot
from app.places.models import Municipality
from app.swedish import sort_key
from app.wording import N_, Message

LONGEST_NAME = 120
_PLAIN_LETTER = re.compile("[A-Za-z0-9]")  # a text with one has a key; to work it out takes far longer


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
    return text if _PLAIN_LETTER.search(text) or sort_key(text) else ""


def places_of(row: MemberRow, register: Register) -> Places:
    """Find the municipality and the library of a row by what the row itself says, so that the next time is the same."""
    places = Places()
    municipality, library = said(row.municipality), said(row.library)
    if municipality:
        places.municipality = register.municipality(municipality)
        if places.municipality is None:
            places.reasons.append(_no_municipality(municipality, register))
            return places  # which library is meant can't be said either
    if library:
        _find_library(places, library, register, places.municipality)
    return places


def foresee_libraries(rows: Iterable[MemberRow], register: Register) -> None:
    """Let every row find the libraries that others would make, wherever in the list those stand."""
    for row in rows if register.create_missing else ():
        municipality, library = register.municipality(row.municipality), said(row.library)
        if municipality is not None and library and len(library) <= LONGEST_NAME:
            register.add_library(library, municipality)


def _find_library(places: Places, name: str, register: Register, where: Municipality | None) -> None:
    known = register.libraries(name, where)
    if len(known) > 1:
        places.reasons.append(Message(N_("Biblioteket ”%(name)s” finns i flera kommuner. Skriv kommunen."), name=name))
    elif known:
        places.library = known[0]
        like = register.library_like(name, where) if known[0].library is None else None
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
        return Message(N_("Bibliotekets namn har mer än %(most)s tecken. Korta det."), most=LONGEST_NAME)
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
