"""Files as people have them: those of the data folder, and small ones made for a single test."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from app.imports.calendar_file import CalendarFile, read_calendar_file
from app.imports.member_list import MemberList, read_member_list
from app.imports.tables import Cell

TODAY = date(2026, 11, 22)
HEADINGS = "Förnamn;Efternamn;E-post;Kommun;Bibliotek;Titel;Telefon;Nätverk;Roll;Plats;Från och med;Till och med".split(
    ";"
)


def sample(name: str) -> bytes:
    """A file of the data folder."""
    return (Path(__file__).parent / "data" / name).read_bytes()


def calendar(*entries: str, before: str = "") -> bytes:
    """A calendar of entries, each given as its lines."""
    events = "".join(f"BEGIN:VEVENT\n{entry.strip()}\nEND:VEVENT\n" for entry in entries)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}{events}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def read(data: bytes) -> CalendarFile:
    """The calendar as it is read in Sweden on 22 November 2026."""
    return read_calendar_file(data, time_zone="Europe/Stockholm", today=TODAY)


def read_entries(*entries: str, before: str = "") -> CalendarFile:
    """What is read from a calendar of these entries."""
    return read(calendar(*entries, before=before))


def reasons(result: CalendarFile | MemberList) -> list[str]:
    """Every reason why something was refused, in order."""
    return [str(reason) for refused in result.refused for reason in refused.reasons]


def workbook(sheets: dict[str, Sequence[Sequence[Cell]]]) -> bytes:
    """An Excel workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def member_list(*rows: dict[str, Cell]) -> MemberList:
    """What is read from a workbook with the usual headings; a row says only what matters to the test."""
    usual: dict[str, Cell] = {"Förnamn": "Kontaktperson", "Efternamn": "Kalmar", "E-post": "kontakt@demo.example"}
    cells = [[(usual | row).get(heading) for heading in HEADINGS] for row in rows]
    return read_member_list(workbook({"Medlemmar": [HEADINGS, *cells]}), "lista.xlsx")
