"""Reads the rule by which a series recurs (RRULE, RFC 5545 section 3.3.10), and refuses what no meeting needs."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from icalendar.prop import vRecur

from app.wording import N_, Refusal

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_TIMES_A_DAY = 24
_LIMITS = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
}
_ZERO_IS_A_VALUE = {"BYHOUR", "BYMINUTE", "BYSECOND"}
_KNOWN = {*_LIMITS, "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "RSCALE", "SKIP"}
_NOT_UNDERSTOOD = N_("Regeln för hur serien återkommer går inte att läsa: %(rule)s")


class RuleNotRead(Refusal):
    """A series recurs in a way that cannot be read, or that no meeting has."""


class Frequency(StrEnum):
    """How often a series comes round. Hours, minutes and seconds are no rhythm for meetings."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How a series recurs; an empty set limits nothing."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: datetime | date | None = None
    week_start: int = 0
    weekdays: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    """Weekdays (Monday is 0), each with which of them in the month or year: 1 the first, -1 the last, 0 every one."""
    months: frozenset[int] = field(default_factory=frozenset)
    month_days: frozenset[int] = field(default_factory=frozenset)
    year_days: frozenset[int] = field(default_factory=frozenset)
    week_numbers: frozenset[int] = field(default_factory=frozenset)
    positions: frozenset[int] = field(default_factory=frozenset)
    hours: frozenset[int] = field(default_factory=frozenset)
    minutes: frozenset[int] = field(default_factory=frozenset)
    seconds: frozenset[int] = field(default_factory=frozenset)


def read_rule(text: str) -> Rule:
    """Return the rule that the value of an RRULE states. Raises RuleNotRead."""
    not_understood = RuleNotRead(_NOT_UNDERSTOOD, rule=text[:100])
    try:
        parts: dict[str, list[Any]] = {name.upper(): values for name, values in vRecur.from_ical(text).items()}
        complete = all(pair.count("=") == 1 for pair in text.split(";") if pair.strip())
        frequency = str(parts["FREQ"][0]).upper()
    except (ValueError, KeyError, IndexError) as error:
        raise not_understood from error
    if frequency in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise RuleNotRead(N_("Serien återkommer flera gånger om dagen. Sådana serier läses inte in."))
    if not complete or not set(parts) <= _KNOWN or not _is_gregorian(parts):
        raise not_understood
    try:
        rule = _rule(Frequency(frequency), parts)
    except ValueError as error:
        raise not_understood from error
    if len(rule.hours or "1") * len(rule.minutes or "1") * len(rule.seconds or "1") > _MOST_TIMES_A_DAY:
        raise RuleNotRead(N_("Serien återkommer flera gånger om dagen. Sådana serier läses inte in."))
    return rule


def _rule(frequency: Frequency, parts: dict[str, list[Any]]) -> Rule:
    """Build the rule. Raises ValueError for a number out of bounds."""
    until = parts.get("UNTIL", [None])[0]
    if until is not None and not isinstance(until, date):
        raise ValueError(until)
    return Rule(
        frequency=frequency,
        interval=_positive(parts.get("INTERVAL", [1])[0]),
        count=_positive(parts["COUNT"][0]) if "COUNT" in parts else None,
        until=until,
        week_start=_WEEKDAYS.index(parts["WKST"][0].weekday) if "WKST" in parts else 0,
        weekdays=frozenset(_weekday(day.weekday, day.relative or 0) for day in parts.get("BYDAY", [])),
        months=_numbers(parts, "BYMONTH"),
        month_days=_numbers(parts, "BYMONTHDAY"),
        year_days=_numbers(parts, "BYYEARDAY"),
        week_numbers=_numbers(parts, "BYWEEKNO"),
        positions=_numbers(parts, "BYSETPOS"),
        hours=_numbers(parts, "BYHOUR"),
        minutes=_numbers(parts, "BYMINUTE"),
        seconds=_numbers(parts, "BYSECOND"),
    )


def _is_gregorian(parts: dict[str, list[Any]]) -> bool:
    """Say whether the rule is reckoned in our calendar and leaves out days that do not exist (RFC 7529)."""
    scale, skip = str(parts.get("RSCALE", ["GREGORIAN"])[0]), str(parts.get("SKIP", ["OMIT"])[0])
    return (scale.upper(), skip.upper()) == ("GREGORIAN", "OMIT")


def _numbers(parts: dict[str, list[Any]], name: str) -> frozenset[int]:
    least, most = _LIMITS[name]
    values = [int(value) for value in parts.get(name, [])]
    if any(not least <= value <= most or (value == 0 and name not in _ZERO_IS_A_VALUE) for value in values):
        raise ValueError(name)
    return frozenset(values)


def _weekday(name: str, which: int) -> tuple[int, int]:
    if abs(which) > 53:
        raise ValueError(which)
    return _WEEKDAYS.index(name), which


def _positive(value: int) -> int:
    if value < 1:
        raise ValueError(value)
    return int(value)
