"""A calendar file may be damaged in any way at all: what comes out is meetings within bounds, or a refusal in words."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from app.imports.calendar_file import CalendarFile, UnreadableFile, read_calendar_file
from app.imports.calendar_values import MOST_IN_ALL
from tests.imports.samples import TODAY, calendar, sample

OUTLOOK = sample("outlook-export.ics")
PIECES = [
    *(b"\r\n", b"\n ", b";", b":", b'"', b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"TZID=", b"\x00", b"\xff\xfe"),
    *(
        b"99991231T235959Z",
        b"16010101",
        b"COUNT=999999999",
        b"RANGE=THISANDFUTURE",
        b"RRULE:FREQ=YEARLY;BYDAY=-53SU\r\n",
    ),
]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_outlook_file_with_bytes_changed(data: st.DataObject) -> None:
    changed = bytearray(OUTLOOK)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(changed) - 1))
        length = data.draw(st.integers(0, 60))
        changed[place : place + length] = data.draw(st.binary(max_size=40) | st.sampled_from(PIECES))
    assert _is_within_bounds(bytes(changed))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*OUTLOOK.split(b"\r\n"), b"BEGIN:VEVENT", b"END:X"]), max_size=60))
def test_its_lines_in_any_order(lines: list[bytes]) -> None:
    assert _is_within_bounds(b"BEGIN:VCALENDAR\r\n" + b"\r\n".join(lines))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["Europe/Stockholm", "Pacific/Apia", "UTC"]))
def test_any_bytes_inside_a_meeting(junk: bytes, time_zone: str) -> None:
    whole = calendar("UID:a\nSUMMARY:Möte\nDTSTART:20270211T080000Z")
    assert _is_within_bounds(whole.replace(b"END:VEVENT", junk + b"\r\nEND:VEVENT"), time_zone=time_zone)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all(junk: bytes) -> None:
    assert _is_within_bounds(junk)


def _is_within_bounds(data: bytes, *, time_zone: str = "Europe/Stockholm") -> bool:
    """Whether the file is refused in words, or read so that every meeting can be kept."""
    try:
        result = read_calendar_file(data, time_zone=time_zone, today=TODAY)
    except UnreadableFile as refusal:
        return bool(str(refusal))
    return _can_be_kept(result) and all(str(reason) for refused in result.refused for reason in refused.reasons)


def _can_be_kept(result: CalendarFile) -> bool:
    return (
        len(result.events) <= MOST_IN_ALL
        and len({(event.source_uid, event.recurrence) for event in result.events}) == len(result.events)
        and all(event.title and len(event.title) <= 200 and "\n" not in event.title for event in result.events)
        and all(event.end > event.start for event in result.events)
        and all(event.start.tzinfo for event in result.events if isinstance(event.start, datetime))
    )
