"""Any calendar file in the world is read or refused in words: never a crash, never a wait without end."""

from datetime import date, datetime

import pytest

from app.imports.calendar_file import UnreadableFile
from app.imports.calendar_values import MOST_ENTRIES, MOST_IN_A_SERIES, MOST_IN_ALL
from tests.imports.samples import calendar, read, read_entries, reasons, sample

START = "UID:a\nSUMMARY:Möte\nDTSTART:20270211T080000Z\n"
TOO_LONG = "Serien är för lång för att läsas in. Exportera en kortare period."
TOO_OFTEN = "Serien återkommer flera gånger om dagen. Sådana serier läses inte in."
NOT_A_RULE = "Regeln för hur serien återkommer går inte att läsa: "
SEVERAL_RULES = "Serien har flera regler för hur den återkommer. Det går inte att läsa."
OWN_ENDS = "Serien har extra tillfällen med egna sluttider. Det går inte att läsa."
OUTLOOK = sample("outlook-export.ics")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Kalenderfilen är tom."),
        (b"\r\n \r\n", "Kalenderfilen är tom."),
        (b"hej", "Filen är inte en kalenderfil"),
        (b"<!DOCTYPE html><html></html>", "Filen är inte en kalenderfil"),
        (b"PK\x03\x04" + bytes(range(256)) * 40, "Filen är inte en kalenderfil"),
        (b"BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n", "Filen är inte en kalenderfil"),
        (b"BEGIN:VEVENT\r\nDTSTART:20270101\r\nEND:VEVENT\r\n", "Filen är inte en kalenderfil"),
        (b"x" * 2_000_001, "större än 2 MB"),
        (b"BEGIN:VCALENDAR\n" * 10_000, "dess delar tar aldrig slut"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 10_000, "dess delar tar aldrig slut"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 10_000, "fler än 5000 poster"),
        (calendar(*[START] * (MOST_ENTRIES + 1)), "fler än 5000 poster"),
        (calendar(START, before="METHOD:REPLY\n"), "svar på en inbjudan"),
        (calendar(START).replace(b"VERSION:2.0", b"VERSION:1.0"), "gamla formatet vCalendar"),
    ],
)
def test_what_is_no_calendar_is_refused_as_a_whole(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read(data)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("UID:a", "Starttiden saknas."),
        ("DTSTART", "Raden DTSTART går inte att läsa."),
        ("DTSTART:", "Raden DTSTART går inte att läsa."),
        ('DTSTART;TZID="x:20270101', "Raden DTSTART går inte att läsa."),
        ("DTSTART:20270231T080000Z", "”20270231T080000Z” är ingen tid som går att läsa."),
        ("DTSTART:20270211T256100Z", "”20270211T256100Z” är ingen tid som går att läsa."),
        ("DTSTART:i morgon", "”I MORGON” är ingen tid som går att läsa."),
        ("DTSTART:٢٠٢٧٠١٠١", "”٢٠٢٧٠١٠١” är ingen tid som går att läsa."),
        ("DTSTART:00010101T000000Z", "Årtalet 1 är orimligt."),
        ("DTSTART:99991231T235959Z", "Årtalet 9999 är orimligt."),
        (START + "DTEND:20270211T070000Z", "Sluttiden ligger före starttiden."),
        (START + "DURATION:-PT1H", "Sluttiden ligger före starttiden."),
        (START + "DTEND:20290211T070000Z", "Det varar längre än ett år."),
        (START + "DTEND;VALUE=DATE:20270212", "Starten är en dag och slutet en tid, eller tvärtom."),
        (START + "DURATION:P99999999999999999D", "Längden går inte att läsa."),
        (START + "DURATION:en timme", "Längden går inte att läsa."),
        (START + "RRULE:FREQ=SECONDLY", TOO_OFTEN),
        (START + "RRULE:FREQ=MINUTELY;COUNT=2", TOO_OFTEN),
        (START + "RRULE:FREQ=HOURLY;INTERVAL=12", TOO_OFTEN),
        (START + "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=0,10,20,30,40", TOO_OFTEN),
        (START + "RRULE:FREQ=DAILY;COUNT=0", NOT_A_RULE + "FREQ=DAILY;COUNT=0"),
        (START + "RRULE:FREQ=DAILY;BYDAY=XX", NOT_A_RULE + "FREQ=DAILY;BYDAY=XX"),
        (START + "RRULE:varje dag", NOT_A_RULE + "varje dag"),
        (START + "RRULE:FREQ=DAILY;UNTIL=PT1H", NOT_A_RULE + "FREQ=DAILY;UNTIL=PT1H"),
        (START + "RRULE:FREQ=DAILY;BYEASTER=1", NOT_A_RULE + "FREQ=DAILY;BYEASTER=1"),
        (START + "RRULE", NOT_A_RULE),
        (START + "RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", SEVERAL_RULES),
        (START + "EXDATE:20271301", "”20271301” är ingen tid som går att läsa."),
        (START + "RDATE;VALUE=DATE:20270301", "Serien har klockslag men dess extra tillfällen är hela dagar."),
        (START + "RDATE:20270301T080000Z/PT5H", OWN_ENDS),
        ("UID:a\nDTSTART:19000101T080000Z\nRRULE:FREQ=DAILY;BYHOUR=1,2,3", TOO_LONG),
    ],
)  # fmt: skip
def test_a_broken_entry_is_refused_by_itself(lines: str, reason: str) -> None:
    result = read_entries(lines, "UID:b\nSUMMARY:Ett helt möte\nDTSTART:20270212T080000Z")

    assert reasons(result) == [reason]
    assert [event.title for event in result.events] == ["Ett helt möte"]


