"""The small rules by which the fields of a list are read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.dates import NotADate, read_date
from app.imports.fields import (
    lost_letters,
    municipality_key,
    nearest,
    plain_text,
    read_address,
    split_name,
    split_networks,
)
from app.imports.headings import Column, meaning

MUNICIPALITIES = ("Borgholm Emmaboda Hultsfred Högsby Kalmar Mönsterås Mörbylånga Nybro Oskarshamn Torsås Vimmerby "
                  "Västervik").split()  # fmt: skip
FULL_NAMES = ("Borgholms Emmaboda Hultsfreds Högsby Kalmar Mönsterås Mörbylånga Nybro Oskarshamns Torsås Vimmerby "
              "Västerviks").split()  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["2025-02-01", "2025-02-01 00:00:00", "2025-02-01T00:00", "2025/02/01", "20250201", "1 februari 2025", "1 feb 2025",
     "1 feb. 2025", "den 1:a februari 2025", "1/2 2025", "01/02/2025", "1.2.2025", "1. 2. 2025", "1 February 2025",
     "February 1, 2025", "1st Feb 2025", " 1\u00a0FEB  2025 ", "2025-02", "februari 2025", "feb 2025"],
)  # fmt: skip
def test_the_first_of_february_in_every_way_people_write_it(text: str) -> None:
    assert read_date(text) == date(2025, 2, 1)


@pytest.mark.parametrize(
    "text",
    ["31/2 2025", "2025-13-01", "2025-00-01", "0", "45689", "1/2", "1/2 25", "våren 2025", "0001-01-01", "99999999",
     "1 brumaire 2025", "2025-02-01 och framåt", "٢٠٢٥-٠٢-٠١", "-"],
)  # fmt: skip
def test_what_would_have_to_be_guessed_is_no_date(text: str) -> None:
    with pytest.raises(NotADate, match="Skriv till exempel 2025-02-01"):
        read_date(text)


def test_a_month_alone_ends_on_its_last_day() -> None:
    assert read_date("2024-02", last_of_month=True) == date(2024, 2, 29)
    assert read_date(20250201) == date(2025, 2, 1)
    assert read_date("  ") is None


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert read_date(day) == read_date(day.isoformat()) == read_date(f"{day.day}/{day.month} {day.year}") == day


@given(st.text() | st.none() | st.integers() | st.floats())
def test_any_cell_is_a_date_or_none_or_refused(cell: str | int | float | None) -> None:
    try:
        assert read_date(cell) is None or read_date(cell)
    except NotADate as refusal:
        shown = str(refusal)
    else:
        shown = "ett datum"
    assert shown


@pytest.mark.parametrize(
    "text", ["namn.namn@kommun.example", " NAMN@KOMMUN.example ", "mailto:a+b@c-d.example", "o'x@y.example"]
)
def test_addresses_that_are_taken(text: str) -> None:
    address, mistake = read_address(text)

    assert mistake is None
    assert address == address.strip().lower()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Skriv e-postadressen"),
        ("kontakt.oskarshamn", "precis ett @"),
        ("a@b@c.example", "precis ett @"),
        ("@demo.example", "precis ett @"),
        ("kontakt.högsby@demo.example", "före @"),
        ("kontakt@högsby.example", "efter @"),
        ("a@demo", "inte skriven som en adress"),
        ("a b@demo.example", "inte skriven som en adress"),
        ("a..b@demo.example", "inte skriven som en adress"),
        ("a@-demo.example", "inte skriven som en adress"),
        ("a@demo.example; b@demo.example", "precis ett @"),
        ("Anna <a@demo.example>", "inte skriven som en adress"),
        ("a" * 250 + "@demo.example", "inte skriven som en adress"),
    ],
)
def test_addresses_that_are_refused(text: str, words: str) -> None:
    assert words in str(read_address(text)[1])


@pytest.mark.parametrize("text", ["?ime?kov?", "Šime\ufffdková", "MÃ¶rbylÃ¥nga", "Ã…ngstrÃ¶m"])
def test_names_in_which_letters_were_lost(text: str) -> None:
    assert lost_letters(text, name=True)


@pytest.mark.parametrize("text", ["Šimečková-Ångström", "São", "Zoë", "Ó Súilleabháin", "Čaće", "Māris", "Wałęsa", "Â"])
def test_names_that_are_whole(text: str) -> None:
    assert not lost_letters(text, name=True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Barn- och unganätverket; Mångspråksnätverket", ("Barn- och unganätverket", "Mångspråksnätverket")),
        ("MIK-nätverket\nMedienätverket;;mik-NÄTVERKET", ("MIK-nätverket", "Medienätverket")),
        ("MIK-nätverket, Medienätverket", ("MIK-nätverket", "Medienätverket")),
        ("Arbetsgruppen för fjärrlån, medietransporter", ("Arbetsgruppen för fjärrlån, medietransporter",)),
        (" ; ", ()),
    ],
)
def test_several_networks_in_one_cell(text: str, names: tuple[str, ...]) -> None:
    assert split_networks(text) == names


@pytest.mark.parametrize(("short", "full"), list(zip(MUNICIPALITIES, FULL_NAMES, strict=True)))
def test_a_municipality_is_known_by_its_full_name_and_by_no_other(short: str, full: str) -> None:
    for typed in (
        short,
        short.upper(),
        f" {short} ",
        f"{full} kommun",
        f"{full.upper()} KOMMUN",
        f"{full} municipality",
    ):
        keys = set(municipality_key(typed))
        assert [name for name in MUNICIPALITIES if keys & set(municipality_key(name))] == [short]


def test_the_nearest_name_is_offered() -> None:
    assert nearest("Vimerby", MUNICIPALITIES) == "Vimmerby"
    assert nearest("KALMARE", MUNICIPALITIES) == "Kalmar"
    assert nearest("Stockholm", []) is None
    assert nearest("Xyz", MUNICIPALITIES) is None


@pytest.mark.parametrize(
    ("heading", "column"),
    [("E-POST:", Column.EMAIL), ("Ordinarie / ersättare", Column.STANDING), ("T.o.m.", Column.ENDS_ON),
     ("Mobil (arbete)", Column.PHONE), ("Kommunikation", None), ("", None), ("()", None)],
)  # fmt: skip
def test_what_a_heading_means(heading: str, column: Column | None) -> None:
    assert meaning(heading) is column


def test_names_and_text_are_tidied() -> None:
    assert split_name("Kontaktperson") == ("Kontaktperson", "")
    assert plain_text(" A\u030asa\u200b\u202e \u00a0 Berg\t\r\nEk ") == "Åsa Berg Ek"
