"""Any file that is sent as a member list is read or refused in words."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.imports.headings import Column, NoHeadings, find_headings
from app.imports.member_fields import LONGEST_TEXT, RowReader
from app.imports.member_list import MemberList, read_member_list
from app.imports.sheets import MOST_BYTES, UnreadableFile, read_sheets
from app.imports.tables import Sheet
from tests.imports.samples import HEADINGS, sample, workbook

EXCEL = sample("medlemslista.xlsx")
CSV = ";".join(HEADINGS).encode()
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%b</sheetData></worksheet>'


def with_parts(**parts: bytes) -> bytes:
    """The Excel file with some of its parts exchanged."""
    file = io.BytesIO()
    given = {"sheet": "xl/worksheets/sheet1.xml", "book": "xl/workbook.xml", "extra": "xl/extra.bin"}
    changed = {given[name]: content for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(EXCEL)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *changed}:
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "är tom"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "gamla Excelformatet"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n", "bild"),
        (b"{\\rtf1 hej}", "textdokument"),
        (b"BEGIN:VCALENDAR\r\n", "kalender"),
        (b"<html><table><tr><td>E-post</td></tr></table></html>", "webbsida"),
        (bytes(range(256)), "varken en Excelfil eller en textfil"),
        (b"a;" * MOST_BYTES, "större än 5 MB"),
        (b"a;b\r\n" * 20_001, "fler än 20000 rader"),
        (b"a;" * 61 + b"b", "fler än 60 kolumner"),
        (b'"' + b"a" * 200_000, "citattecken"),
        (b"PK\x03\x04 trasig", "skadad"),
        (EXCEL[:3000], "skadad"),
        (with_parts(sheet=b"<worksheet"), "skadad"),
        (with_parts(extra=b"\0" * 30_000_000), "för stor inuti"),
        (with_parts(sheet=SHEET % b'<row r="999999999"><c r="A999999999"><v>1</v></c></row>'), "för stor inuti"),
        (with_parts(sheet=SHEET % (b"<row>" + b"<c><v>1</v></c>" * 61 + b"</row>")), "fler än 60 kolumner"),
        (with_parts(book=b"<workbook>" + b"<sheet name='a'/>" * 51 + b"</workbook>"), "fler än 50 blad"),
        (with_parts(book=b"<workbook>" + b"x" * 100), "skadad"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_sheets(data, "lista.xlsx")


@pytest.mark.parametrize(
    ("kind", "words"),
    [("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument"), ("application/epub+zip", "inte en Excelfil")],
)
def test_other_files_that_are_zipped_are_told_apart(kind: str, words: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", kind)
    with pytest.raises(UnreadableFile, match=words):
        read_sheets(file.getvalue(), "lista.xlsx")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_with_any_separator_in_any_encoding(separator: str, encoding: str) -> None:
    lines = [separator.join(HEADINGS[:4]), separator.join(["Åsa", '"Öberg\r\nEk"', "a@demo.example", "Mönsterås"]), ""]
    (member,) = read_member_list("\r\n".join(lines).encode(encoding), "lista.csv").rows

    assert (member.given_name, member.family_name, member.municipality) == ("Åsa", "Öberg Ek", "Mönsterås")
    assert member.row == 2


def test_excels_own_separator_line_is_obeyed() -> None:
    (sheet,) = read_sheets(b"sep=|\r\na|b;c;d\r\n", "lista.csv")

    assert sheet.rows == ((1, ("a", "b;c;d")),)


def test_hidden_sheets_are_not_read() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook({"Syns": [HEADINGS], "Dold": [HEADINGS]})))
    book["Dold"].sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)

    assert [sheet.name for sheet in read_sheets(file.getvalue(), "lista.xlsx")] == ["Syns"]


CELLS = st.none() | st.text(max_size=30) | st.integers() | st.floats() | st.dates() | st.sampled_from(
    ["a@demo.example", "2025-02-01", "1 mars 2025", "31/2 2025", "#REF!", "Medlem", "A; B", "x" * 300, "0000-00-00"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=14), max_size=5))
def test_any_cells_below_the_headings_are_read_or_refused(rows: list[list[object]]) -> None:
    numbered = tuple((number, tuple(row)) for number, row in enumerate(rows, start=2))
    sheet = Sheet("Blad", ((1, tuple(HEADINGS)), *numbered))  # type: ignore[arg-type]
    headings = find_headings(sheet)
    assert headings is not None
    for _, cells in numbered:
        reader = RowReader(cells, headings)  # type: ignore[arg-type]
        reader.name(), reader.address(), reader.networks(), reader.period()
        assert all(len(reader.text(column)) <= LONGEST_TEXT for column in Column)
        assert all(str(reason) for reason in reader.reasons)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_below_the_headings_are_read_or_refused(junk: bytes) -> None:
    assert _in_words(CSV + b"\r\n" + junk)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_excel_file_with_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(EXCEL)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed) - 1))
        changed[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    assert _in_words(bytes(changed))


def _in_words(data: bytes) -> bool:
    """Whether the file is read, or refused with reasons that can be shown."""
    try:
        members: MemberList = read_member_list(data, "lista")
    except (UnreadableFile, NoHeadings) as refusal:
        return bool(str(refusal))
    told = all(str(reason) for row in members.refused for reason in row.reasons)
    return told and all(row.email.isascii() and "@" in row.email for row in members.rows)
