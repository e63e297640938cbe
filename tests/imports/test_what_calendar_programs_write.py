"""Every calendar program writes in its own way, and is understood."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.imports.calendar_file import ImportedEvent
from tests.imports.samples import calendar, read, read_entries, reasons

ENTRY = "UID:a\nSUMMARY:Möte på Öland\nDTSTART:20270211T083000Z\nDTEND:20270211T100000Z"
OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Anpassad tidszon
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
END:VTIMEZONE
"""


def only(entry: str, before: str = "") -> ImportedEvent:
    (event,) = read_entries(entry, before=before).events
    return event


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("Europe/Stockholm", 9),
        ('"W. Europe Standard Time"', 9),
        ("W. Europe Standard Time", 9),
        ("europe/helsinki", 8),
        ("GTB Standard Time", 8),
        ("/calendar.example/Europe/Helsinki", 8),
        ("Anpassad tidszon", 8),
        ("UTC", 10),
    ],
)
def test_the_zone_is_found_by_any_name(name: str, hour: int) -> None:
    result = read_entries(f"UID:a\nDTSTART;TZID={name}:20270211T090000", before=OWN_ZONE)

    assert [event.start for event in result.events] == [
        datetime(2027, 2, 11, hour, tzinfo=ZoneInfo("Europe/Stockholm"))
    ]
    assert result.notes == ()


def test_a_zone_of_the_file_is_right_every_hour_of_two_years() -> None:
    helsinki, moment = ZoneInfo("Europe/Helsinki"), datetime(2026, 1, 1, tzinfo=ZoneInfo("UTC"))
    own_zone = OWN_ZONE.replace("T030000", "T040000").replace("T020000", "T030000")
    for chunk in range(8):
        hours = [moment + timedelta(hours=5 * step) for step in range(chunk * 438, (chunk + 1) * 438)]
        walls = [hour.astimezone(helsinki) for hour in hours if hour.astimezone(helsinki).fold == 0]
        lines = [f"UID:{wall}\nDTSTART;TZID=Anpassad tidszon:{wall:%Y%m%dT%H%M%S}" for wall in walls]
        assert [event.start for event in read_entries(*lines, before=own_zone).events] == walls


def test_an_unknown_zone_and_a_time_without_one_are_read_as_here_and_said() -> None:
    result = read_entries("UID:a\nDTSTART;TZID=Midgård:20270211T090000", "UID:b\nDTSTART:20270211T090000")

    assert {str(event.start) for event in result.events} == {"2027-02-11 09:00:00+01:00"}
    assert [str(note) for note in result.notes] == [
        "Tidszonen ”Midgård” är okänd. Dess tider är lästa som Europe/Stockholm.",
        "Tider utan tidszon är lästa som Europe/Stockholm.",
    ]


@pytest.mark.parametrize(
    "data",
    [
        calendar(ENTRY).replace(b"\r\n", b"\n"),
        calendar(ENTRY).replace(b"\r\n", b"\r"),
        calendar(ENTRY).replace(b"\r\n", b"\r\r\n"),
        b"\xef\xbb\xbf" + calendar(ENTRY),
        calendar(ENTRY).decode().encode("utf-16"),
        calendar(ENTRY).decode().encode("utf-16-le"),
        calendar(ENTRY).decode().encode("latin-1"),
        calendar(ENTRY).replace("Ö".encode(), b"\xc3\r\n \x96"),
        calendar(ENTRY).lower().replace(b"m\xc3\xb6te", b"M\xc3\xb6te"),
        b"\r\n\r\n" + calendar(ENTRY).replace(b"END:VCALENDAR", b""),
        calendar(ENTRY).replace(b"SUMMARY", b"X-BAD LINE\r\n;;;\r\nATTENDEE;CN=:\r\nSUMMARY;X=1"),
    ],
    ids=[
        "lf",
        "cr",
        "crcrlf",
        "bom",
        "utf16",
        "utf16-no-bom",
        "latin1",
        "split letter",
        "lower case",
        "no end",
        "bad lines",
    ],
)
def test_line_breaks_encodings_and_small_faults(data: bytes) -> None:
    (event,) = read(data).events

    assert (event.title, event.start.isoformat()) == ("Möte på Öland", "2027-02-11T09:30:00+01:00")


def test_the_length_may_be_a_duration_or_missing() -> None:
    assert only("UID:a\nDTSTART:20270211T080000Z\nDURATION:PT1H30M").end.isoformat() == "2027-02-11T10:30:00+01:00"
    assert only("UID:a\nDTSTART:20270211T080000Z").end.isoformat() == "2027-02-11T10:00:00+01:00"
    assert (
        only("UID:a\nDTSTART:20270211T080000Z\nDTEND:20270211T080000Z").end.isoformat() == "2027-02-11T10:00:00+01:00"
    )
    assert only("UID:a\nDTSTART;VALUE=DATE:20270420").end == date(2027, 4, 21)
    assert only("UID:a\nDTSTART;VALUE=DATE:20270420\nDTEND;VALUE=DATE:20270420").end == date(2027, 4, 21)


