"""A moment in a calendar file: a clock on a wall somewhere, or a whole day (RFC 5545 sections 3.3.4 and 3.3.5)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo

from icalendar.prop import vDate, vDatetime

from app.wording import N_, Refusal

EARLIEST_YEAR = 1900
LATEST_YEAR = 2200

_DAY = re.compile(r"[0-9]{8}\Z")
_TIME = re.compile(r"[0-9]{8}T[0-9]{6}Z?\Z")
_read_day: Callable[[str], date] = vDate.from_ical
_read_time: Callable[[str], datetime] = vDatetime.from_ical


class NotAMoment(Refusal):
    """A time or a date that cannot be read."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the clock shows, and in which zone; a whole day has no zone and shows midnight."""

    wall: datetime
    zone: tzinfo | None

    @property
    def whole_day(self) -> bool:
        """Say whether it is a day and not a time of day."""
        return self.zone is None

    @property
    def instant(self) -> datetime:
        """Return it in UTC, so that moments of different zones can be compared; a whole day begins at midnight UTC."""
        return self.wall.replace(tzinfo=self.zone or UTC).astimezone(UTC)

    @property
    def day(self) -> str:
        """Return the date the clock shows, in ISO form."""
        return self.wall.date().isoformat()

    @property
    def key(self) -> str:
        """Return the ISO form by which it is known again: in UTC, or the date of a whole day."""
        return self.day if self.whole_day else self.instant.isoformat()

    def at(self, wall: datetime) -> "Moment":
        """Return the moment at which the same clock shows another time."""
        return replace(self, wall=wall)


def read_wall(text: str) -> datetime | date:
    """Return a DATE, or a DATE-TIME that is aware only when it is given in UTC. Raises NotAMoment."""
    text = text.strip().upper()
    try:
        if _DAY.match(text):
            return _read_day(text)
        if _TIME.match(text):
            return _read_time(text)
    except ValueError:
        pass  # the 31st of February, or a quarter past 25
    raise NotAMoment(N_("”%(text)s” är ingen tid som går att läsa."), text=text[:40])


def read_moment(text: str, *, zone: tzinfo, only_day: bool = False) -> Moment:
    """Return the moment of a value; the zone holds unless the value is in UTC. Raises NotAMoment."""
    found = read_wall(text)
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise NotAMoment(N_("Årtalet %(year)s är orimligt."), year=found.year)
    if not isinstance(found, datetime) or only_day:
        return Moment(datetime.combine(found, time()), None)
    return Moment(found.replace(tzinfo=None), found.tzinfo or zone)
