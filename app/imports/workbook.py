"""Reads the sheets of an Excel workbook (.xlsx), guarded against files that unfold into far more than they weigh."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.imports.tables import MOST_COLUMNS, Cell, Row, Sheet, UnreadableFile, check_row, is_blank
from app.wording import N_

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_UNPACKED_BYTES = 20_000_000
_MOST_PARTS = 2_000
_MOST_SHEETS = 50
_LAST_ROW_OF_EXCEL = 1_048_576
_WORKBOOK_PART = "xl/workbook.xml"
_SHEET_ELEMENT = re.compile(rb"<(?:\w+:)?sheet[\s/>]")

_NOT_EXCEL = N_("Filen är inte en Excelfil (.xlsx). Spara listan som .xlsx eller CSV.")
_TOO_BIG_INSIDE = N_("Excelfilen är för stor inuti. Kopiera listan till en ny, tom arbetsbok.")
_BROKEN = N_("Excelfilen är skadad. Öppna den i Excel, spara den på nytt och försök igen.")


def read_workbook(data: bytes) -> list[Sheet]:
    """Return the visible sheets in their order. Raises UnreadableFile, whatever the bytes are."""
    try:
        _check_archive(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of drop-down lists and styles that it leaves out
            return _sheets(data)
    except UnreadableFile:
        raise
    except Exception as error:  # a damaged workbook fails anywhere in zipfile, the XML parser or openpyxl
        raise UnreadableFile(_BROKEN) from error


def _check_archive(data: bytes) -> None:
    """Look at the table of contents alone: no part is unpacked before its size is known to be bearable."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED_BYTES:
            raise UnreadableFile(_TOO_BIG_INSIDE)
        if any(part.flag_bits & 1 for part in parts):
            raise UnreadableFile(N_("Filen är skyddad med lösenord. Spara den utan lösenord."))
        if _WORKBOOK_PART not in archive.namelist():
            raise UnreadableFile(_NOT_EXCEL)
        if len(_SHEET_ELEMENT.findall(archive.read(_WORKBOOK_PART))) > _MOST_SHEETS:
            many = N_("Excelfilen har fler än %(most)s blad. Ta bort dem som inte behövs.")
            raise UnreadableFile(many, most=_MOST_SHEETS)


def _sheets(data: bytes) -> list[Sheet]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        return list(_visible_sheets(workbook))
    finally:
        workbook.close()


def _visible_sheets(workbook: "Workbook") -> Iterator[Sheet]:
    """Yield what a person sees when they open the file; a hidden sheet is no part of what they meant to send."""
    passed = 0
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # a sheet may claim any size, so its claim is forgotten
        rows: list[Row] = []
        for number, values in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), start=1):
            passed += 1
            if passed > _LAST_ROW_OF_EXCEL:
                raise UnreadableFile(_TOO_BIG_INSIDE)
            if values.count(None) == len(values):  # a million of these may stand below a list
                continue
            cells = tuple(_cell(value) for value in values)
            if not is_blank(cells):
                check_row(number, cells, rows_so_far=len(rows))
                rows.append((number, _without_empty_end(cells)))
        yield Sheet(name=sheet.title, rows=tuple(rows))


def _without_empty_end(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    used = [place for place, cell in enumerate(cells, start=1) if cell is not None]
    return cells[: used[-1]]


def _cell(value: object) -> Cell:
    """Return a value as one of the kinds a table knows; times of day and yes/no become text."""
    if value is None or isinstance(value, str | datetime | date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return str(value)
