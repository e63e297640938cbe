"""Reads a calendar exported from Outlook, Google or Apple: every meeting by itself, whatever the file is like."""

from datetime import date

from app.imports.calendar_lines import read_outline
from app.imports.calendar_reading import Reading
from app.imports.calendar_text import line_of_text
from app.imports.calendar_values import CalendarFile, ImportedEvent, RefusedEvent, Window
from app.imports.properties import read_properties
from app.imports.tables import UnreadableFile
from app.wording import N_

__all__ = ["CalendarFile", "ImportedEvent", "RefusedEvent", "UnreadableFile", "read_calendar_file"]

_HEAD = frozenset({"NAME", "X-WR-CALNAME", "METHOD", "VERSION"})
_ANSWERS = {"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"}


def read_calendar_file(data: bytes, *, time_zone: str, today: date) -> CalendarFile:
    """Return the meetings of an .ics file (RFC 5545) from two years before today to three years after.

    Times are given in the time zone, an IANA name. A broken entry is refused by itself. Raises UnreadableFile when the
    file as a whole is no calendar, or is larger than 2 MB or 5 000 entries.
    """
    outline = read_outline(data)
    head = {name: lines[0].value or "" for name, lines in read_properties(outline.properties, _HEAD).items()}
    method = head.get("METHOD", "").upper()
    if method in _ANSWERS:
        raise UnreadableFile(N_("Filen är ett svar på en inbjudan, inte en kalender. Exportera hela kalendern."))
    if head.get("VERSION", "").startswith("1."):
        raise UnreadableFile(N_("Filen är i det gamla formatet vCalendar. Exportera kalendern som iCalendar (.ics)."))
    reading = Reading(outline, time_zone=time_zone, window=Window.around(today), called_off=method == "CANCEL")
    return CalendarFile(
        name=line_of_text(head.get("X-WR-CALNAME", "") or head.get("NAME", "")),
        events=reading.events,
        refused=tuple(sorted(reading.refused, key=lambda refused: refused.number)),
        notes=reading.notes(),
    )
