"""What a calendar file comes to once it has been read: meetings, refused entries and remarks."""

from dataclasses import dataclass
from datetime import date, datetime

from app.wording import Message

MOST_BYTES = 2_000_000
MOST_ENTRIES = 5_000
MOST_IN_A_SERIES = 400
MOST_IN_ALL = 2_000
YEARS_BACK = 2
YEARS_AHEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedEvent:
    """One meeting, or one occurrence of a series. Who was invited is not carried."""

    source_uid: str
    recurrence: str
    """ "" or, for an occurrence of a series, the start its series gave it, in ISO form (UTC, or a date)."""
    title: str
    start: datetime | date
    """Aware, in the time zone asked for; a date where it lasts whole days."""
    end: datetime | date
    """The first moment, or day, after it."""
    place: str
    link: str
    description: str
    """Plain text, never markup."""
    cancelled: bool
    sequence: int
    moved: bool
    """Whether this occurrence was moved away from where its series has it."""
    number: int
    """Which entry of the file said so, counted from 1."""


@dataclass(frozen=True, slots=True)
class RefusedEvent:
    """One entry that was not taken, with every reason why."""

    number: int
    what: str
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a calendar file says, in the order of time, and what in it was left aside."""

    name: str
    events: tuple[ImportedEvent, ...]
    refused: tuple[RefusedEvent, ...]
    notes: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are read: what lies outside is history, or too far ahead to be planned."""

    first: date
    last: date
    today: date

    @classmethod
    def around(cls, today: date) -> "Window":
        """Return the window from two years before today to three years after."""
        return cls(first=_years_from(today, -YEARS_BACK), last=_years_from(today, YEARS_AHEAD), today=today)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def _years_from(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap_day else day.day)
