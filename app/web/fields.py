"""Form fields that several features ask with: a day, a whole number, one of few, several; mistakes in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, cast

from wtforms import DateField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import StopValidation

from app.web.forms import trimmed
from app.wording import N_, Message

FIRST_YEAR, LAST_YEAR = 1950, 2100


class DayField(DateField):
    """A day, written as 2026-11-24 where the browser has no calendar of its own; empty if none is needed."""

    def __init__(self, label: str, *, needed: str = "", **options: Any) -> None:
        super().__init__(label, **options)
        self.needed = needed

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day. Raises ValueError with a sentence that says how to write it."""
        text = trimmed(valuelist[0]) if valuelist else ""
        self.data = None
        if not text:
            return
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise ValueError(Message(N_("Skriv dagen som år-månad-dag, till exempel 2026-11-24."))) from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            between = Message(N_("Skriv ett år mellan %(first)s och %(last)s."), first=FIRST_YEAR, last=LAST_YEAR)
            raise ValueError(between)
        self.data = day

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Ask for the day where it is needed."""
        if self.needed and self.data is None and not self.process_errors:
            raise StopValidation(self.needed)


class WholeField(StringField):
    """A whole number between two, or nothing. The number is in `number`; `data` keeps what was typed."""

    def __init__(self, label: str, *, least: int, most: int, **options: Any) -> None:
        super().__init__(label, filters=[trimmed], **options)
        self.least, self.most = least, most

    @property
    def number(self) -> int | None:
        """The number, if one was given."""
        return int(self.data) if self.data else None

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse what is not such a number."""
        typed = str(self.data or "")
        whole = typed.isascii() and typed.isdigit() and len(typed) < 6
        if typed and not (whole and self.least <= int(typed) <= self.most):
            said = Message(N_("Skriv ett helt tal mellan %(least)s och %(most)s."), least=self.least, most=self.most)
            raise StopValidation(said)  # type: ignore[arg-type]


class OneOf(RadioField):
    """One of few: of the kinds of an enumeration, each with its label, or of numbers with words."""

    def __init__(
        self, label: str, *, kinds: type[StrEnum] | None = None, words: Mapping[int, str] | None = None, **options: Any
    ) -> None:
        known = {each.value: each.label for each in kinds} if kinds else dict(words or {})  # type: ignore[attr-defined]
        super().__init__(label, coerce=kinds or int, choices=cast(Any, known), **options)
        self.type = "RadioField"  # what the macros know it by

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the choice; what is none of them is no choice."""
        self.data = None
        try:
            super().process_formdata(valuelist)
        except ValueError:
            self.data = None

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Ask for a choice where there is none."""
        if self.data is None or not any(option.checked for option in self):
            raise StopValidation(N_("Välj ett av alternativen."))


class SeveralField(SelectMultipleField):
    """A choice of none, one or several of those that stand there."""

    def __init__(self, label: str, *, needed: str = "", **options: Any) -> None:
        super().__init__(label, validate_choice=False, choices=cast(Any, {}), **options)
        self.needed = needed

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse what was not among the choices, and none where one is needed."""
        if not _values(self).issuperset(self.data or ()):
            raise StopValidation(N_("Välj bland dem som står här."))
        if self.needed and not self.data:
            raise StopValidation(self.needed)


class OneField(RadioField):
    """A choice of one among few; what it begins with counts until something else is chosen."""

    def __init__(
        self, label: str, *, choices: Mapping[str, str] | Iterable[tuple[str, str]], needed: str = "", **options: Any
    ) -> None:
        super().__init__(label, choices=cast(Any, dict(choices)), validate_choice=False, **options)
        self.type = "RadioField"  # what the pages know it by
        self.needed = needed

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse what was not among the choices, and nothing where one is needed."""
        if self.data and self.data not in _values(self):
            raise StopValidation(N_("Välj bland dem som står här."))
        if self.needed and not self.data:
            raise StopValidation(self.needed)


def _values(field: SelectField) -> set[str]:
    return set(cast(dict[str, str], field.choices))
