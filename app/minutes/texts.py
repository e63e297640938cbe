"""Two texts of the same thing: put together so that no line is lost, and compared so that one sees what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.minutes.snapshot import Attendee, Item, Snapshot
from app.wording import N_, Message

Line = str | Message


@dataclass(frozen=True, slots=True)
class Change:
    """What differs under one heading: lines that went and lines that came, in order."""

    heading: str
    lines: tuple[tuple[str, Line], ...]
    """Pairs of "-" or "+" and the line: what somebody wrote, or a message to translate."""


def joined(theirs: str, mine: str) -> str:
    """Return both texts as one: common lines once, what only one has where it stood, theirs before mine."""
    their_lines, my_lines = theirs.split("\n"), mine.split("\n")
    found: list[str] = []
    for kind, begin, end, my_begin, my_end in _matched(their_lines, my_lines):
        found += their_lines[begin:end]
        if kind != "equal":
            found += my_lines[my_begin:my_end]
    return "\n".join(found)


def changes(before: Snapshot, after: Snapshot) -> list[Change]:
    """Return what a correction changed, heading by heading, in the order of the minutes."""
    old, new = dict(_sections(before)), dict(_sections(after))
    found = (Change(heading, tuple(_lines(old.get(heading, []), new.get(heading, [])))) for heading in {**new, **old})
    return [change for change in found if change.lines]


def _matched(before: Sequence[Line], after: Sequence[Line]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()


def _lines(before: list[Line], after: list[Line]) -> Iterator[tuple[str, Line]]:
    for kind, begin, end, new_begin, new_end in _matched(before, after):
        if kind != "equal":
            yield from (("-", line) for line in before[begin:end] if line)
            yield from (("+", line) for line in after[new_begin:new_end] if line)


def _sections(snapshot: Snapshot) -> Iterator[tuple[str, list[Line]]]:
    yield N_("Mötet"), [snapshot.meeting, snapshot.place, snapshot.chair, snapshot.secretary]
    yield N_("Närvarande"), [*(_attendee(each) for each in snapshot.present), snapshot.guests]
    yield N_("Frånvarande"), [_attendee(each) for each in snapshot.absent]
    for item in snapshot.items:
        yield f"{item.number}. {item.title}", _said(item)


def _attendee(attendee: Attendee) -> str:
    return ", ".join(filter(None, (attendee.name, attendee.title, attendee.municipality)))


def _said(item: Item) -> list[Line]:
    decided = [Message(N_("%(number)s: att %(what)s"), number=each.label, what=each.text) for each in item.decisions]
    promised = [", ".join(filter(None, (each.what, each.owner, each.due))) for each in item.actions]
    return [*item.note.split("\n"), *decided, *promised, *([Message(N_("Bordlagd"))] if item.adjourned else [])]
