"""A month of the calendar, as it stands in an address: 2026-11."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1990, 2100
_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{1,2})")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year. Raises ValueError for one that there is not, or that no calendar here goes to."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.number <= 12):
            raise ValueError("a month of the years 1990 to 2100")

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def before(self) -> "Month | None":
        """The month before; None at the calendar's beginning."""
        return _month_of(self.first - timedelta(days=1))

    @property
    def after(self) -> "Month | None":
        """The month after; None at the calendar's end."""
        return _month_of(self.last + timedelta(days=1))


def month_asked(text: str, *, today: date) -> tuple[Month, bool]:
    """Return the month that an address asks for, this month if it asks for none, and whether it could be read."""
    this_month = Month(today.year, today.month)
    if not text:
        return this_month, True
    found = _WRITTEN.fullmatch(text.strip())
    try:
        return (Month(int(found[1]), int(found[2])), True) if found else (this_month, False)
    except ValueError:
        return this_month, False


def _month_of(day: date) -> Month | None:
    return Month(day.year, day.month) if FIRST_YEAR <= day.year <= LAST_YEAR else None
