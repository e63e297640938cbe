"""Form fields for a time of day and a safe link, with mistakes in words."""

import re
from datetime import time
from typing import Any
from urllib.parse import urlsplit

from wtforms import StringField, TimeField
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
            raise ValueError(N_("Skriv tiden med timme och minut, till exempel 9.30."))
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
            raise StopValidation(N_("Klistra in hela adressen, med https:// först."))


def _is_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", link)
