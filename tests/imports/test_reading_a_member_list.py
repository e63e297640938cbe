"""Somebody brings the list of members that they have kept in Excel."""

from datetime import date

import pytest

from app.imports.member_list import MemberRow, NoHeadings, read_member_list
from app.imports.tables import Cell, UnreadableFile
from tests.imports.samples import HEADINGS, member_list, reasons, sample, workbook

HOGSBY = "E-postadressen ”kontakt.högsby@demo.example” har å, ä, ö eller liknande före @. Skriv adressen utan dem."
OSKARSHAMN = "E-postadressen ”kontakt.oskarshamn” ska ha precis ett @, som i namn@kommun.example."
TORSAS = "Slutdatumet 2026-06-30 ligger före startdatumet 2027-01-01. Rätta det som är fel."
LOST = "”Šime?ková-Ångström” i kolumnen Efternamn har tappat bokstäver. Spara som .xlsx eller ”CSV UTF-8”."


def test_the_excel_file_is_read_below_its_title_and_without_its_old_sheet() -> None:
    members = read_member_list(sample("medlemslista.xlsx"), "medlemslista.xlsx")

    assert [row.row for row in members.rows] == [4, 5, 6, 8, 9, 10, 11, 14, 15, 16, 17]
    assert {row.sheet for row in members.rows} == {"Medlemmar"}
    assert [(row.row, row.what) for row in members.refused] == [
        (7, "Kontaktperson Högsby"),
        (12, "Kontaktperson Oskarshamn"),
        (13, "Kontaktperson Torsås"),
    ]
    assert reasons(members) == [HOGSBY, OSKARSHAMN, TORSAS]
    assert [str(note) for note in members.notes] == ["Bladet Gammal lista har inga rubriker och är inte läst."]


def test_the_same_list_as_csv_utf8_says_the_same() -> None:
    members = read_member_list(sample("medlemslista-utf8.csv"), "medlemslista-utf8.csv")

    assert [row.row for row in members.rows] == [2, 3, 4, 6, 7, 8, 9, 12, 13, 14, 15]
    assert reasons(members) == [HOGSBY, OSKARSHAMN, TORSAS]
    assert members.notes == ()
    from_excel = read_member_list(sample("medlemslista.xlsx"), "medlemslista.xlsx")
    assert [_without_place(row) for row in members.rows] == [_without_place(row) for row in from_excel.rows]


def test_the_csv_that_excel_saved_has_lost_letters_and_the_row_is_refused_not_guessed() -> None:
    members = read_member_list(sample("medlemslista-excel.csv"), "medlemslista-excel.csv")

    assert [row.row for row in members.rows] == [2, 3, 4, 6, 7, 8, 9, 12, 13, 14]
    assert [row.row for row in members.refused] == [5, 10, 11, 15]
    assert reasons(members) == [HOGSBY, OSKARSHAMN, TORSAS, LOST]


def test_a_row_is_read_in_full() -> None:
    members = read_member_list(sample("medlemslista.xlsx"), "medlemslista.xlsx")

    by_row = {row.row: row for row in members.rows}
    assert by_row[5] == MemberRow(
        row=5,
        sheet="Medlemmar",
        given_name="Kontaktperson",
        family_name="Emmaboda",
        email="kontakt.emmaboda@demo.example",
        municipality="Emmaboda",
        library="Emmaboda bibliotek",
        title="Bibliotekarie",
        phone="",
        networks=("Barn- och unganätverket", "Mångspråksnätverket"),
        role="member",
        standing="ordinary",
        starts_on=date(2024, 8, 15),
        ends_on=None,
    )
    assert (by_row[6].standing, by_row[6].ends_on) == ("deputy", date(2026, 12, 31))
    assert (by_row[10].municipality, by_row[14].municipality) == ("MÖRBYLÅNGA", "Vimerby")
    assert [by_row[row].role for row in (8, 16, 17)] == ["coordinator", "secretary", "chair"]
    assert by_row[17].family_name == "Šimečková-Ångström"


