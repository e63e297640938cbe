"""What is said of a person, field by field, and which of two values is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.people.models import Language, Person
from app.wording import N_


class Field(StrEnum):
    """What is chosen for itself; a library comes with its municipality."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    TITLE = "title"
    WORKPLACE = "workplace"
    LANGUAGE = "language"

    @property
    def label(self) -> str:
        """What the form calls it."""
        return {
            Field.NAME: N_("Namn"),
            Field.EMAIL: N_("E-post att logga in med"),
            Field.PHONE: N_("Telefon"),
            Field.TITLE: N_("Titel"),
            Field.WORKPLACE: N_("Kommun och bibliotek"),
            Field.LANGUAGE: N_("Språk"),
        }[self]


_LANGUAGES = {Language.SWEDISH: "Svenska", Language.ENGLISH: "English", None: ""}
Choices = Mapping[Field, Person]
"""Whose value is kept, field by field."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of both in one field, as text."""

    field: Field
    kept: str
    gone: str

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return bool(self.kept and self.gone and self.kept != self.gone)


def said_of(kept: Person, gone: Person) -> list[Said]:
    """Return what is said of both."""
    return [Said(each, value_of(kept, each), value_of(gone, each)) for each in Field]


def value_of(person: Person, field: Field) -> str:
    """Return what is said of a person in a field, as text; empty when nothing is."""
    places = [each.name for each in (person.municipality, person.library) if each is not None]
    return {
        Field.NAME: person.name,
        Field.EMAIL: person.email,
        Field.PHONE: person.phone,
        Field.TITLE: person.title,
        Field.WORKPLACE: ", ".join(places),
        Field.LANGUAGE: _LANGUAGES[person.language],
    }[field]


def usual_choices(kept: Person, gone: Person) -> dict[Field, Person]:
    """Return the kept person's values, and the other's where there is none."""
    return {each.field: gone if each.gone and not each.kept else kept for each in said_of(kept, gone)}


def apply(kept: Person, chosen: Choices) -> None:
    """Let the chosen values be the kept person's; the address is for the caller, since each is held once."""
    name, place = chosen[Field.NAME], chosen[Field.WORKPLACE]
    kept.is_manager = manages_afterwards(kept, place)
    kept.given_name, kept.family_name = name.given_name, name.family_name
    kept.phone, kept.title = chosen[Field.PHONE].phone, chosen[Field.TITLE].title
    kept.municipality, kept.library = place.municipality, place.library
    kept.language = chosen[Field.LANGUAGE].language


def manages_afterwards(kept: Person, place: Person) -> bool:
    """Whether the kept person leads libraries: whoever did so in the municipality that is kept goes on."""
    return place.is_manager or (kept.is_manager and kept.municipality_id == place.municipality_id)
