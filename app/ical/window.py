"""Which days a calendar feed shows. Its edges move seldom, so that a feed in which nothing happens stays the same."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from app import clock
from app.occasions.localtime import midnight

CANCELLED_STAY = timedelta(weeks=3)


@dataclass(frozen=True, slots=True)
class Window:
    """From when a feed shows what was held, and what was cancelled: the days, where the organisation is."""

    held_since: date
    cancelled_since: date
    told: str
    """Both days as text, for those who hash it."""

    @property
    def held_after(self) -> datetime:
        """The moment after which what is shown ends."""
        return midnight(self.held_since, clock.zone())

    @property
    def cancelled_after(self) -> datetime:
        """The moment after which what is shown as cancelled was to end."""
        return midnight(self.cancelled_since, clock.zone())


@lru_cache(maxsize=8)
def window_on(today: date) -> Window:
    """Return a year back, from the first of the month; of what was cancelled three weeks, from the Monday."""
    monday = today - timedelta(days=today.weekday())
    held, cancelled = date(today.year - 1, today.month, 1), monday - CANCELLED_STAY
    return Window(held, cancelled, f"{held} {cancelled}")
