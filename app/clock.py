"""What time it is: the only module that reads the clock, so that tests can hold it still."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_held: ContextVar[datetime | None] = ContextVar("held", default=None)
_zone = ZoneInfo("Europe/Stockholm")


def use_zone(name: str) -> None:
    """Set the zone in which days begin (the setting TIME_ZONE). Raises ZoneInfoNotFoundError."""
    global _zone
    _zone = ZoneInfo(name)


def zone() -> ZoneInfo:
    """Return the zone in which days begin."""
    return _zone


def now() -> datetime:
    """Return the present moment, aware, in UTC, in whole seconds (iCalendar knows no smaller, RFC 5545 3.3.5)."""
    held = _held.get()
    return held if held is not None else datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """Return today's date where the organisation is."""
    return now().astimezone(_zone).date()


@contextmanager
def held_at(moment: datetime) -> Iterator[None]:
    """Hold the clock still at an aware moment, in this context only. For tests and demo content."""
    token = _held.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _held.reset(token)
