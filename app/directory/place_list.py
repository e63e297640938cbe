"""The list of municipalities: sought by their own or a library's name, in the order asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from app.people.queries import how_many_of_each
from app.places.models import Municipality
from app.places.queries import municipalities_with_libraries
from app.sheets.cells import Row
from app.swedish import sort_key
from app.web.lists import Asked, asked_of
from app.wording import N_

HEADS = (N_("Kommun"), N_("Hela namnet"), N_("Kommunkod"), N_("Bibliotek"), N_("Personer"))


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality in the list, and how many people it has."""

    municipality: Municipality
    people: int


def places_listed(args: Mapping[str, str]) -> tuple[Asked, list[Place]]:
    """Return what an address asks of the list, and the municipalities it then holds; three statements."""
    asked = asked_of(url_for("places.index"), args, filters=("name",), orders=("name", "libraries", "people"))
    people = how_many_of_each()
    words = sort_key(asked.filters.get("name", "")).split()
    found = [
        Place(each, people.get(each.id, 0))
        for each in municipalities_with_libraries()
        if all(word in _names(each) for word in words)
    ]
    if asked.order == "libraries":
        found.sort(key=lambda each: len(each.municipality.libraries), reverse=asked.backwards)
    elif asked.order == "people":
        found.sort(key=lambda each: each.people, reverse=asked.backwards)
    elif asked.backwards:
        found.reverse()
    return asked, found


def rows_of(found: Sequence[Place]) -> list[Row]:
    """Return the municipalities as rows under HEADS."""
    return [
        (each.municipality.name, each.municipality.full_name, each.municipality.code,
         ", ".join(library.name for library in each.municipality.libraries), each.people)
        for each in found
    ]  # fmt: skip


def _names(municipality: Municipality) -> str:
    return " ".join([municipality.sort_key, *(each.sort_key for each in municipality.libraries)])
