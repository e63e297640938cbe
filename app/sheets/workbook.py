"""Lists as an Excel workbook, written row by row so that a long one takes little memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from app.sheets.cells import Cell, Row, harmless

_NOT_IN_A_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_TITLE = 31  # Excel's own limit
_LONGEST_CELL = 32_000
_CONTROL = {code: None for code in range(32) if chr(code) not in "\n\t"}
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its headings and its rows."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Row]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return an .xlsx file: headings in bold that stay while one scrolls, and a filter over the columns."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book, sheet)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _write(book: Any, sheet: Sheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(
        sheet.title.translate(_NOT_IN_A_TITLE).translate(_CONTROL)[:_LONGEST_TITLE].strip() or "Lista"
    )
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(max(1, len(sheet.heads)))}{len(sheet.rows) + 1}"
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    heads = [WriteOnlyCell(page, value=_clean(head)) for head in sheet.heads]
    for head in heads:
        head.font = Font(bold=True)
    page.append(heads)
    for row in sheet.rows:
        page.append([_clean(cell) for cell in row])


def _clean(cell: Cell) -> Cell:
    """Return a cell that the format can hold: XML knows no control characters."""
    return harmless(cell.translate(_CONTROL)[:_LONGEST_CELL]) if isinstance(cell, str) else cell


def _widths(sheet: Sheet) -> list[int]:
    sample = [sheet.heads, *sheet.rows[:200]]
    longest = [max((len(str(row[place])) for row in sample if place < len(row)), default=0)
               for place in range(len(sheet.heads))]  # fmt: skip
    return [min(_WIDEST, max(8, length + 2)) for length in longest]
