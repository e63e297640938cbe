"""Makes separate meetings of a series: each occurrence by itself, with the changes and cancellations it was given."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from heapq import merge
from zoneinfo import ZoneInfo

from app.imports.calendar_entry import Entry
from app.imports.calendar_values import ImportedEvent, Window
from app.imports.entry_times import until_reached
from app.imports.moments import Moment
from app.imports.rule_days import rule_walls
from app.imports.series import Series
from app.imports.steps import Steps

_FURTHEST_END = timedelta(days=3650)
"""How far after the last day a series that has an end is followed, to tell how much of it was left out."""

_STEPS_FOR_A_MEETING = 10
"""A meeting is worth as much time as about ten days looked at."""


@dataclass(slots=True)
class Expansion:
    """What is needed to turn series into meetings."""

    window: Window
    zone: ZoneInfo
    steps: Steps
    outside: int = 0
    """How many occurrences of the latest series lay outside the window."""

    def meetings(self, series: Series) -> Iterator[ImportedEvent]:
        """Yield the meetings of a series, those that were changed in their changed form. Raises SeriesTooLong."""
        self.outside = 0
        master = series.master
        whole_days = master is not None and master.start.whole_day
        changes = {_key(change.original, whole_days): change for change in series.changes if change.original}
        if master is not None and not (master.rule or master.extra_starts or changes):
            yield self._event(master, master.start)
            return
        if master is not None:
            yield from self._occurrences(master, changes, _following(master, series.changes))
        for change in changes.values():  # of a series that is not in the file, or of an occurrence its rule lacks
            yield self._event(change, change.start, original=change.original)

    def _occurrences(
        self, master: Entry, changes: dict[str, Entry], following: list[tuple[Moment, Entry]]
    ) -> Iterator[ImportedEvent]:
        """Yield the occurrences, and take those changes out of the list that belong to one of them."""
        left_out = {_key(moment, master.start.whole_day) for moment in master.excluded}
        for original in self._starts(master):
            change = _take(changes, original) if changes else None
            if change is not None:
                event = self._event(change, change.start, original=original)
            elif left_out and not left_out.isdisjoint((original.key, original.day)):
                continue
            elif original.wall.date() not in self.window:
                self.outside += 1
                continue
            else:
                event = self._continued(master, following, original)
            yield replace(event, cancelled=True) if master.cancelled else event

    def _continued(self, master: Entry, following: list[tuple[Moment, Entry]], original: Moment) -> ImportedEvent:
        """Return an unchanged occurrence, or one to which an earlier change "for this and all later" applies."""
        for since, change in reversed(following):
            if since.instant <= original.instant:
                moved_to = original.at(original.wall + (change.start.instant - since.instant))
                return self._event(change, moved_to, original=original)
        return self._event(master, original, original=original)

    def _starts(self, master: Entry) -> Iterator[Moment]:
        """Yield where the series has its occurrences, in order, each once."""
        if not master.extra_starts:
            yield from self._rule_starts(master)
            return
        extra = sorted(master.extra_starts, key=lambda moment: moment.instant)
        before = None
        for moment in merge(self._rule_starts(master), extra, key=lambda moment: moment.instant):
            if moment.instant != before:
                yield moment
            before = moment.instant

    def _rule_starts(self, master: Entry) -> Iterator[Moment]:
        """Yield what the rule gives; DTSTART is always the first of COUNT (RFC 5545 section 3.8.5.3)."""
        yield master.start
        rule = master.rule
        if rule is None:
            return
        if master.start.whole_day:
            rule = replace(rule, hours=frozenset(), minutes=frozenset(), seconds=frozenset())
        last = self.window.last if rule.count is None and rule.until is None else self.window.last + _FURTHEST_END
        given = 1
        for wall in rule_walls(rule, master.start.wall, last=last, steps=self.steps):
            moment = master.start.at(wall)
            if given == rule.count or until_reached(rule, moment):
                return
            if wall != master.start.wall:
                given += 1
                yield moment

    def _event(self, entry: Entry, start: Moment, *, original: Moment | None = None) -> ImportedEvent:
        self.steps.spend(_STEPS_FOR_A_MEETING)
        begins, ends = self._times(start, entry.length)
        return ImportedEvent(
            source_uid=entry.uid,
            recurrence=original.key if original else "",
            title=entry.title,
            start=begins,
            end=ends,
            place=entry.place,
            link=entry.link,
            description=entry.description,
            cancelled=entry.cancelled,
            sequence=entry.sequence,
            moved=original is not None and original.instant != start.instant,
            number=entry.number,
        )

    def _times(self, start: Moment, length: timedelta) -> tuple[datetime, datetime] | tuple[date, date]:
        """Return start and end as they are handed on; the length is what the clock shows, as people plan."""
        end = start.at(start.wall + length)
        if start.whole_day:
            return start.wall.date(), end.wall.date()
        # Where the clock is put forward in the middle, the end on the clock may come before the start.
        ends = end.instant if end.instant > start.instant else start.instant + length
        return start.instant.astimezone(self.zone), ends.astimezone(self.zone)


def _take(changes: dict[str, Entry], original: Moment) -> Entry | None:
    """Take the change to an occurrence out of the list; it may name the occurrence by time or by date alone."""
    return changes.pop(original.key, None) or changes.pop(original.day, None)


def _key(moment: Moment, whole_days: bool) -> str:
    """Return what an exception is compared by; in a series of whole days only the date counts."""
    return moment.day if whole_days else moment.key


def _following(master: Entry, changes: list[Entry]) -> list[tuple[Moment, Entry]]:
    """Return the changes that hold for all later occurrences too, by the occurrence they begin with."""
    found = [
        (change.original, change)
        for change in changes
        if change.original and change.and_following and change.start.whole_day == master.start.whole_day
    ]
    return sorted(found, key=lambda pair: pair[0].instant)
