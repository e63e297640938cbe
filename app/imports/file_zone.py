"""Reads a time zone that a calendar file describes by itself (VTIMEZONE, RFC 5545 section 3.6.5)."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice

from icalendar.prop import vUTCOffset

from app.imports.calendar_lines import Block
from app.imports.calendar_values import Window
from app.imports.moments import read_wall
from app.imports.properties import Properties, read_properties
from app.imports.recurrence import Frequency, Rule, read_rule
from app.imports.rule_days import rule_walls, with_days_of
from app.imports.steps import Steps
from app.wording import Refusal

_WANTED = frozenset({"DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"})
_MOST_OBSERVANCES = 200
_read_offset: Callable[[str], timedelta] = vUTCOffset.from_ical


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """A moment, on the clock as it stood before, from which another distance to UTC holds."""

    wall: datetime
    before: timedelta
    after: timedelta


class FileZone(tzinfo):
    """A zone known by its changes within the years that are read; outside them the nearest change holds."""

    def __init__(self, changes: list[_Change]) -> None:
        self._changes = changes
        # An hour that is skipped is read as if the clock had not been changed yet (RFC 5545 section 3.3.5).
        self._walls = [change.wall + max(timedelta(), change.after - change.before) for change in changes]

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Return the distance to UTC of what the clock shows."""
        if moment is None:
            return self._changes[-1].after
        place = bisect_right(self._walls, moment.replace(tzinfo=None))
        return self._changes[place - 1].after if place else self._changes[0].before

    def dst(self, _moment: datetime | None) -> timedelta:
        """Return nothing: which part of the distance is summer time makes no difference here."""
        return timedelta()

    def tzname(self, _moment: datetime | None) -> str | None:
        """Return no name."""
        return None


def read_file_zone(block: Block, *, window: Window, steps: Steps) -> FileZone | None:
    """Return the zone, or None if its description cannot be understood."""
    changes: list[_Change] = []
    try:
        for observance in islice(block.inner, _MOST_OBSERVANCES):
            changes += _changes(read_properties(observance.lines, _WANTED), window, steps)
    except (ValueError, Refusal):
        return None
    return FileZone(sorted(changes)) if changes else None


def _changes(properties: Properties, window: Window, steps: Steps) -> Iterator[_Change]:
    """Yield when one observance (summer or standard time) begins. Raises ValueError or a refusal."""
    before, after = (_read_offset(_value(properties, name)) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    first = _wall(_value(properties, "DTSTART"))
    yield _Change(first, before, after)
    for line in properties.get("RDATE", []):
        for text in (line.value or "").split(","):
            yield _Change(_wall(text), before, after)
    for line in properties.get("RRULE", []):
        rule = read_rule(line.value or "")
        for wall in _yearly(rule, first, window, steps):
            yield _Change(wall, before, after)


def _yearly(rule: Rule, first: datetime, window: Window, steps: Steps) -> Iterator[datetime]:
    """Yield the changes of the years that are read; Outlook's rules begin in 1601. Raises ValueError."""
    if rule.frequency is not Frequency.YEARLY or rule.interval != 1 or rule.count is not None:
        raise ValueError(rule.frequency)
    rule = with_days_of(first, rule)
    # Two years early, so that the year before the first one read has all its changes.
    begin = max(first, first.replace(year=max(first.year, window.first.year - 2), day=min(first.day, 28)))
    last = date(window.last.year + 1, 12, 31)
    if rule.until is not None:
        last = min(last, rule.until.date() if isinstance(rule.until, datetime) else rule.until)
    yield from rule_walls(rule, begin, last=last, steps=steps)


def _value(properties: Properties, name: str) -> str:
    """Return the value of a property that must be there. Raises ValueError."""
    values = properties.get(name)
    if not values or not values[0].value:
        raise ValueError(name)
    return values[0].value


def _wall(text: str) -> datetime:
    found = read_wall(text)
    return found.replace(tzinfo=None) if isinstance(found, datetime) else datetime.combine(found, time())
