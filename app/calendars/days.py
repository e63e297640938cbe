"""The days of a month as a calendar shows them: in weeks with their numbers, and which of them are red."""

import json
import logging
import subprocess
import sys
from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.calendars.holiday_names import UNKNOWN, YEARS

_MONDAY_FIRST = Calendar(firstweekday=0)
_SUNDAY = 6
_PROGRAM = Path(__file__).with_name("holiday_names.py")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Day:
    """One square of a month."""

    date: date
    in_month: bool


@dataclass(frozen=True, slots=True)
class Week:
    """One row of a month: the ISO 8601 week number and seven days, Monday first."""

    number: int
    days: tuple[Day, ...]


def month_weeks(year: int, month: int) -> list[Week]:
    """Return the weeks a month touches, with the days around it that fill them.

    Raises ValueError for a month outside 1 to 12 or a year outside 1 to 9998.
    """
    return [
        Week(number=days[0].isocalendar().week, days=tuple(Day(date=day, in_month=day.month == month) for day in days))
        for days in _MONDAY_FIRST.monthdatescalendar(year, month)
    ]


def red_days(year_from: int, year_to: int, *, country: str = "SE", language: str = "sv") -> dict[date, str]:
    """Return the named red days of the years, both included: holidays, and eves that people have off by law or habit.

    Plain Sundays have no name and are not here; see is_red. `country` is an ISO 3166-1 alpha-2 code, or empty for none;
    a language that the country's calendar does not speak is answered in its own. Raises NotImplementedError for a
    country without a known calendar.
    """
    years = range(year_from, year_to + 1)
    tens = sorted({year - year % YEARS for year in years})
    return {day: name for first in tens for day, name in _named(first, country, language).items() if day.year in years}


def is_red(day: date, *, country: str = "SE") -> bool:
    """Whether the day is red: every Sunday, every holiday, and the eves that are as good as holidays."""
    return day.weekday() == _SUNDAY or day in _named(day.year - day.year % YEARS, country, "sv")


def _named(first: int, country: str, language: str) -> dict[date, str]:
    """Return the named days of ten years; none, and a line in the log, if they can't be had just now."""
    try:
        return _ten_years(first, country, language)
    except (OSError, subprocess.SubprocessError):
        _log.exception("no holidays: the program that knows them could not be run")
        return {}


@lru_cache(maxsize=64)
def _ten_years(first: int, country: str, language: str) -> dict[date, str]:
    """Return the named days from the year on, asked of a program of its own and then kept; never changed.

    The library knows the calendars of the world: a third of a second once is less than 4 MB in every worker for ever.
    """
    if not country:
        return {}
    asked = [sys.executable, "-I", str(_PROGRAM), country, str(first), language]
    answer = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 - our own
    if answer.returncode == UNKNOWN:
        raise NotImplementedError(country)
    answer.check_returncode()
    return {date.fromisoformat(day): name for day, name in json.loads(answer.stdout).items()}
