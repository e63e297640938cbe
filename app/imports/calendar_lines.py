"""Takes a calendar file apart into its entries, line by line, so that one broken entry spoils no other."""

from collections import Counter
from dataclasses import dataclass, field

from app.imports.calendar_values import MOST_BYTES, MOST_ENTRIES
from app.imports.tables import UnreadableFile
from app.wording import N_

_DEEPEST = 10
_NOT_A_CALENDAR = N_("Filen är inte en kalenderfil (.ics). Exportera kalendern som iCalendar och försök igen.")


@dataclass(slots=True)
class Block:
    """The lines of one component; those of the components inside it (a reminder in a meeting) are kept apart."""

    name: str
    lines: list[str] = field(default_factory=list)
    inner: list["Block"] = field(default_factory=list)
    complete: bool = False


@dataclass(slots=True)
class Outline:
    """The components of a file that matter, in their order."""

    properties: list[str] = field(default_factory=list)
    events: list[Block] = field(default_factory=list)
    zones: list[Block] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    complete: bool = True
    """Whether the file has its end; without it meetings may be missing."""


def read_outline(data: bytes) -> Outline:
    """Return the components of an iCalendar file (RFC 5545 section 3.6). Raises UnreadableFile."""
    if not data.strip():
        raise UnreadableFile(N_("Kalenderfilen är tom. Exportera kalendern på nytt."))
    if len(data) > MOST_BYTES:
        too_big = N_("Kalenderfilen är större än %(most)s MB. Exportera en kortare period.")
        raise UnreadableFile(too_big, most=MOST_BYTES // 1_000_000)
    outline = Outline()
    open_blocks: list[Block] = []
    calendars = 0
    for line in _unfolded(data):
        keyword, _, name = line.partition(":")
        keyword, name = keyword.strip().upper(), name.strip().upper()
        if keyword == "BEGIN":
            calendars += name == "VCALENDAR"
            _begin(name, open_blocks, outline)
        elif keyword == "END":
            _end(name, open_blocks)
        elif open_blocks:
            (outline.properties if open_blocks[-1].name == "VCALENDAR" else open_blocks[-1].lines).append(line)
    if not calendars:
        raise UnreadableFile(_NOT_A_CALENDAR)
    outline.complete = not open_blocks
    return outline


def _begin(name: str, open_blocks: list[Block], outline: Outline) -> None:
    """Open a component. A meeting never lies inside another, so one that begins there shows that an end is missing."""
    if name == "VEVENT":
        while open_blocks and open_blocks[-1].name != "VCALENDAR":
            open_blocks.pop()
    if len(open_blocks) >= _DEEPEST:
        raise UnreadableFile(N_("Kalenderfilen är trasig: dess delar tar aldrig slut. Exportera kalendern på nytt."))
    block = Block(name)
    if open_blocks and open_blocks[-1].name != "VCALENDAR":
        open_blocks[-1].inner.append(block)
    elif open_blocks:
        _keep(block, outline)
    open_blocks.append(block)


def _keep(block: Block, outline: Outline) -> None:
    if block.name == "VEVENT":
        outline.events.append(block)
    elif block.name == "VTIMEZONE":
        outline.zones.append(block)
    else:
        outline.others[block.name] += 1
    if len(outline.events) > MOST_ENTRIES:
        too_many = N_("Kalenderfilen har fler än %(most)s poster. Exportera en kortare period.")
        raise UnreadableFile(too_many, most=MOST_ENTRIES)


def _end(name: str, open_blocks: list[Block]) -> None:
    """Close the nearest open component of that name; what it held and was left open stays incomplete."""
    if all(block.name != name for block in open_blocks):
        return
    while open_blocks[-1].name != name:
        open_blocks.pop()
    open_blocks.pop().complete = True


def _unfolded(data: bytes) -> list[str]:
    """Return the lines with folds taken away (RFC 5545 section 3.1), whatever line breaks and encoding were used.

    Folds are undone among the bytes, since they may lie inside a letter.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", errors="replace").encode(errors="replace")
    elif b"B\0E\0G\0" in data[:20]:
        data = data.decode("utf-16-le", errors="replace").encode(errors="replace")
    lines: list[list[bytes]] = []
    for line in data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"):
        if line[:1] in (b" ", b"\t") and lines:
            lines[-1].append(line[1:])
        elif line.strip():
            lines.append([line])
    return [_decoded(b"".join(parts)) for parts in lines]


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
