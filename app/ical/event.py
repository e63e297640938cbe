"""What a calendar program is told about an event, and about the calendar it stands in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.ical.text import cleaned

FIRST_YEAR, LAST_YEAR = 1971, 9998


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """An event as iCalendar knows it. Raises ValueError, with the reason, for one that no program could show."""

    uid: str
    sequence: int
    summary: str
    start: datetime | date
    """Aware, in any zone; or a date, for whole days."""
    end: datetime | date
    """Exclusive: the moment, or the day, after the last. The same type as start."""
    changed_at: datetime
    created_at: datetime
    cancelled: bool = False
    location: str = ""
    description: str = ""
    url: str = ""
    """The event's page."""
    conference: str = ""
    """The link to the meeting online. It stands in the description too: many programs show it only there."""
    categories: tuple[str, ...] = ()
    busy: bool = True
    """Whether a timed event takes up the person's time. Whole days and what is cancelled never do."""

    def __post_init__(self) -> None:
        """Refuse what RFC 5545 has no way to say: one UID (3.8.4.7), an end after the start (3.8.2.2), no zone."""
        if not cleaned(self.uid):
            raise ValueError("an event needs a uid")
        if self.sequence < 0:
            raise ValueError("sequence counts from 0")
        for moment in (self.start, self.end, self.changed_at, self.created_at):
            if isinstance(moment, datetime) and moment.utcoffset() is None:
                raise ValueError("a time needs a zone: each program reads a floating one in its own way")
            if not FIRST_YEAR <= moment.year <= LAST_YEAR:
                raise ValueError(f"the years go from {FIRST_YEAR} to {LAST_YEAR}")
        if not self._ends_after_it_starts():
            raise ValueError("the end is later than the start")

    def _ends_after_it_starts(self) -> bool:
        """Compare in UTC: in one zone Python compares what clocks show, also in the hour they show twice."""
        if isinstance(self.start, datetime) and isinstance(self.end, datetime):
            return in_utc(self.start) < in_utc(self.end)
        if isinstance(self.start, datetime) or isinstance(self.end, datetime):
            raise ValueError("start and end are both times, or both dates")
        return self.start < self.end

    @property
    def whole_days(self) -> bool:
        """Whether the event has dates and no times."""
        return not isinstance(self.start, datetime)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarHead:
    """What stands above the events of a calendar."""

    name: str
    description: str = ""
    url: str = ""
    """The page the calendar belongs to; never the feed's own address, which is a secret."""
    color: str = ""
    """A CSS3 colour name (RFC 7986 5.9), or nothing."""


def in_utc(moment: datetime) -> datetime:
    """Return the moment in UTC without its parts of a second, which iCalendar cannot say (RFC 5545 3.3.5)."""
    return moment.astimezone(UTC).replace(microsecond=0)