def test_a_file_cut_off_anywhere_gives_whole_meetings_or_words() -> None:
    whole = {(event.start, event.title, event.end) for event in read(OUTLOOK).events}
    for length in range(20, len(OUTLOOK), 7):
        result = read(OUTLOOK[:length])
        unmoved = {(event.start, event.title, event.end) for event in result.events if event.start != date(2026, 12, 2)}
        assert {found for found in unmoved if found not in whole} <= {_not_yet_moved()}


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=YEARLY;INTERVAL=2000000000",
        "FREQ=DAILY;INTERVAL=2000000000;COUNT=2000000000",
        "FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO",
    ],
)
def test_a_series_that_never_comes_round_ends(rule: str) -> None:
    assert len(read_entries(START + f"RRULE:{rule}").events) == 1


def test_thousands_of_endless_series_end_and_do_not_drown_a_single_meeting() -> None:
    endless = [f"UID:{number}\nDTSTART:19500101T080000Z\nRRULE:FREQ=DAILY" for number in range(1000)]
    result = read_entries(*endless, START)

    assert "Möte" in {event.title for event in result.events}
    assert len(result.events) <= MOST_IN_ALL
    assert TOO_LONG in reasons(result)


def test_floods_of_zones_exceptions_markup_and_folds_end() -> None:
    zones = "".join(f"BEGIN:VTIMEZONE\nTZID:{name}\n{_observances(6)}END:VTIMEZONE\n" for name in range(500))
    assert (
        len(read_entries(*[f"UID:{n}\nDTSTART;TZID={n}:20270101T080000" for n in range(500)], before=zones).events)
        == 500
    )
    assert (
        len(read_entries(START + "RRULE:FREQ=DAILY\n" + "EXDATE:20270301T080000Z\n" * 20_000).events)
        == MOST_IN_A_SERIES
    )
    for flood in ("<div>", "<", "<script>", "&amp;<b>", "https://[a ", "\\n", "\\", "<!--", "&#"):
        assert len(read_entries(START + "DESCRIPTION:" + flood * 100_000).events) == 1
    assert (
        len(read(calendar(START).replace(b"SUMMARY", b"DESCRIPTION:x" + b"\r\n x" * 200_000 + b"\r\nSUMMARY")).events)
        == 1
    )


def _not_yet_moved() -> tuple[object, ...]:
    """The occurrence of the series that a later entry moves: in a file cut off before it, it stands where it was."""
    moved = next(event for event in read(OUTLOOK).events if event.moved)
    begins = datetime.fromisoformat(moved.recurrence)
    return begins, "Digitala nätverket: avstämning", begins + (moved.end - moved.start)  # type: ignore[operator]


def _observances(count: int) -> str:
    rule = "DTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR\n"
    return f"BEGIN:STANDARD\n{rule}END:STANDARD\n" * count
