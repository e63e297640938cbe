"""Cells that a spreadsheet shows and never runs."""

from collections.abc import Sequence

Cell = str | int
Row = Sequence[Cell]

_RUN = "=+-@＝＋－＠"
"""What a formula begins with in Excel and its kin, in wide signs too (OWASP, "CSV injection")."""


def harmless(cell: str) -> str:
    """Return a cell with an apostrophe first if a spreadsheet could take it for a formula."""
    begins = cell.lstrip().lstrip("\0")[:1]
    return f"'{cell}" if cell[:1] in {"\t", "\r", "\n", "\0"} or (begins and begins in _RUN) else cell
