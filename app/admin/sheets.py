"""Lists to open in a spreadsheet: semicolons, UTF-8 with a mark, and no cell that the spreadsheet would run."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_RUN = "=+-@＝＋－＠"
"""What a formula begins with in Excel and its kin, in wide signs too (OWASP, "CSV injection")."""


def semicolon_list(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as Excel in Swedish opens them: RFC 4180 with semicolons, after a byte order mark."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    """Return a cell with an apostrophe first if a spreadsheet could take it for a formula."""
    begins = cell.lstrip().lstrip("\0")[:1]
    return f"'{cell}" if cell[:1] in {"\t", "\r", "\n", "\0"} or (begins and begins in _RUN) else cell
