"""Reads a table saved as text (CSV), in the encodings and with the separators that Excel writes."""

import csv
import io
import re
from itertools import islice

from app.imports.tables import Row, Sheet, UnreadableFile, check_row, is_blank
from app.wording import N_

_ROWS_TO_JUDGE_BY = 50
_QUOTED = re.compile(r'"[^"]*"')
_SEPARATOR_LINE = re.compile(r"\Asep=([;,\t|])\r?\n", re.IGNORECASE)
_WEB_PAGE = re.compile(r"\A\s*<(!doctype|html|\?xml|table|head|body|meta)", re.IGNORECASE)


def read_text_table(data: bytes) -> Sheet:
    """Return the rows of a CSV file as one sheet without a name. Raises UnreadableFile."""
    text = decode(data)
    if "\0" in text:
        raise UnreadableFile(N_("Filen är varken en Excelfil eller en textfil. Spara listan som .xlsx eller CSV."))
    if _WEB_PAGE.match(text):
        raise UnreadableFile(N_("Filen är en webbsida, inte en lista. Spara listan som .xlsx eller CSV."))
    try:
        return Sheet(name="", rows=tuple(_rows(text)))
    except csv.Error as error:
        raise UnreadableFile(
            N_("Filen gick inte att läsa som CSV. Kanske saknas ett avslutande citattecken. Spara den på nytt.")
        ) from error


def decode(data: bytes) -> str:
    """Return the text: UTF-8 or UTF-16 as its mark says, else UTF-8 if it is that, else Windows-1252 as Excel saves.

    Bytes that stand for nothing become U+FFFD, so that a lost letter is seen and refused, never guessed.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _rows(text: str) -> list[Row]:
    """Return the rows that hold something; Excel's own first line "sep=;" is obeyed, and not counted as a row."""
    named = _SEPARATOR_LINE.match(text)
    text = text[named.end() :] if named else text
    delimiter = named.group(1) if named else _delimiter(text)
    rows: list[Row] = []
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
        row = tuple(cells)
        if is_blank(row):
            continue
        check_row(number, row, rows_so_far=len(rows))
        rows.append((number, row))
    return rows


def _delimiter(text: str) -> str:
    """Return the separator that stands most often outside quotes in the first rows; a Swedish Excel's in doubt."""
    beginning = "".join(islice(io.StringIO(text), _ROWS_TO_JUDGE_BY))
    unquoted = _QUOTED.sub("", beginning)
    return max(";\t,", key=unquoted.count)
