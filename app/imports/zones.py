"""Finds the time zone that a calendar file means, by the names of every make or by the rules that the file brings."""

from collections.abc import Iterable
from datetime import tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from app.imports.calendar_lines import Block
from app.imports.calendar_values import Window
from app.imports.file_zone import read_file_zone
from app.imports.properties import Property, read_properties
from app.imports.steps import Steps
from app.wording import N_, Message

_LONGEST_NAME = 200
_MOST_NOTES = 10


class Zones:
    """The zones of one file. What had to be assumed is told in notes."""

    def __init__(self, blocks: Iterable[Block], *, time_zone: str, window: Window, steps: Steps) -> None:
        self.local = ZoneInfo(time_zone)
        self._window = window
        self._steps = steps
        self._blocks: dict[str, Block] = {}
        self._found: dict[str, tzinfo] = {}
        self._assumed: dict[str, None] = {}
        self._has_floating_times = False
        for block in blocks:
            for name in read_properties(block.lines, frozenset({"TZID"})).get("TZID", [])[:1]:
                self._blocks.setdefault(name.value or "", block)

    def of(self, value: Property) -> tzinfo:
        """Return the zone of a property: the one it names, else the one that days here are reckoned in."""
        name = value.parameters.get("TZID", "")[:_LONGEST_NAME]
        if not name:
            text = (value.value or "").upper()
            self._has_floating_times |= "T" in text and not text.endswith("Z")
            return self.local
        if name not in self._found:
            self._found[name] = named_zone(name) or self._from_file(name) or self._assume(name)
        return self._found[name]

    def notes(self) -> list[Message]:
        """Return what was assumed about times."""
        unknown = N_("Tidszonen ”%(name)s” är okänd. Dess tider är lästa som %(zone)s.")
        notes = [Message(unknown, name=name, zone=self.local.key) for name in list(self._assumed)[:_MOST_NOTES]]
        if self._has_floating_times:
            notes.append(Message(N_("Tider utan tidszon är lästa som %(zone)s."), zone=self.local.key))
        return notes

    def _from_file(self, name: str) -> tzinfo | None:
        """Return the zone that the file itself describes by that name, if it can be understood."""
        block = self._blocks.get(name)
        return read_file_zone(block, window=self._window, steps=self._steps) if block else None

    def _assume(self, name: str) -> tzinfo:
        self._assumed[name] = None
        return self.local


def named_zone(name: str) -> ZoneInfo | None:
    """Return a zone by its IANA or Windows name, or by a longer one that ends in it ("/maker.example/Europe/Oslo")."""
    parts = name.strip(' "/').casefold().split("/")
    for start in range(len(parts)):
        if known := _known_names().get("/".join(parts[start:])):
            return ZoneInfo(known)
        if not name.startswith("/"):
            break
    return None


@cache
def _known_names() -> dict[str, str]:
    """Return every zone by its name in small letters; Windows names by the table of the Unicode consortium (CLDR)."""
    iana = {name.casefold(): name for name in available_timezones()}
    windows = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items() if zone.casefold() in iana}
    return windows | iana
