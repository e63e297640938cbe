"""Gathers what a calendar file says about one meeting or series, in several entries and several versions."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.imports.calendar_entry import Entry
from app.imports.calendar_values import RefusedEvent
from app.wording import N_, Message


@dataclass(slots=True)
class Series:
    """All that a file says under one UID: the meeting or series itself, and changes to single occurrences."""

    master: Entry | None = None
    changes: list[Entry] = field(default_factory=list)

    @property
    def recurs(self) -> bool:
        """Say whether it comes back by a rule, and so takes time to work out."""
        return self.master is not None and self.master.rule is not None

    @property
    def endless(self) -> bool:
        """Say whether it recurs for ever."""
        rule = self.master.rule if self.master else None
        return rule is not None and rule.count is None and rule.until is None


@dataclass(slots=True)
class Gathered:
    """The meetings and series of a file, single meetings first, and the entries that were not taken."""

    series: list[Series] = field(default_factory=list)
    refused: list[RefusedEvent] = field(default_factory=list)
    older_versions: int = 0


def gather(entries: Iterable[Entry]) -> Gathered:
    """Put together what has the same UID; of several versions the one with the highest SEQUENCE (RFC 5545 3.8.7.4)."""
    gathered = Gathered()
    latest: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        place = (entry.uid, entry.original.key if entry.original else "")
        latest[place] = _latest(latest[place], entry, gathered) if place in latest else entry
    by_uid: dict[str, Series] = {}
    for (uid, _), entry in latest.items():
        series = by_uid.setdefault(uid, Series())
        if entry.original:
            series.changes.append(entry)
        else:
            series.master = entry
    gathered.series = sorted(by_uid.values(), key=lambda series: series.recurs)
    return gathered


def _latest(known: Entry, entry: Entry, gathered: Gathered) -> Entry:
    """Choose between two entries of the same identity; two different meetings are not merged, the later is refused."""
    if known.sequence == entry.sequence and (known.title, known.start) != (entry.title, entry.start):
        same = N_("Nummer %(number)s i filen har samma identitet (UID) men säger något annat.")
        gathered.refused.append(RefusedEvent(entry.number, entry.title, (Message(same, number=known.number),)))
        return known
    gathered.older_versions += 1
    return entry if entry.sequence >= known.sequence else known
