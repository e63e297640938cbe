"""A coordinator brings the calendar that the network has had in Outlook."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.imports.samples import TODAY, calendar, read, read_entries, reasons, sample

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SERIES = "040000008200E00074C5B7101A82E0080000000011223344556677889900AABBCCDDEEFF0011"
WEEKLY = """
UID:s
SUMMARY:Avstämning
DTSTART;TZID=Europe/Stockholm:20261001T090000
DTEND;TZID=Europe/Stockholm:20261001T100000
"""


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=STOCKHOLM)  # type: ignore[misc, arg-type]


def test_the_outlook_file_becomes_ten_meetings_and_one_refusal() -> None:
    result = read(sample("outlook-export.ics"))

    assert result.name == "Nätverksmöten"
    assert [(event.start, event.title, event.number) for event in result.events] == [
        (at(2026, 9, 2, 9), "Digitala nätverket: avstämning", 2),
        (at(2026, 10, 7, 9), "Digitala nätverket: avstämning", 2),
        (at(2026, 11, 4, 9), "Digitala nätverket: avstämning", 2),
        (at(2026, 12, 2, 13), "Digitala nätverket: avstämning (flyttad)", 3),
        (at(2027, 2, 3, 9), "Digitala nätverket: avstämning", 2),
        (at(2027, 2, 11, 9, 30), "Medieträff vår", 1),
        (at(2027, 3, 3, 9), "Digitala nätverket: avstämning", 2),
        (at(2027, 3, 18, 9), "Mångspråk i praktiken", 5),
        (at(2027, 4, 7, 9), "Digitala nätverket: avstämning", 2),
        (date(2027, 4, 20), "Länsdagar för biblioteken", 4),
    ]
    assert [(refused.number, refused.what) for refused in result.refused] == [(6, "Trasig post utan starttid")]
    assert reasons(result) == ["Starttiden saknas."]
    assert result.notes == ()


def test_of_the_outlook_series_the_excepted_date_is_gone_and_the_moved_one_known_by_its_first_time() -> None:
    series = [event for event in read(sample("outlook-export.ics")).events if event.source_uid == SERIES]

    assert [event.recurrence for event in series if event.moved] == ["2026-12-02T08:00:00+00:00"]
    assert "2027-01-06T08:00:00+00:00" not in {event.recurrence for event in series}
    assert all(event.end - event.start == timedelta(hours=1, minutes=30) for event in series)


def test_the_outlook_meetings_are_read_in_full_without_markup() -> None:
    events = {event.number: event for event in read(sample("outlook-export.ics")).events}

    medietraff = events[1]
    assert (medietraff.place, medietraff.sequence, medietraff.recurrence) == (
        "Hultsfreds bibliotek, stora salen",
        2,
        "",
    )
    assert medietraff.description.startswith("Dagordning:\n1. Laget runt\n2. Medieplan: gemensam mall\n3. Databaser:")
    assert medietraff.end == at(2027, 2, 11, 12)
    assert events[4].end == date(2027, 4, 22)
    assert (events[5].cancelled, events[5].title, events[5].sequence) == (True, "Mångspråk i praktiken", 3)


def test_reading_again_says_the_same_so_that_importing_again_changes_nothing() -> None:
    data = sample("outlook-export.ics")

    assert read(data) == read(data)
    identities = [(event.source_uid, event.recurrence) for event in read(data).events]
    assert len(set(identities)) == len(identities)


def test_a_series_keeps_its_hour_when_the_clock_changes() -> None:
    starts = [event.start for event in read_entries(WEEKLY + "RRULE:FREQ=WEEKLY;COUNT=6").events]

    assert [start.hour for start in starts if isinstance(start, datetime)] == [9] * 6
    assert {str(start)[-6:] for start in starts} == {"+02:00", "+01:00"}


@pytest.mark.parametrize(
    ("exception", "days"),
    [
        ("EXDATE;TZID=Europe/Stockholm:20261008T090000", [1, 15]),
        ("EXDATE:20261008T070000Z,20261015T070000Z", [1]),
        ("EXDATE;VALUE=DATE:20261008", [1, 15]),
        ("EXDATE;TZID=Europe/Stockholm:20261008T100000", [1, 8, 15]),
        ("RDATE;TZID=Europe/Stockholm:20261009T090000,20261008T090000", [1, 8, 9, 15]),
    ],
)
def test_exceptions_and_extra_dates_of_a_series(exception: str, days: list[int]) -> None:
    events = read_entries(WEEKLY + "RRULE:FREQ=WEEKLY;COUNT=3\n" + exception).events

    assert [event.start.day for event in events] == days


def test_one_occurrence_is_called_off_another_only_renamed() -> None:
    called_off = "UID:s\nRECURRENCE-ID:20261008T070000Z\nDTSTART:20261008T070000Z\n"
    called_off += "STATUS:CANCELLED\nSUMMARY:Inställt: Avstämning"
    renamed = "UID:s\nRECURRENCE-ID;VALUE=DATE:20261015\nDTSTART:20261015T070000Z\nSUMMARY:Avslutning"
    events = read_entries(called_off, WEEKLY + "RRULE:FREQ=WEEKLY;COUNT=3", renamed).events

    assert [(event.title, event.cancelled, event.moved, event.number) for event in events] == [
        ("Avstämning", False, False, 2),
        ("Avstämning", True, False, 1),
        ("Avslutning", False, False, 3),
    ]
    assert [event.recurrence for event in events] == [f"2026-10-{day:02}T07:00:00+00:00" for day in (1, 8, 15)]


def test_a_change_for_this_and_all_later_moves_them_all() -> None:
    later = "UID:s\nSUMMARY:Ny tid\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261008T070000Z\n"
    later += "DTSTART:20261008T113000Z\nDURATION:PT2H"
    events = read_entries(WEEKLY + "RRULE:FREQ=WEEKLY;COUNT=3", later).events

    assert [(event.title, event.start) for event in events] == [
        ("Avstämning", at(2026, 10, 1, 9)),
        ("Ny tid", at(2026, 10, 8, 13, 30)),
        ("Ny tid", at(2026, 10, 15, 13, 30)),
    ]
    assert events[-1].recurrence == "2026-10-15T07:00:00+00:00"
    assert events[-1].end == at(2026, 10, 15, 15, 30)


def test_a_moved_occurrence_whose_series_is_not_in_the_file_is_read_by_itself() -> None:
    (event,) = read_entries("UID:s\nRECURRENCE-ID:20261202T080000Z\nDTSTART:20261203T080000Z").events

    assert (event.recurrence, event.moved, event.title) == ("2026-12-02T08:00:00+00:00", True, "Utan rubrik")


def test_a_series_of_whole_days() -> None:
    days = "UID:d\nDTSTART;VALUE=DATE:20261130\nRRULE:FREQ=WEEKLY;UNTIL=20261221\nEXDATE:20261207T000000"
    events = read_entries(days).events

    assert [(event.start, event.end) for event in events] == [
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 14), date(2026, 12, 15)),
        (date(2026, 12, 21), date(2026, 12, 22)),
    ]
    assert events[0].recurrence == "2026-11-30"


def test_only_five_years_are_read_and_what_is_left_out_is_counted() -> None:
    result = read_entries(
        "UID:a\nDTSTART:20200101T090000Z", "UID:b\nDTSTART:20310101T090000Z", "UID:c\nDTSTART:20270101T090000Z"
    )

    assert [event.source_uid for event in result.events] == ["c"]
    assert [str(note) for note in result.notes] == [
        "Tillfällen före 2024-11-22 eller efter 2029-11-22 är inte med. Antal: 2."
    ]


def test_a_series_without_end_is_read_three_years_ahead() -> None:
    result = read_entries(WEEKLY + "RRULE:FREQ=MONTHLY;BYDAY=1TH")

    assert len(result.events) == 38
    assert [str(note) for note in result.notes] == ["Serier utan slut är lästa till och med 2029-11-22."]


def test_of_a_daily_series_the_four_hundred_nearest_to_today_are_read() -> None:
    result = read_entries("UID:s\nDTSTART:20250101T090000Z\nRRULE:FREQ=DAILY;UNTIL=20280101")

    assert len(result.events) == 400
    assert abs(result.events[0].start.toordinal() - TODAY.toordinal()) <= 200
    assert [str(note) for note in result.notes] == [
        "Högst 400 tillfällen av en serie och 2000 av en fil läses. Utelämnade: 696."
    ]


def test_of_two_versions_the_newer_is_read_and_two_meetings_with_one_identity_are_not_merged() -> None:
    old, new = (f"UID:a\nSEQUENCE:{n}\nSUMMARY:Version {n}\nDTSTART:20270101T090000Z" for n in (1, 2))
    other = "UID:a\nSEQUENCE:2\nSUMMARY:Ett annat möte\nDTSTART:20270301T090000Z"
    result = read_entries(new, old, other)

    assert [event.title for event in result.events] == ["Version 2"]
    assert reasons(result) == ["Nummer 1 i filen har samma identitet (UID) men säger något annat."]
    assert [str(note) for note in result.notes] == ["Äldre versioner av samma möte är inte lästa. Antal: 1."]


def test_a_file_without_its_end_is_read_with_a_warning() -> None:
    cut_off = calendar("UID:a\nDTSTART:20270101T090000Z").removesuffix(b"END:VCALENDAR\r\n")

    assert len(read(cut_off).events) == 1
    assert [str(note) for note in read(cut_off).notes] == [
        "Filens slut saknas. Kanske är inte alla möten med: exportera kalendern på nytt."
    ]


def test_several_calendars_in_one_file_and_tasks_beside_the_meetings() -> None:
    task = "BEGIN:VTODO\nUID:t\nSUMMARY:Boka lokal\nEND:VTODO\n"
    result = read(
        calendar("UID:a\nDTSTART:20270101T090000Z", before=task) + calendar("UID:b\nDTSTART:20270102T090000Z")
    )

    assert [event.source_uid for event in result.events] == ["a", "b"]
    assert [str(note) for note in result.notes] == ["Uppgifter och anteckningar är inte lästa. Antal: 1."]
