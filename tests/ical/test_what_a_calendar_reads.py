"""What goes into a calendar is what a calendar program reads out of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from app.ical.event import CalendarEvent, CalendarHead
from app.ical.text import calendar_name, cleaned, one_line
from app.ical.writer import calendar_bytes, event_text

STOCKHOLM = "Europe/Stockholm"
HERE = ZoneInfo(STOCKHOLM)
MOMENT = datetime(2026, 11, 2, 8, 15, 30, tzinfo=UTC)
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text("\\nN;,:\"'^%\r\n\t  åö😀\u2028=a")
ZONES = st.sampled_from([UTC, HERE, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")])
ANY_TIME = st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31), timezones=ZONES)  # noqa: DTZ001
NEAR_A_CHANGE = st.builds(
    lambda year, month, minutes: (datetime(year, month, 25, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(HERE),
    st.integers(2020, 2040),
    st.sampled_from([3, 10]),
    st.integers(0, 7 * 24 * 60),
)


def event(**changes: Any) -> CalendarEvent:
    meeting: dict[str, Any] = {
        "uid": "m-7@knutpunkt.example",
        "sequence": 0,
        "summary": "Nätverksmöte",
        "start": datetime(2026, 11, 24, 9, 30, tzinfo=HERE),
        "end": datetime(2026, 11, 24, 12, 0, tzinfo=HERE),
        "changed_at": MOMENT,
        "created_at": MOMENT - timedelta(days=3),
    }
    return CalendarEvent(**(meeting | changes))


def read(*events: CalendarEvent, name: str = "Barn och unga", **head: str) -> Any:
    texts = [event_text(each, time_zone=STOCKHOLM) for each in events]
    return Calendar.from_ical(calendar_bytes(CalendarHead(name=name, **head), texts, time_zone=STOCKHOLM))


def read_event(**changes: Any) -> Any:
    (found,) = read(event(**changes)).events
    assert not found.errors
    return found


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.lists(ANY_TEXT, max_size=3))
@example("C:\\Nytt", "C:\\Nytt", "C:\\Nytt", ["C:\\Nytt", "a, b"])
def test_any_words_are_read_as_they_were_written(title: str, place: str, words: str, subjects: list[str]) -> None:
    found = read_event(summary=title, location=place, description=words, categories=tuple(subjects))

    assert found["SUMMARY"] == (one_line(title) or "Utan rubrik")
    assert found.get("LOCATION", "") == cleaned(place)
    assert found.get("DESCRIPTION", "") == cleaned(words)
    expected = list(dict.fromkeys(filter(None, map(one_line, subjects))))
    assert (list(found["CATEGORIES"].cats) if expected else found.get("CATEGORIES", [])) == expected


@given(ANY_TIME | NEAR_A_CHANGE, st.timedeltas(timedelta(minutes=1), timedelta(days=3)))
def test_any_time_is_read_as_the_same_moment(start: datetime, length: timedelta) -> None:
    start, end = start.replace(microsecond=0), start.astimezone(UTC).replace(microsecond=0) + length
    found = read_event(start=start, end=end)

    assert found.DTSTART.astimezone(UTC) == start.astimezone(UTC)
    assert found.DTEND.astimezone(UTC) == end.replace(microsecond=0)
    assert found.DTSTART.tzinfo is not None


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(1, 400))
def test_whole_days_are_dates_and_take_no_time(first: date, days: int) -> None:
    found = read_event(start=first, end=first + timedelta(days=days))

    assert (found["DTSTART"].dt, found["DTEND"].dt) == (first, first + timedelta(days=days))
    assert type(found.DTSTART) is date
    assert found["TRANSP"] == "TRANSPARENT"


def test_a_meeting_says_when_it_was_made_and_changed() -> None:
    found = read_event(changed_at=MOMENT.astimezone(HERE) + timedelta(microseconds=7), sequence=3)

    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == MOMENT
    assert found["CREATED"].dt == MOMENT - timedelta(days=3)
    assert found["SEQUENCE"] == 3


def test_nothing_was_made_after_it_was_changed() -> None:
    assert read_event(created_at=MOMENT + timedelta(hours=1))["CREATED"].dt == MOMENT


@pytest.mark.parametrize("title", ["Nätverksmöte", "INSTÄLLT: Nätverksmöte"])
def test_a_cancelled_meeting_says_so_once_and_frees_the_time(title: str) -> None:
    found = read_event(summary=title, cancelled=True)

    assert found["SUMMARY"] == "INSTÄLLT: Nätverksmöte"
    assert (found["STATUS"], found["TRANSP"]) == ("CANCELLED", "TRANSPARENT")


@pytest.mark.parametrize(("busy", "transparency"), [(True, "OPAQUE"), (False, "TRANSPARENT")])
def test_a_meeting_takes_time_unless_it_is_only_information(busy: bool, transparency: str) -> None:
    found = read_event(busy=busy)

    assert (found["STATUS"], found["TRANSP"]) == ("CONFIRMED", transparency)


def test_links_lead_to_the_page_and_to_the_meeting_online() -> None:
    found = read_event(url="https://knutpunkt.example/möte?a=1,2", conference="https://video.example/rum;7")

    assert found["URL"] == "https://knutpunkt.example/m%C3%B6te?a=1,2"
    assert found["CONFERENCE"] == "https://video.example/rum;7"
    assert found["CONFERENCE"].params == {"VALUE": "URI"}


def test_what_is_not_said_is_not_there() -> None:
    assert not {"LOCATION", "DESCRIPTION", "URL", "CONFERENCE", "CATEGORIES", "METHOD"} & set(read_event())


def test_a_calendar_presents_itself() -> None:
    found = read(
        name="Läsfrämjande, norra länet", description="Möten;\noch mer", url="https://k.example/", color="teal"
    )

    assert found["NAME"] == found["X-WR-CALNAME"] == "Läsfrämjande – norra länet"
    assert str(found["DESCRIPTION"]) == "Möten;\noch mer"
    assert found["X-WR-CALDESC"] == "Möten\\;\\noch mer"  # read raw by the library: no type is known for an X- name
    assert (found["URL"], found["COLOR"]) == ("https://k.example/", "teal")
    assert found["REFRESH-INTERVAL"].params == {"VALUE": "DURATION"}
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert (found["X-PUBLISHED-TTL"], found["X-WR-TIMEZONE"]) == ("PT1H", STOCKHOLM)
    assert (found["VERSION"], found["PRODID"]) == ("2.0", "-//Knutpunkt//Knutpunkt 1//SV")
    assert not {"METHOD", "SOURCE", "UID"} & set(found)


@given(ANY_TEXT, ANY_TEXT)
def test_any_network_can_name_its_calendar(name: str, description: str) -> None:
    found = read(name=name, description=description, color="#ff8800")

    assert found.get("NAME", "") == calendar_name(name)
    assert not set(found.get("NAME", "")) & set(",;\\\n")
    assert found.get("DESCRIPTION", "") == cleaned(description)
    assert "COLOR" not in found


def test_a_calendar_without_events_is_still_a_calendar() -> None:
    found = read()

    assert found.events == []
    assert [zone["TZID"] for zone in found.walk("VTIMEZONE")] == [STOCKHOLM]  # RFC 5545 3.6: at least one component


def test_a_calendar_keeps_the_order_and_number_of_its_events() -> None:
    found = read(*(event(uid=f"m-{number}@knutpunkt.example") for number in range(20)))

    assert [each["UID"] for each in found.events] == [f"m-{number}@knutpunkt.example" for number in range(20)]