def test_outlooks_whole_days_are_whole_days() -> None:
    midnights = "UID:a\nDTSTART:20270420T000000\nDTEND:20270422T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE"

    assert (only(midnights).start, only(midnights).end) == (date(2027, 4, 20), date(2027, 4, 22))


@pytest.mark.parametrize(
    ("lines", "link", "place"),
    [
        (
            "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/l/1\nLOCATION:Teams",
            "https://teams.example/l/1",
            "Teams",
        ),
        ("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://moten.example/3", "https://moten.example/3", ""),
        ("LOCATION:https://kalmar.zoom.us/j/123?pwd=a; Kalmar", "https://kalmar.zoom.us/j/123?pwd=a", "Kalmar"),
        ("DESCRIPTION:Anslut <https://teams.microsoft.com/l/2>.", "https://teams.microsoft.com/l/2", ""),
        ("DESCRIPTION:Karta https://karta.example och https://meet.google.com/abc.", "https://meet.google.com/abc", ""),
        ("DESCRIPTION:https://teams.microsoft.com@ond.example/ http://zoom.us/j/1 https://xzoom.us/j", "", ""),
        ("URL:https://[trasig\nLOCATION:https://karta.example/bibliotek", "", "https://karta.example/bibliotek"),
        ("CONFERENCE:javascript:alert(1)", "", ""),
    ],
)
def test_the_link_to_the_online_meeting(lines: str, link: str, place: str) -> None:
    event = only(f"UID:a\nDTSTART:20270211T080000Z\n{lines}")

    assert (event.link, event.place) == (link, place)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r"DESCRIPTION:Rad ett\nRad två\, med komma\; och \\n", "Rad ett\nRad två, med komma; och \\n"),
        (
            "DESCRIPTION:<html><head><style>p{}</style></head><p>Ett</p><p>Två &amp; tre<br>fyra</p></html>",
            "Ett\nTvå & tre\nfyra",
        ),
        ("DESCRIPTION:Hej<script>alert(1)</script> <img src=x onerror=alert(1)>du", "Hej du"),
        ("DESCRIPTION:<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>kvar", "kvar"),
        ("DESCRIPTION:Anslut <https://zoom.us/j/1> nu", "Anslut https://zoom.us/j/1 nu"),
        ("DESCRIPTION:3 < 5 och <3", "3 < 5 och <3"),
        ("X-ALT-DESC;FMTTYPE=text/html:<p>Bara <i>här</i></p>", "Bara här"),
        ("DESCRIPTION:a\u202eb\u0007c\u2028d", "abc\nd"),
    ],
)
def test_a_description_is_plain_text(line: str, text: str) -> None:
    assert only(f"UID:a\nDTSTART:20270211T080000Z\n{line}").description == text


def test_a_title_is_one_line_of_two_hundred_characters() -> None:
    title = only("UID:a\nDTSTART:20270211T080000Z\nSUMMARY:\u0007 Möte\\n om\t allt " + "x" * 500).title

    assert title.startswith("Möte om allt xxx")
    assert len(title) == 200


def test_nothing_is_carried_about_those_who_were_invited() -> None:
    people = "ORGANIZER;CN=Chef:mailto:chef@demo.example\nATTENDEE;CN=Kontakt:mailto:kontakt@demo.example\n"

    assert "demo.example" not in repr(read_entries(people + ENTRY))


def test_without_a_uid_the_same_entry_is_known_again() -> None:
    first, again = (only("SUMMARY:Möte\nDTSTART:20270211T080000Z").source_uid for _ in range(2))

    assert first == again
    assert only("SUMMARY:Annat\nDTSTART:20270211T080000Z").source_uid != first


def test_a_reminder_does_not_speak_for_its_meeting() -> None:
    reminder = "BEGIN:VALARM\nDESCRIPTION:Påminnelse\nDURATION:PT5M\nSUMMARY:Pling\nEND:VALARM"
    event = only(f"UID:a\nDTSTART:20270211T080000Z\n{reminder}\nSUMMARY:Möte")

    assert (event.title, event.description) == ("Möte", "")


def test_a_called_off_file_calls_off_its_meetings() -> None:
    assert only(ENTRY, before="METHOD:CANCEL\n").cancelled
    assert reasons(read_entries(ENTRY)) == []
