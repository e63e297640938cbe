"""Summer and winter, here and abroad, a meeting is shown at the hour it is held."""

import re
from bisect import bisect
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from app.ical import zone
from app.ical.event import CalendarEvent, CalendarHead
from app.ical.writer import calendar_bytes, event_text
from app.ical.zone import can_be_told, vtimezone

STOCKHOLM = """BEGIN:VTIMEZONE
TZID:Europe/Stockholm
X-LIC-LOCATION:Europe/Stockholm
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n").encode()
ZONES = sorted(resources.files("tzdata").joinpath("zones").read_text().split())
HERE = ZoneInfo("Europe/Stockholm")
HOUR = timedelta(hours=1)


def written(start: datetime | date, end: datetime | date, *, time_zone: str = "Europe/Stockholm") -> bytes:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    event = CalendarEvent(
        uid="m-7@k.example", sequence=0, summary="Möte", start=start, end=end, changed_at=moment, created_at=moment
    )
    return event_text(event, time_zone=time_zone)


def feed(*texts: bytes, time_zone: str = "Europe/Stockholm") -> bytes:
    return calendar_bytes(CalendarHead(name="Möten"), texts, time_zone=time_zone)


@cache
def changes_told(time_zone: str) -> tuple[list[datetime], list[timedelta]]:
    """What a program makes of the VTIMEZONE alone: since when in UTC, which offset. Rules read by python-dateutil."""
    found = []
    told: Any = Timezone.from_ical(vtimezone(time_zone))
    for season in told.subcomponents:
        start = season["DTSTART"].dt
        rule = season["RRULE"].to_ical().decode() if "RRULE" in season else "FREQ=YEARLY;COUNT=1"
        onsets = rrulestr(rule, dtstart=start).between(start, datetime(2042, 1, 1), inc=True)  # noqa: DTZ001
        found += [(onset - season.TZOFFSETFROM, season.TZOFFSETTO) for onset in onsets]
    return [since for since, _ in sorted(found)], [offset for _, offset in sorted(found)]


def offset_told(time_zone: str, moment: datetime) -> timedelta:
    since, offsets = changes_told(time_zone)
    return offsets[bisect(since, moment) - 1]


def test_swedish_time_is_told_in_the_words_that_all_programs_agree_on() -> None:
    assert vtimezone("Europe/Stockholm") == STOCKHOLM


def test_a_machine_without_zone_data_of_its_own_tells_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneinfo.TZPATH", ())
    zone._rule.cache_clear()

    assert vtimezone.__wrapped__("Europe/Stockholm") == STOCKHOLM
    zone._rule.cache_clear()


@pytest.mark.parametrize(
    "time_zone",
    [
        "Europe/Stockholm",
        "Europe/London",
        "Europe/Dublin",
        "America/New_York",
        "America/St_Johns",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Asia/Kolkata",
        "UTC",
    ],
)
def test_each_half_hour_of_two_years_is_told_right(time_zone: str) -> None:
    here, moment = ZoneInfo(time_zone), datetime(2026, 1, 1, tzinfo=UTC)
    while moment.year < 2028:
        told = offset_told(time_zone, moment.replace(tzinfo=None))
        assert told == moment.astimezone(here).utcoffset(), moment
        moment += HOUR / 2


def test_a_zone_is_told_by_open_yearly_rules_and_summer_is_the_later_hour() -> None:
    for time_zone in filter(can_be_told, ZONES):
        block = vtimezone(time_zone)
        found: Any = Timezone.from_ical(block)

        assert found["TZID"] == time_zone
        assert not re.search(rb"RDATE|UNTIL|COUNT|BYMONTHDAY|BYDAY=\S*,", block)
        assert block.count(b"RRULE:FREQ=YEARLY;BYMONTH=") in (0, 2)
        offsets = [season.TZOFFSETTO for season in (*found.daylight, *found.standard)]
        assert all(summer > winter for summer, winter in pairwise(offsets))
        assert all(len(line) <= 75 for line in block.splitlines())


@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(minutes=1), timedelta(days=3)),
)
def test_in_every_zone_a_program_that_knows_only_the_feed_finds_the_moment(
    time_zone: str, start: datetime, length: timedelta
) -> None:
    lines = written(start, start + length, time_zone=time_zone).decode().split("\r\n")
    told = next(line for line in lines if line.startswith("DTSTART"))
    clock = datetime.strptime(told.rpartition(":")[2].removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007

    if told.endswith("Z"):
        moments = [clock]
    else:
        assert told.startswith(f"DTSTART;TZID={time_zone}:")
        offsets = set(changes_told(time_zone)[1])
        moments = [clock - offset for offset in offsets if offset_told(time_zone, clock - offset) == offset]
    assert moments == [start.replace(tzinfo=None, microsecond=0)]


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (datetime(2026, 3, 29, 1, 59, tzinfo=HERE), "DTSTART;TZID=Europe/Stockholm:20260329T015900"),
        (datetime(2026, 3, 29, 2, 30, tzinfo=HERE), "DTSTART:20260329T013000Z"),
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "DTSTART;TZID=Europe/Stockholm:20260329T033000"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=HERE), "DTSTART:20261025T003000Z"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=HERE, fold=1), "DTSTART:20261025T013000Z"),
        (datetime(2026, 10, 25, 3, 0, tzinfo=HERE), "DTSTART;TZID=Europe/Stockholm:20261025T030000"),
    ],
)
def test_the_repeated_and_the_skipped_hour_are_told_in_utc(start: datetime, told: str) -> None:
    assert told in written(start, start.astimezone(UTC) + 5 * HOUR).decode().split("\r\n")


@pytest.mark.parametrize("time_zone", ["Europe/Stockholm", "Europe/Dublin", "Australia/Sydney", "Asia/Kolkata"])
@pytest.mark.parametrize("month", [1, 7])
def test_a_meeting_at_nine_is_told_as_nine_in_its_zone(time_zone: str, month: int) -> None:
    start = datetime(2026, month, 14, 9, tzinfo=ZoneInfo(time_zone))
    text = written(start, start + HOUR, time_zone=time_zone).decode()

    assert f"\r\nDTSTART;TZID={time_zone}:2026{month:02}14T090000\r\n" in text


def test_start_and_end_are_told_in_the_same_form() -> None:
    text = written(datetime(2026, 10, 24, 20, tzinfo=HERE), datetime(2026, 10, 25, 2, 30, tzinfo=HERE))

    assert b"DTSTART:20261024T180000Z\r\nDTEND:20261025T003000Z\r\n" in text


@pytest.mark.parametrize("time_zone", ["UTC", "America/Nuuk", "Asia/Jerusalem", "Africa/Cairo"])
def test_where_no_yearly_rule_can_tell_the_clock_times_are_in_utc(time_zone: str) -> None:
    text = written(datetime(2026, 7, 1, 9, tzinfo=UTC), datetime(2026, 7, 1, 10, tzinfo=UTC), time_zone=time_zone)

    assert b"DTSTART:20260701T090000Z\r\nDTEND:20260701T100000Z\r\n" in text
    assert b"VTIMEZONE" not in feed(text, time_zone=time_zone)
    assert b"TZID:UTC" in feed(time_zone=time_zone)


def test_the_zone_is_there_once_before_the_events_if_a_time_needs_it() -> None:
    meeting = written(datetime(2026, 11, 24, 9, tzinfo=HERE), datetime(2026, 11, 24, 10, tzinfo=HERE))
    whole_day = written(date(2026, 11, 24), date(2026, 11, 25))

    assert [part.name for part in Calendar.from_ical(feed(whole_day, meeting, meeting)).subcomponents] == [
        "VTIMEZONE", "VEVENT", "VEVENT", "VEVENT"
    ]  # fmt: skip
    assert b"VTIMEZONE" not in feed(whole_day)


@pytest.mark.parametrize("unknown", ["Europe/Nybro", "../../etc/passwd", "/etc/localtime", "Europe", ""])
def test_a_zone_that_does_not_exist_is_refused(unknown: str) -> None:
    with pytest.raises(ValueError, match="no time zone called"):
        vtimezone(unknown)
