"""When something is: hours from one moment to a later one, or whole days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app import clock
from app.occasions.localtime import midnight
from app.wording import N_, Refusal

MOST_DAYS = 31
LONGEST = timedelta(days=MOST_DAYS, hours=1)
"""The longest that anything lasts: MOST_DAYS, and the hour of a clock change."""


class EndsBeforeItBegins(Refusal):
    """The end must come after the start."""


class TooManyDays(Refusal):
    """It would stand in the calendar for more than a month."""


@dataclass(frozen=True, slots=True)
class Span:
    """When something is: from a moment to a later one (aware), or whole days from the first to the last."""

    starts_at: datetime
    ends_at: datetime
    first_day: date | None = None
    last_day: date | None = None

    @property
    def day(self) -> date:
        """The day it begins, where the organisation is."""
        return self.first_day or self.starts_at.astimezone(clock.zone()).date()


def timed(starts_at: datetime, ends_at: datetime) -> Span:
    """Return a span of hours. Raises EndsBeforeItBegins."""
    if ends_at <= starts_at:
        raise EndsBeforeItBegins(N_("Sluttiden kommer före starttiden. Ändra en av dem."))
    return Span(starts_at, ends_at)


def whole_days(first: date, last: date) -> Span:
    """Return a span of whole days, both included. Raises EndsBeforeItBegins."""
    if last < first:
        raise EndsBeforeItBegins(N_("Sista dagen kommer före den första. Ändra en av dem."))
    zone = clock.zone()
    return Span(midnight(first, zone), midnight(last + timedelta(days=1), zone), first, last)


def must_be_short(span: Span) -> None:
    """Refuse what would fill a calendar for more than MOST_DAYS days. Raises TooManyDays."""
    if span.ends_at - span.starts_at > LONGEST:
        raise TooManyDays(N_("Det blir fler än %(most)s dagar. Dela upp det."), most=MOST_DAYS)
