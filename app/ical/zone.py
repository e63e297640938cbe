"""When clocks change in a time zone, told so that every calendar program understands it."""

import re
import zoneinfo
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from pathlib import Path

from icalendar import vUTCOffset

_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_FIRST_YEAR, _LAST_WEEK = 1970, 5
_NAME, _CLOCK = r"(<[+\-\w]+>|[A-Za-z]+)", r"([+-]?\d+(?::\d+)*)"
_CHANGE = rf"M(\d+)\.(\d)\.(\d)(?:/{_CLOCK})?"
_RULE = re.compile(f"{_NAME}{_CLOCK}(?:{_NAME}{_CLOCK}?,{_CHANGE},{_CHANGE})?")


@dataclass(frozen=True, slots=True)
class Season:
    """The part of the year that begins when clocks are changed: «from the last Sunday of March at 02:00, CEST»."""

    name: str
    offset: timedelta
    offset_before: timedelta
    month: int = 1
    week: int = 1
    day: int = 4  # a Thursday, as 1 January 1970 was: where a clock that is never changed begins
    time: timedelta = timedelta(0)

    def begins(self, year: int) -> datetime:
        """Return when it begins, naive, as a clock shows it that is not changed yet."""
        first = datetime(year, self.month, 1)  # noqa: DTZ001
        day = first + timedelta(days=(self.day - first.isoweekday()) % 7, weeks=self.week - 1)
        if day.month != self.month:
            day -= timedelta(weeks=1)
        return day + self.time

    def lines(self, kind: str, *, yearly: bool) -> list[str]:
        """Return the lines of a STANDARD or DAYLIGHT; every year by one RRULE, or once and for all."""
        week = -1 if self.week == _LAST_WEEK else self.week
        return [
            f"BEGIN:{kind}",
            f"TZNAME:{self.name}",
            f"TZOFFSETFROM:{vUTCOffset(self.offset_before).to_ical()}",
            f"TZOFFSETTO:{vUTCOffset(self.offset).to_ical()}",
            f"DTSTART:{self.begins(_FIRST_YEAR):%Y%m%dT%H%M%S}",
            *([f"RRULE:FREQ=YEARLY;BYMONTH={self.month};BYDAY={week}{_DAYS[self.day]}"] if yearly else []),
            f"END:{kind}",
        ]


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """How clocks go in a zone, from its latest known change and on."""

    standard: Season
    daylight: Season | None = None

    def offset_at(self, moment: datetime) -> timedelta:
        """Return the offset from UTC at a naive moment in UTC."""
        if self.daylight is None:
            return self.standard.offset
        year = (moment + self.standard.offset).year
        summer, winter = (one.begins(year) - one.offset_before for one in (self.daylight, self.standard))
        is_summer = summer <= moment < winter if summer < winter else not winter <= moment < summer
        return self.daylight.offset if is_summer else self.standard.offset

    def offsets_for(self, wall: datetime) -> set[timedelta]:
        """Return the offsets by which a clock can show this: one, two in the repeated hour, none in the skipped."""
        offsets = {season.offset for season in (self.standard, self.daylight) if season}
        return {offset for offset in offsets if self.offset_at(wall - offset) == offset}


@cache
def vtimezone(time_zone: str) -> bytes:
    """Return the zone's VTIMEZONE (RFC 5545 3.6.5): open yearly rules with one BYDAY each, and no RDATE.

    Raises ValueError for a zone that is unknown, or that such rules cannot tell (Nuuk, Jerusalem, Cairo).
    """
    rule = _rule(time_zone)
    if rule is None:
        raise ValueError(f"no yearly rule can tell how clocks go in {time_zone}")
    lines = ["BEGIN:VTIMEZONE", f"TZID:{time_zone}", f"X-LIC-LOCATION:{time_zone}"]
    lines += rule.daylight.lines("DAYLIGHT", yearly=True) if rule.daylight else []
    lines += rule.standard.lines("STANDARD", yearly=rule.daylight is not None)
    return "\r\n".join([*lines, "END:VTIMEZONE", ""]).encode()


def can_be_told(time_zone: str) -> bool:
    """Return whether the zone has a VTIMEZONE. Raises ValueError for an unknown zone."""
    return _rule(time_zone) is not None


def wall_time(moment: datetime, *, time_zone: str) -> datetime | None:
    """Return what clocks in the zone show at an aware moment, naive; None where programs would read it differently.

    That is in the repeated and in the skipped hour, and when `vtimezone` tells another offset than the zone then had:
    a rule that was new, or Ramadan. Such a time is written in UTC, and always so in a zone without offset or rule.
    """
    rule = _rule(time_zone)
    if rule is None or rule == YearlyRule(Season("UTC", timedelta(0), timedelta(0))):
        return None
    local = moment.astimezone(zoneinfo.ZoneInfo(time_zone))
    wall = local.replace(tzinfo=None)
    return wall if rule.offsets_for(wall) == {local.utcoffset()} else None


@cache
def _rule(time_zone: str) -> YearlyRule | None:
    """Return the rule that ends the zone's data (RFC 8536 3.3), or None when BYMONTH and BYDAY cannot say it."""
    found = _RULE.fullmatch(_last_line(time_zone))
    if found is None:
        return None
    offset = -_duration(found[2])
    if found[3] is None:
        return YearlyRule(Season(found[1].strip("<>"), offset, offset))
    other = -_duration(found[4]) if found[4] else offset + timedelta(hours=1)
    winter = _season(found[1], offset, other, found.groups()[8:])
    summer = _season(found[3], other, offset, found.groups()[4:8])
    if not all(timedelta(0) <= season.time < timedelta(days=1) for season in (winter, summer)):
        return None
    # The lesser offset is STANDARD, though Irish law calls it the other way round: programs expect it so.
    return YearlyRule(*sorted((winter, summer), key=lambda season: season.offset))


def _season(name: str, offset: timedelta, before: timedelta, begins: tuple[str, ...]) -> Season:
    """Return the season that POSIX writes as name, offset and Mm.w.d/time; without a time it begins at 02:00."""
    month, week, day, time = begins
    return Season(name.strip("<>"), offset, before, int(month), int(week), int(day), _duration(time or "2"))


def _duration(clock: str) -> timedelta:
    """Return what [+-]h[:mm[:ss]] means."""
    hours, minutes, seconds = ([int(part) for part in clock.lstrip("+-").split(":")] + [0, 0])[:3]
    duration = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -duration if clock.startswith("-") else duration


def _last_line(time_zone: str) -> str:
    """Return the POSIX rule of the zone's data, sought where zoneinfo seeks. Raises ValueError for an unknown zone."""
    try:
        zoneinfo.ZoneInfo(time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"there is no time zone called {time_zone!r}") from error
    files = [Path(folder, time_zone) for folder in zoneinfo.TZPATH]
    package = resources.files("tzdata").joinpath("zoneinfo", *time_zone.split("/"))
    data = next((file.read_bytes() for file in files if file.is_file()), None) or package.read_bytes()
    return data[:-1].rpartition(b"\n")[2].decode("ascii", "replace")
