"""The days of a month as a calendar shows them: in weeks with their numbers, and which of them are red."""

import sys
from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType

_MONDAY_FIRST = Calendar(firstweekday=0)
_SUNDAY = 6


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

    Plain Sundays have no name and are not here; see is_red. `country` is an ISO 3166-1 alpha-2 code, or empty for none.
    Raises NotImplementedError for a country without a known calendar.
    """
    named: dict[date, str] = {}
    for year in range(year_from, year_to + 1):
        named |= _named_days(year, country, language)
    return named


def is_red(day: date, *, country: str = "SE") -> bool:
    """Whether the day is red: every Sunday, every holiday, and the eves that are as good as holidays."""
    return day.weekday() == _SUNDAY or day in _named_days(day.year, country, "")


@lru_cache(maxsize=128)
def _named_days(year: int, country: str, language: str) -> dict[date, str]:
    """Return the named days of one year. Never changed by those who ask, since the answer is kept."""
    if not country:
        return {}
    from holidays import DE_FACTO, PUBLIC, country_holidays

    _leave_other_countries_alone()
    known = country_holidays(country)
    found = country_holidays(
        country,
        years=year,
        language=_nearest(language, known.supported_languages, default=known.default_language),
        # Midsummer Eve, Christmas Eve and New Year's Eve: as good as Sundays (Swedish Annual Leave Act, 1977:480, 7 §).
        categories={PUBLIC, DE_FACTO} & set(known.supported_categories),
    )
    return {day: name.replace("; ", ", ") for day, name in sorted(found.items())}


def _leave_other_countries_alone() -> None:
    """Let the library read the one country that is asked for: its own way reads two hundred, 8 MB in every worker."""
    if "holidays.countries" not in sys.modules:
        import holidays

        countries = ModuleType("holidays.countries")
        countries.__path__ = [str(Path(holidays.__file__).parent / "countries")]
        sys.modules["holidays.countries"] = countries


def _nearest(language: str, supported: tuple[str, ...], *, default: str | None) -> str | None:
    """Return the supported language that is or begins with the asked one ("en" is met by "en_US")."""
    if not language:
        return default
    alike = (name for name in supported if name == language or name.startswith(f"{language}_"))
    return next(alike, default)
