"""Handing out a list as a file, and noting in the log that it was fetched."""

from collections.abc import Sequence
from uuid import UUID

from flask import Response, make_response

from app import clock, swedish
from app.audit.actions import What
from app.audit.apart import note
from app.sheets.text import semicolon_list
from app.sheets.workbook import Sheet, workbook
from app.web.transaction import afterwards

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def exported(kind: str, sheets: Sequence[Sheet], *, subject: str, by: tuple[UUID, str]) -> Response:
    """Answer with sheets as a file, "xlsx" or "csv" (the first sheet only); the log tells who fetched how many rows."""
    first = sheets[0]
    body = workbook(sheets) if kind == "xlsx" else semicolon_list(first.heads, first.rows)
    rows = len(first.rows)
    afterwards(lambda: note(What.EXPORTED, by=by, subject=subject, rows=rows))
    return as_file(body, f"knutpunkt-{swedish.slug(subject)}-{clock.today().isoformat()}.{kind}", _TYPES[kind])


def as_file(body: bytes, name: str, content_type: str) -> Response:
    """Answer with a file to keep. name: ASCII."""
    response = make_response(body)
    response.content_type = content_type
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
