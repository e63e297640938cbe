"""Reads a date the way people write it in a list: Excel's own dates, 2025-02-01, 1 mars 2025, 1/2 2025."""

import calendar
import re
from datetime import date, datetime

from app.imports.fields import plain_text
from app.imports.tables import Cell
from app.wording import N_, Refusal

_EARLIEST_YEAR = 1900
_LATEST_YEAR = 2200
_MONTHS = (
    "jan|januari|january feb|februari|february mar|mars|march apr|april maj|may jun|juni|june jul|juli|july "
    "aug|augusti|august sep|sept|september okt|oktober|oct|october nov|november dec|december"
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS.split(), start=1) for name in names.split("|")}
_YEAR = r"(?P<year>[0-9]{4})"
_TWO_DIGITS = r"[0-9]{1,2}"
_FORMS = tuple(
    re.compile(form + r"\Z")
    for form in (
        rf"{_YEAR}(?P<sign>[-/.])(?P<month>{_TWO_DIGITS})(?P=sign)(?P<day>{_TWO_DIGITS})([ t][0-9:.]+)?",
        rf"{_YEAR}-(?P<month>{_TWO_DIGITS})",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"(?P<day>{_TWO_DIGITS})(?P<sign>[/.])\s?(?P<month>{_TWO_DIGITS})((?P=sign)\s?|[ -]){_YEAR}",
        rf"(den )?(?P<day>{_TWO_DIGITS})(:[ae]|\.|st|nd|rd|th)? (of )?(?P<name>[a-z]+)\.?,? {_YEAR}",
        rf"(?P<name>[a-z]+)\.? (?P<day>{_TWO_DIGITS})(st|nd|rd|th)?,? {_YEAR}",
        rf"(?P<name>[a-z]+)\.?,? {_YEAR}",
    )
)


class NotADate(Refusal):
    """What stands in the cell is no date that can be understood without guessing."""


def read_date(cell: Cell, *, last_of_month: bool = False) -> date | None:
    """Return the date in a cell, None if it is empty. Where two readings are possible the day comes before the month.

    A month without a day ("2025-02") is its first day, or its last if so asked. Raises NotADate.
    """
    text = plain_text(cell.date() if isinstance(cell, datetime) else cell)
    if not text:
        return None
    found = _read_text(text.casefold(), last_of_month=last_of_month)
    if found is None:
        raise NotADate(N_("”%(text)s” är inte ett datum. Skriv till exempel 2025-02-01."), text=text[:40])
    return found


def _read_text(text: str, *, last_of_month: bool) -> date | None:
    for form in _FORMS:
        if match := form.match(text):
            return _date(match.groupdict(), last_of_month=last_of_month)
    return None


def _date(parts: dict[str, str | None], *, last_of_month: bool) -> date | None:
    """Return the date of the parts that were found, None where the calendar has no such day."""
    year = int(parts["year"] or 0)
    month = int(parts.get("month") or 0) or _MONTH_NUMBERS.get(parts.get("name") or "", 0)
    if not (_EARLIEST_YEAR <= year <= _LATEST_YEAR and 1 <= month <= 12):
        return None
    length = calendar.monthrange(year, month)[1]
    day = int(parts["day"] or 0) if "day" in parts else (length if last_of_month else 1)
    return date(year, month, day) if 1 <= day <= length else None
