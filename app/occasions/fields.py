"""Form fields for a time of day, a safe link and a choice of several, with mistakes in words."""

import re
from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any, cast
from urllib.parse import urlsplit

from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TimeField
from wtforms.validators import StopValidation

from app.web.forms import too_long, trimmed
from app.wording import N_

LONGEST_LINK = 500
_CLOCK = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?(?:[.:][0-9]{2})?")


class ClockField(TimeField):
    """A time of day, written 9.30 or 09:30 where the browser has no clock of its own; empty if none is needed."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the time. Raises ValueError with a sentence that says how to write it."""
        text = trimmed(valuelist[0]) if valuelist else ""
        self.data = None
        if not text:
            return
        found = _CLOCK.fullmatch(text)
        hour, minute = (int(part or 0) for part in found.groups()) if found else (99, 0)
        if hour > 23 or minute > 59:
            raise ValueError(N_("Skriv tiden med timme och minut, till exempel 9.30"))
        self.data = time(hour, minute)


class HttpsField(StringField):
    """The address of an online meeting: https only, so that what is said there stays between those who meet."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, filters=[trimmed], **options)

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse anything but an https address without spaces."""
        link = self.data or ""
        if len(link) > LONGEST_LINK:
            raise StopValidation(too_long(LONGEST_LINK))  # type: ignore[arg-type]
        if link and not _is_https(link):
            raise StopValidation(N_("Klistra in hela adressen. Den börjar med https://"))


class SeveralField(SelectMultipleField):
    """A choice of none, one or several of those that stand there."""

    def __init__(self, label: str, *, needed: str = "", **options: Any) -> None:
        super().__init__(label, validate_choice=False, choices=cast(Any, {}), **options)
        self.needed = needed

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse what was not among the choices, and none where one is needed."""
        if not _values(self).issuperset(self.data or ()):
            raise StopValidation(N_("Välj bland dem som står här"))
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
            raise StopValidation(N_("Välj bland dem som står här"))
        if self.needed and not self.data:
            raise StopValidation(self.needed)


def _values(field: SelectField) -> set[str]:
    return set(cast(dict[str, str], field.choices))


def _is_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", link)
