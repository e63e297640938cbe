"""Reads the properties of an entry in a calendar file: names, parameters and values (RFC 5545 section 3.1)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from icalendar.parser import Contentline

_NAME = re.compile(r"\s*([A-Za-z0-9-]+)")
_LONGEST_LINE = 100_000
_LONG_TEXTS = {"DESCRIPTION", "X-ALT-DESC"}
_content_line: Callable[[str], Contentline] = Contentline


@dataclass(frozen=True, slots=True)
class Property:
    """One property. A value is unescaped; a line that could not be read has none."""

    name: str
    value: str | None
    parameters: dict[str, str]


Properties = dict[str, list[Property]]


def read_properties(lines: Iterable[str], wanted: frozenset[str]) -> Properties:
    """Return the wanted properties by name. The rest (among it everybody invited) is not even looked at."""
    found: Properties = {}
    for line in lines:
        name = _NAME.match(line)
        if name and (key := name.group(1).upper()) in wanted:
            found.setdefault(key, []).append(_read(key, line))
    return found


def _read(name: str, line: str) -> Property:
    if len(line) > _LONGEST_LINE and name not in _LONG_TEXTS:
        return Property(name, None, {})
    try:
        _, parameters, value = _content_line(line[:_LONGEST_LINE]).parts()
    except ValueError:
        return Property(name, None, {})
    return Property(name, value.strip(), {key.upper(): str(given) for key, given in parameters.items()})
