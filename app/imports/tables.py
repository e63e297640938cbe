"""What a table in a file is once it has been read: sheets of numbered rows, or a refusal in words."""

from dataclasses import dataclass
from datetime import date, datetime

from app.wording import N_, Refusal

MOST_ROWS = 20_000
MOST_COLUMNS = 60

Cell = str | date | datetime | int | float | None
Row = tuple[int, tuple[Cell, ...]]


class UnreadableFile(Refusal):
    """The file as a whole cannot be read; the sentence says why and what to send instead."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or a whole CSV file (whose name is then empty)."""

    name: str
    rows: tuple[Row, ...]
    """Each row with the number that Excel shows beside it, counted from 1; blank rows are left out."""


def is_blank(cells: tuple[Cell, ...]) -> bool:
    """Say whether a row holds nothing but empty cells and spaces."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)


def check_row(number: int, cells: tuple[Cell, ...], *, rows_so_far: int) -> None:
    """Refuse a table that is longer or wider than a member list ever is. Raises UnreadableFile."""
    if rows_so_far >= MOST_ROWS:
        raise UnreadableFile(N_("Filen har fler än %(most)s rader. Dela upp den."), most=MOST_ROWS)
    if not is_blank(cells[MOST_COLUMNS:]):
        raise UnreadableFile(
            N_("Rad %(row)s har fler än %(most)s kolumner. Ta bort dem som inte behövs."), row=number, most=MOST_COLUMNS
        )