@pytest.mark.parametrize(
    "headings",
    [
        ["First name", "Last name", "E-mail", "Municipality", "Network", "Role", "From", "Until"],
        ["FÖRNAMN ", "Efter-namn", "epost", "kommun", "Nätverk", "roll", "Fr.o.m.", "T.o.m."],
        ["Given name", "Surname", "Mejl (arbete)", "Hemkommun", "Networks", "Role", "Start", "Slut"],
    ],
)
def test_headings_are_found_by_their_meaning(headings: list[str]) -> None:
    row: list[Cell] = [
        "Zoë",
        "Berg",
        "zoe@demo.example",
        "Kalmar",
        "MIK-nätverket",
        "Coordinator",
        "2025-02",
        "2025-03",
    ]
    (member,) = read_member_list(workbook({"Blad1": [headings, row]}), "x.xlsx").rows

    assert (member.given_name, member.family_name, member.email) == ("Zoë", "Berg", "zoe@demo.example")
    assert (member.municipality, member.networks, member.role) == ("Kalmar", ("MIK-nätverket",), "coordinator")
    assert (member.starts_on, member.ends_on) == (date(2025, 2, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("word", "standing"), [("Representative", "ordinary"), ("ordinarie", "ordinary"), ("Deputy", "deputy"), ("", "")]
)
def test_who_represents_a_municipality_is_ordinary(word: str, standing: str) -> None:
    rows = [["Name", "E-mail", "Representative/deputy"], ["Anna Berg", "a@demo.example", word]]
    members = read_member_list(workbook({"Blad1": rows}), "x.xlsx")

    assert [row.standing for row in members.rows] == [standing]
    assert members.notes == ()


@pytest.mark.parametrize(
    ("name", "parts"), [("Anna Maria Berg", ("Anna Maria", "Berg")), ("Berg, Anna", ("Anna", "Berg"))]
)
def test_a_name_in_one_column_is_divided(name: str, parts: tuple[str, str]) -> None:
    rows = [["Namn", "E-post", "Kommun"], [name, "a@demo.example", "Kalmar"]]
    (member,) = read_member_list(workbook({"Blad1": rows}), "x.xlsx").rows

    assert (member.given_name, member.family_name) == parts


def test_a_list_without_headings_is_refused_with_those_that_are_needed() -> None:
    with pytest.raises(NoHeadings, match="Förnamn, Efternamn och E-post"):
        read_member_list(workbook({"Blad1": [["Anna", "Berg", "anna@demo.example"]]}), "x.xlsx")


def test_columns_that_mean_nothing_here_are_named() -> None:
    rows: list[list[Cell]] = [
        ["Namn", "E-post", "Kommun", "Skostorlek", "Mail"],
        ["Anna Berg", "a@demo.example", "Kalmar", 38, "b"],
    ]
    members = read_member_list(workbook({"Blad1": rows}), "x.xlsx")

    assert [str(note) for note in members.notes] == [
        "Kolumnen Skostorlek är inte läst.",
        "Kolumnen Mail finns mer än en gång. Den första är läst.",
    ]


def test_every_reason_is_told_at_once() -> None:
    row: dict[str, Cell] = {
        "Efternamn": "K?lmar",
        "E-post": "a@b",
        "Roll": "kung",
        "Plats": "första",
        "Från och med": "vår",
    }
    assert reasons(member_list(row)) == [
        "”K?lmar” i kolumnen Efternamn har tappat bokstäver. Spara som .xlsx eller ”CSV UTF-8”.",
        "”vår” är inte ett datum. Skriv till exempel 2025-02-01.",
        "E-postadressen ”a@b” är inte skriven som en adress, till exempel namn@kommun.example.",
        "”kung” i kolumnen Roll är okänt. Skriv något av: medlem, samordnare, ordförande, sekreterare, gäst.",
        "”första” i kolumnen Plats är okänt. Skriv något av: ordinarie, ersättare.",
    ]


def test_the_same_person_in_the_same_role_twice_is_refused_and_points_at_the_first() -> None:
    mik: dict[str, Cell] = {"Nätverk": "MIK-nätverket"}
    members = member_list(mik, mik | {"E-post": "KONTAKT@demo.example "}, mik | {"Roll": "Samordnare"})

    assert [row.row for row in members.rows] == [2, 4]
    assert reasons(members) == ["Samma person, nätverk och roll finns redan på rad 2."]


def test_a_row_that_was_refused_does_not_stand_in_the_way_of_a_right_one() -> None:
    members = member_list({"Från och med": "i våras"}, {"Från och med": "2025-02-01"})

    assert [row.row for row in members.rows] == [3]


def test_formula_errors_are_named_and_empty_rows_skipped() -> None:
    members = member_list({"Kommun": "#SAKNAS!", "E-post": "#REF!"}, dict.fromkeys(HEADINGS, "  "))

    assert reasons(members) == [
        "Kolumnen E-post har ett formelfel: #REF!. Skriv värdet i rutan i stället.",
        "Kolumnen Kommun har ett formelfel: #SAKNAS!. Skriv värdet i rutan i stället.",
    ]


def test_numbers_and_dates_of_excel_are_text_where_text_is_meant() -> None:
    (member,) = member_list({"Telefon": 480123456.0, "Titel": date(2025, 2, 1), "Till och med": "tills vidare"}).rows

    assert (member.phone, member.title, member.ends_on) == ("480123456", "2025-02-01 00:00:00", None)


def test_an_empty_file_is_refused_in_words() -> None:
    with pytest.raises(UnreadableFile, match=r"Filen lista\.csv är tom\."):
        read_member_list(b" \r\n", "C:\\Min mapp\\lista.csv")


def _without_place(row: MemberRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in MemberRow.__slots__ if name not in ("row", "sheet"))
