"""Whatever people paste into a meeting, its lines are such that no calendar program chokes on them."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ical.event import CalendarEvent, CalendarHead
from app.ical.text import calendar_name, cleaned, folded, one_line, text, web_address
from app.ical.writer import calendar_bytes, event_text

HERE = ZoneInfo("Europe/Stockholm")
MOMENT = datetime(2026, 11, 2, 8, 15, 30, tzinfo=UTC)
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text("\\n;,aö€😀 \t\xa0\n", min_size=50, max_size=250)
START = datetime(2026, 11, 24, 9, 30, tzinfo=HERE)

TYPICAL = """BEGIN:VEVENT
SUMMARY:INSTÄLLT: Läsfrämjande\\, norra länet
DTSTART;TZID=Europe/Stockholm:20261124T093000
DTEND;TZID=Europe/Stockholm:20261124T120000
DTSTAMP:20261102T081530Z
UID:m-7@knutpunkt.example
SEQUENCE:2
CATEGORIES:Barn,Läsning\\, unga
CONFERENCE;VALUE=URI:https://video.example/rum
CREATED:20261102T081530Z
DESCRIPTION:Vi ses i C:\\\\Nytt\\; ta med fika.\\nAnslut här: https://video.ex
 ample/rum
LAST-MODIFIED:20261102T081530Z
LOCATION:Oskarshamn
STATUS:CANCELLED
TRANSP:TRANSPARENT
URL:https://knutpunkt.example/meetings/7
END:VEVENT
"""


def event(**changes: Any) -> CalendarEvent:
    meeting: dict[str, Any] = {
        "uid": "m-7@knutpunkt.example",
        "sequence": 2,
        "summary": "Läsfrämjande, norra länet",
        "start": START,
        "end": START + timedelta(hours=2, minutes=30),
        "changed_at": MOMENT,
        "created_at": MOMENT,
    }
    return CalendarEvent(**(meeting | changes))


def test_the_bytes_of_an_event_stay_the_same() -> None:
    """Clients keep what they fetched by its ETag: when this text has to change, raise WRITER_VERSION."""
    written = event_text(
        event(
            cancelled=True,
            location="Oskarshamn",
            description="Vi ses i C:\\Nytt; ta med fika.\nAnslut här: https://video.example/rum",
            url="https://knutpunkt.example/meetings/7",
            conference="https://video.example/rum",
            categories=("Barn", "Läsning, unga", "Barn"),
        ),
        time_zone="Europe/Stockholm",
    )

    assert written.decode() == TYPICAL.replace("\n", "\r\n")


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_every_line_is_short_whole_and_ended_by_crlf(title: str, words: str, link: str) -> None:
    one = event_text(
        event(
            summary=title, description=words, location=words, categories=(title, words), url=f"https://a.example/{link}"
        ),
        time_zone="Europe/Stockholm",
    )
    written = calendar_bytes(CalendarHead(name=title, description=words), [one], time_zone="Europe/Stockholm")

    assert written.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert written.count(b"\r\n") == written.count(b"\r") == written.count(b"\n")
    for line in written.split(b"\r\n")[:-1]:
        assert len(line) <= 75
        assert line.decode().strip()  # whole characters, and not a line that looks empty
        assert (len(line) - len(line.rstrip(b"\\"))) % 2 == 0  # an escape is never parted
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]", written.decode())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=300))
def test_folding_can_be_undone(line: str) -> None:
    assert folded(line).decode().replace("\r\n ", "").removesuffix("\r\n") == line


def test_a_line_of_75_octets_is_not_folded() -> None:
    assert folded("x" * 75) == b"x" * 75 + b"\r\n"
    assert folded("x" * 73 + "ö") == b"x" * 73 + "ö\r\n".encode()
    assert folded("x" * 74 + "ö") == b"x" * 74 + "\r\n ö\r\n".encode()


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\ufeffrubrik\x00\x1b[0m\x7f\x9f", "rubrik[0m"),
        ("halv \ud83d emoji, hel 😀", "halv  emoji, hel 😀"),
        ("tabb\toch\n\nrad", "tabb\toch\n\nrad"),
        ("  kant \n", "kant"),
        ("namn" + " " * 19 + "ort", "namn" + " " * 19 + "ort"),
        ("namn" + " " * 80 + "ort", "namn ort"),
        ("é, ü, Š, 中文, \u200fעברית", "é, ü, Š, 中文, \u200fעברית"),
    ],
)
def test_what_breaks_programs_is_cleaned_away_and_nothing_else(pasted: str, kept: str) -> None:
    assert cleaned(pasted) == kept


def test_escapes_are_those_of_the_standard() -> None:
    assert text('C:\\Nytt; a, b\nc: "d"').to_ical() == b'C:\\\\Nytt\\; a\\, b\\nc: "d"'


def test_a_title_is_one_line() -> None:
    assert one_line(" Höst\r\nmöte\t i\xa0Nybro ") == "Höst möte i Nybro"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Läsfrämjande, norra länet", "Läsfrämjande – norra länet"),
        ("Barn;unga,", "Barn – unga"),
        ("Medier\\e-böcker", "Medier/e-böcker"),
        (",;", ""),
    ],
)
def test_a_calendar_name_has_no_sign_that_programs_escape_differently(name: str, shown: str) -> None:
    assert calendar_name(name) == shown


@pytest.mark.parametrize("link", ["https://a.example/x?y=1,2;z#å", " HTTP://a.example ", "https://[::1]:8000/x"])
def test_a_web_address_is_kept(link: str) -> None:
    assert web_address(link) == link.strip().replace("å", "%C3%A5")


@pytest.mark.parametrize(
    "link",
    [
        "",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "a.example/x",
        "https://",
        "https://a.example/x y",
        "https://a.example/x\r\nATTENDEE:mailto:a@b.example",
        "https://a.example/\u200bx",
        "https://a.example/\ud83d",
        "https://[::1/x",
    ],
)
def test_what_is_no_web_address_is_left_out(link: str) -> None:
    assert web_address(link) == ""
    assert b"URL" not in event_text(event(url=link), time_zone="Europe/Stockholm")
    assert b"CONFERENCE" not in event_text(event(conference=link), time_zone="Europe/Stockholm")


TODAY = date(2026, 11, 24)
NO_ZONE = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"end": START}, "later than"),
        ({"end": START + timedelta(milliseconds=900)}, "later than"),
        ({"start": TODAY, "end": TODAY}, "later than"),
        (
            {
                "start": datetime(2026, 10, 25, 2, 15, tzinfo=HERE, fold=1),
                "end": datetime(2026, 10, 25, 2, 45, tzinfo=HERE),
            },
            "later",
        ),
        ({"end": TODAY + timedelta(days=1)}, "both times, or both dates"),
        ({"start": NO_ZONE}, "needs a zone"),
        ({"changed_at": NO_ZONE}, "needs a zone"),
        ({"start": START.replace(year=26)}, "years"),
        ({"sequence": -1}, "counts from 0"),
        ({"uid": " \x00"}, "uid"),
    ],
)
def test_an_event_that_no_program_can_show_is_refused(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        event(**changes)
