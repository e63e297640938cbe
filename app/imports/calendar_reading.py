"""Brings the entries of a calendar file together: versions, series, and what is too old, too far ahead or too much."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time

from app.imports.calendar_entry import Entry, read_entry
from app.imports.calendar_lines import Outline
from app.imports.calendar_values import MOST_IN_A_SERIES, MOST_IN_ALL, ImportedEvent, RefusedEvent, Window
from app.imports.expansion import Expansion
from app.imports.series import Series, gather
from app.imports.steps import SeriesTooLong, Steps
from app.imports.zones import Zones
from app.wording import N_, Message

_STEPS_IN_A_SERIES = 120_000
_STEPS_IN_ALL = 1_000_000
_STEPS_FOR_ZONES = 300_000


class Reading:
    """The reading of one file. Counts what it leaves out, so that nothing disappears unsaid."""

    def __init__(self, outline: Outline, *, time_zone: str, window: Window, called_off: bool) -> None:
        self.refused: list[RefusedEvent] = []
        self._window = window
        self._outline = outline
        self._outside = self._too_many = 0
        self._endless = False
        zone_steps = Steps(in_a_series=_STEPS_FOR_ZONES, in_all=_STEPS_FOR_ZONES)
        self._zones = Zones(outline.zones, time_zone=time_zone, window=window, steps=zone_steps)
        self._gathered = gather(self._entries(called_off=called_off))
        self.refused += self._gathered.refused
        self.events = self._expanded()

    def _expanded(self) -> tuple[ImportedEvent, ...]:
        """Return the meetings in the order of time, each UID and occurrence once."""
        steps = Steps(in_a_series=_STEPS_IN_A_SERIES, in_all=_STEPS_IN_ALL)
        expansion = Expansion(window=self._window, zone=self._zones.local, steps=steps)
        found: dict[tuple[str, str], ImportedEvent] = {}
        for series in self._gathered.series:
            steps.begin_series()
            try:
                meetings = list(expansion.meetings(series))
            except SeriesTooLong as refusal:
                self._refuse_series(series, refusal.message)
                continue
            self._endless |= series.endless
            self._outside += expansion.outside
            for event in self._nearest(self._within(meetings), most=MOST_IN_A_SERIES):
                found.setdefault((event.source_uid, event.recurrence), event)
        return tuple(self._nearest(list(found.values()), most=MOST_IN_ALL))

    def notes(self) -> tuple[Message, ...]:
        """Return what was assumed and what was left out."""
        older, others = self._gathered.older_versions, self._outline.others["VTODO"] + self._outline.others["VJOURNAL"]
        notes = [*self._zones.notes(), *self._limits()]
        if older:
            notes.append(Message(N_("Äldre versioner av samma möte är inte lästa. Antal: %(count)s."), count=older))
        if others:
            notes.append(Message(N_("Uppgifter och anteckningar är inte lästa. Antal: %(count)s."), count=others))
        if not self._outline.complete:
            notes.append(Message(N_("Filens slut saknas. Kanske är inte alla möten med: exportera kalendern på nytt.")))
        if not self._outline.events:
            notes.append(Message(N_("Kalendern har inga möten. Välj en annan, eller exportera en längre period.")))
        return tuple(notes)

    def _limits(self) -> Iterable[Message]:
        first, last = self._window.first.isoformat(), self._window.last.isoformat()
        if self._outside:
            outside = N_("Tillfällen före %(first)s eller efter %(last)s är inte med. Antal: %(count)s.")
            yield Message(outside, first=first, last=last, count=self._outside)
        if self._endless:
            yield Message(N_("Serier utan slut är lästa till och med %(last)s."), last=last)
        if self._too_many:
            most = N_("Högst %(series)s tillfällen av en serie och %(all)s av en fil läses. Utelämnade: %(count)s.")
            yield Message(most, series=MOST_IN_A_SERIES, all=MOST_IN_ALL, count=self._too_many)

    def _entries(self, *, called_off: bool) -> Iterable[Entry]:
        for number, block in enumerate(self._outline.events, start=1):
            entry = read_entry(block, number=number, zones=self._zones)
            if isinstance(entry, RefusedEvent):
                self.refused.append(entry)
            else:
                yield replace(entry, cancelled=entry.cancelled or called_off)

    def _refuse_series(self, series: Series, reason: Message) -> None:
        if series.master is not None:
            self.refused.append(RefusedEvent(series.master.number, series.master.title, (reason,)))

    def _within(self, events: Iterable[ImportedEvent]) -> list[ImportedEvent]:
        """Keep what lies in the window, and count the rest."""
        kept: list[ImportedEvent] = []
        for event in events:
            day = event.start.date() if isinstance(event.start, datetime) else event.start
            if day in self._window:
                kept.append(event)
            else:
                self._outside += 1
        return kept

    def _nearest(self, events: list[ImportedEvent], *, most: int) -> list[ImportedEvent]:
        """Keep the meetings nearest to today, in the order of time, and count the rest."""
        self._too_many += max(0, len(events) - most)
        today = datetime.combine(self._window.today, time(), tzinfo=self._zones.local)
        nearest = sorted(events, key=lambda event: abs(self._begins(event) - today))[:most]
        return sorted(nearest, key=lambda event: (self._begins(event), event.number))

    def _begins(self, event: ImportedEvent) -> datetime:
        """Return when an event begins in UTC; a whole day begins at midnight."""
        if isinstance(event.start, datetime):
            return event.start.astimezone(UTC)
        return datetime.combine(event.start, time(), tzinfo=self._zones.local).astimezone(UTC)
