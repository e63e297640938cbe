"""Reads one entry of a calendar file (VEVENT, RFC 5545 section 3.6.1) into what a meeting needs."""

import hashlib
import re
from dataclasses import dataclass
from datetime import timedelta

from app.imports.calendar_lines import Block
from app.imports.calendar_text import line_of_text, meeting_link, paragraphs, place_without_link
from app.imports.calendar_values import RefusedEvent
from app.imports.entry_times import EntryTimes
from app.imports.fields import plain_text
from app.imports.moments import Moment
from app.imports.properties import Properties, read_properties
from app.imports.recurrence import Rule
from app.imports.zones import Zones
from app.wording import N_, Message

LONGEST_UID = 255
UNTITLED = N_("Utan rubrik")

_STATED_LINKS = ("X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE", "X-GOOGLE-CONFERENCE")
_MENTIONED_LINKS = ("LOCATION", "DESCRIPTION", "X-ALT-DESC", "URL")
_TIMES = ("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
_OTHERS = ("UID", "SUMMARY", "STATUS", "SEQUENCE", "X-MICROSOFT-CDO-ALLDAYEVENT")
_WANTED = frozenset((*_TIMES, *_OTHERS, *_STATED_LINKS, *_MENTIONED_LINKS))
_CALLED_OFF = re.compile(r"\A(inställt|avbokat|cancell?ed) ?: *", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the file: a meeting, a series, or a change to one occurrence of a series."""

    number: int
    uid: str
    title: str
    start: Moment
    length: timedelta
    """On the clock; where a clock change falls inside, hours differ."""
    rule: Rule | None
    extra_starts: tuple[Moment, ...]
    """Occurrences beside the rule (RDATE)."""
    excluded: tuple[Moment, ...]
    original: Moment | None
    """For a change to an occurrence: where its series has it."""
    and_following: bool
    """Whether the change holds for all later occurrences too."""
    place: str
    link: str
    description: str
    cancelled: bool
    sequence: int


def read_entry(block: Block, *, number: int, zones: Zones) -> Entry | RefusedEvent:
    """Return what an entry says, or every reason why it cannot be taken. Raises SeriesTooLong."""
    properties = read_properties(block.lines, _WANTED)
    times = EntryTimes(properties, zones)
    if not block.complete:
        times.reasons.append(Message(N_("Posten är avklippt: dess slut saknas i filen.")))
    entry = _entry(properties, times, number)
    if entry is None or times.reasons:
        what = line_of_text(_text(properties, "SUMMARY")) or UNTITLED
        return RefusedEvent(number, what, tuple(dict.fromkeys(times.reasons)))
    return entry


def _entry(properties: Properties, times: EntryTimes, number: int) -> Entry | None:
    """Read every field, so that all that is wrong with an entry is told at once."""
    start = times.start()
    original, and_following = times.original()
    rule = times.rule()
    if start is None:
        return None
    title = line_of_text(_text(properties, "SUMMARY"))
    return Entry(
        number=number,
        uid=_uid(_text(properties, "UID"), title, start),
        title=(_CALLED_OFF.sub("", title) if _is_cancelled(properties) else title) or UNTITLED,
        start=start,
        length=times.length(start),
        rule=rule,
        extra_starts=times.extra_starts(start),
        excluded=times.several("EXDATE"),
        original=original,
        and_following=and_following,
        place=place_without_link(_text(properties, "LOCATION")),
        link=_link(properties),
        description=paragraphs(_text(properties, "DESCRIPTION") or _text(properties, "X-ALT-DESC")),
        cancelled=_is_cancelled(properties),
        sequence=_sequence(_text(properties, "SEQUENCE")),
    )


def _text(properties: Properties, name: str) -> str:
    lines = properties.get(name)
    return (lines[0].value or "") if lines else ""


def _is_cancelled(properties: Properties) -> bool:
    return _text(properties, "STATUS").upper() == "CANCELLED"


def _link(properties: Properties) -> str:
    def values(names: tuple[str, ...]) -> list[str]:
        return [line.value or "" for name in names for line in properties.get(name, [])]

    return meeting_link(stated=values(_STATED_LINKS), mentioned=values(_MENTIONED_LINKS))


def _sequence(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else 0


def _uid(text: str, title: str, start: Moment) -> str:
    """Return the name by which the entry is known again: its own, or one made of what it says if that is not usable."""
    uid = plain_text(text)
    if uid and len(uid) <= LONGEST_UID:
        return uid
    digest = hashlib.sha256((uid or f"{title}\n{start.key}").encode(errors="replace")).hexdigest()
    return f"sha256-{digest}"
