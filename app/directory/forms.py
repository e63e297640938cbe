"""What is asked about a person, a municipality and a library."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from wtforms import BooleanField, SelectField, SelectMultipleField
from wtforms.validators import StopValidation

from app.people import actions
from app.people.actions import Details
from app.people.addresses import address_mistake, clean_address
from app.people.models import Person
from app.places.models import Municipality
from app.web.forms import Form, text
from app.wording import N_, Refusal

_BESIDE: dict[type[Refusal], str] = {actions.AddressTaken: "email", actions.LibraryIsElsewhere: "library"}


def _place(label: str) -> SelectField:
    return SelectField(label, validate_choice=False, default="")


class OtherLibraries(SelectMultipleField):
    """The libraries where somebody works besides the own one, each in a list of its own, and one list more."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, validate_choice=False, choices={}, **options)

    @property
    def chosen(self) -> list[str]:
        """What stands in each list; the last one is empty."""
        return [*(each for each in dict.fromkeys(self.data or ()) if each), ""]


class PersonForm(Form):
    """Who somebody is and how to reach them."""

    given_name = text(N_("Förnamn"), needed=N_("Skriv ett förnamn."), most=80)
    family_name = text(N_("Efternamn"), most=80)
    email = text(N_("E-post"), most=254)
    phone = text(N_("Telefon"), most=40)
    title = text(N_("Titel"), most=120)
    municipality = _place(N_("Kommun"))
    library = _place(N_("Bibliotek"))
    also = OtherLibraries(N_("Arbetar också på"))
    is_manager = BooleanField(N_("Bibliotekschef: utser vilka som representerar kommunen"))

    def offer(self, places: Sequence[Municipality]) -> "PersonForm":
        """Let the municipalities and their libraries be chosen."""
        self.places = {str(each.id): each for each in places}
        self.libraries = {str(library.id): library for each in places for library in each.libraries}
        self.municipality.choices = {"": gettext("Ingen kommun")} | {str(each.id): each.name for each in places}
        groups = {each.name: {str(one.id): one.name for one in each.libraries} for each in places if each.libraries}
        self.library.choices = self.also.choices = {"": gettext("Inget bibliotek"), **groups}
        return self

    def validate_email(self, field: Any) -> None:
        """Refuse what can't be an address, in words."""
        mistake = address_mistake(clean_address(field.data or ""))
        if mistake is not None:
            raise StopValidation(mistake)  # type: ignore[arg-type]

    def details(self) -> Details:
        """Return what was said of the person, when nothing was mistaken."""
        return Details(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            email=self.email.data or "",
            phone=self.phone.data or "",
            title=self.title.data or "",
            municipality=self.places.get(self.municipality.data or ""),
            library=self.libraries.get(self.library.data or ""),
        )

    def work(self) -> dict[str, Any]:
        """Return where the person works besides, and whether as a manager, as app.directory.actions wants it."""
        also = [self.libraries[each] for each in self.also.chosen if each in self.libraries]
        return {"also": also, "is_manager": bool(self.is_manager.data)}

    def say(self, refusal: Refusal) -> None:
        """Put a refusal beside the field it is about."""
        self.refuse(_BESIDE.get(type(refusal), "given_name"), refusal.message)


def form_of(person: Person | None, places: Sequence[Municipality]) -> PersonForm:
    """Return the form, filled with what is known of a person."""
    if person is None:
        return PersonForm().offer(places)
    known = {
        **vars(person),
        "municipality": str(person.municipality_id or ""),
        "library": str(person.library_id or ""),
        "also": [str(each.library_id) for each in person.workplaces],
    }
    return PersonForm(data=known).offer(places)


class MunicipalityForm(Form):
    """What a municipality is called."""

    name = text(N_("Namn"), needed=N_("Skriv kommunens namn."), most=80)
    full_name = text(N_("Hela namnet"), most=120)
    code = text(N_("Kommunkod"), most=10)

    def validate_code(self, field: Any) -> None:
        """A code has four figures."""
        typed = field.data or ""
        if typed and not (len(typed) == 4 and typed.isascii() and typed.isdigit()):
            raise StopValidation(N_("Skriv fyra siffror, till exempel 0821."))

    def said(self) -> dict[str, str]:
        """Return what was said of the municipality, when nothing was mistaken."""
        return {"name": self.name.data or "", "full_name": self.full_name.data or "", "code": self.code.data or ""}


class LibraryForm(Form):
    """What a library is called."""

    name = text(N_("Bibliotekets namn"), needed=N_("Skriv bibliotekets namn."), most=120)
