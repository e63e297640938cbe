"""The squares of a month: each day with its name if it is a red one, and with what stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.calendars.days import is_red, month_weeks, red_days
from app.calendars.entries import Entry
from app.calendars.month import Month


@dataclass(frozen=True, slots=True)
class Square:
    """One day of the month, or of the weeks that it shares with its neighbours."""

    date: date
    in_month: bool
    is_red: bool
    name: str
    """What the day is called, if it is a holiday: Alla helgons dag."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One week: its ISO 8601 number and its seven days, Monday first."""

    number: int
    squares: tuple[Square, ...]


def days_shown(month: Month) -> tuple[date, date]:
    """Return the first and the last day of the weeks that the month touches."""
    weeks = month_weeks(month.year, month.number)
    return weeks[0].days[0].date, weeks[-1].days[-1].date


def squares_of(month: Month, entries: Sequence[Entry], *, language: str) -> list[Row]:
    """Return the month's weeks with what stands in them, in order of time within each day."""
    names = red_days(*(day.year for day in days_shown(month)), language=language)
    return [
        Row(
            week.number,
            tuple(
                Square(
                    day.date,
                    in_month=day.in_month,
                    is_red=is_red(day.date),
                    name=names.get(day.date, ""),
                    entries=tuple(each for each in entries if each.is_on(day.date)),
                )
                for day in week.days
            ),
        )
        for week in month_weeks(month.year, month.number)
    ]
