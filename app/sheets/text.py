"""A list as text: semicolons, UTF-8 with a mark, so that Excel in Swedish opens it as it is."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from app.sheets.cells import Row, harmless


def semicolon_list(heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as Excel in Swedish opens them: RFC 4180 with semicolons, after a byte order mark."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")
