"""Form fields that ask for a person: one of a short list, or anybody, sought by words."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from flask_babel import gettext
from wtforms import SelectField, StringField
from wtforms.validators import StopValidation

from app.people import queries
from app.people.models import Person
from app.people.queries import Found
from app.wording import N_


class OnePerson(SelectField):
    """Somebody out of a list, municipality by municipality; nobody too, where nobody is needed."""

    def __init__(self, label: str, *, needed: str = "", **options: Any) -> None:
        super().__init__(label, validate_choice=False, **options)
        self.needed, self.known = needed, dict[str, Person]()

    def offer(self, people: Iterable[Person], *, empty: str) -> None:
        """Let one of these be chosen; empty is what stands for nobody."""
        elsewhere = gettext("Utan kommun")
        groups: dict[str, dict[str, str]] = {}
        for each in people:
            self.known[str(each.id)] = each
            place = each.municipality.name if each.municipality else elsewhere
            groups.setdefault(place, {})[str(each.id)] = each.name
        self.choices = {"": empty, **groups}

    @property
    def person(self) -> Person | None:
        """Who was chosen, if anybody."""
        return self.known.get(self.data or "")

    @property
    def someone(self) -> Person:
        """Who was chosen, where somebody is needed and nothing was mistaken."""
        return self.known[self.data]

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Ask for somebody where somebody is needed."""
        if (self.needed or self.data) and self.person is None:
            raise StopValidation(self.needed or N_("Välj någon ur listan."))


class SoughtPerson(StringField):
    """Somebody with an open account, sought by words and chosen among those who were found."""

    found = Found()
    """Who was found by the words that were sought last."""

    def __init__(self, label: str, *, needed: str, **options: Any) -> None:
        super().__init__(label, **options)
        self.needed = needed

    def seek(self, words: str) -> None:
        """Offer those whom some words tell of."""
        self.found = queries.people_found_by(words)

    @cached_property
    def person(self) -> Person | None:
        """Who was chosen, if anybody."""
        chosen = str(self.data or "")
        known = next((each for each in self.found.people if str(each.id) == chosen), None)
        try:
            return known or queries.open_person(UUID(chosen))
        except ValueError:
            return None

    @property
    def someone(self) -> Person:
        """Who was chosen, when nothing was mistaken."""
        assert self.person is not None  # noqa: S101 - the field asks for it
        return self.person

    @property
    def offered(self) -> list[Person]:
        """Those to choose among: whoever is chosen already stays, first if the words tell of others."""
        if self.person is None or self.person in self.found.people:
            return list(self.found.people)
        return [self.person, *self.found.people]

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Ask for somebody."""
        if self.person is None:
            raise StopValidation(self.needed)
