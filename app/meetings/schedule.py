"""When each item of an agenda comes up, and whether the agenda fits into the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem

LONGEST_SITTING = timedelta(hours=14)
"""A meeting that goes on longer than this takes a night's rest, so no clock can be set by its agenda."""

BAR_LENGTH = 600
"""The whole time bar, in the units of its drawing."""

_MINUTE = timedelta(minutes=1)
_LOOKS = {
    ItemKind.INFORMATION: "open",
    ItemKind.DISCUSSION: "half",
    ItemKind.DECISION: "full",
    ItemKind.PAUSE: "pause",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One item in its place: its number (a pause has none) and when it comes up, where that can be said."""

    item: AgendaItem
    number: int | None
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of the time bar, in units of BAR_LENGTH. look: open, half, full, pause or free."""

    x: float
    width: float
    look: str
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """An agenda laid out in time."""

    rows: list[Row]
    planned: timedelta
    available: timedelta | None
    """How long the meeting is; None where it takes whole days or nights."""
    ends_at: datetime | None
    """When the last item ends, if its items are held to."""

    @property
    def over(self) -> timedelta:
        """How much too long the agenda is; zero when it fits or when there is nothing to fit into."""
        return max(timedelta(), self.planned - self.available) if self.available is not None else timedelta()

    @property
    def left(self) -> timedelta:
        """How much time is still free."""
        return max(timedelta(), self.available - self.planned) if self.available is not None else timedelta()

    def begins(self, place: int) -> datetime | None:
        """Return when an item would begin that is put in a place."""
        return self.rows[place].starts_at if place < len(self.rows) else self.ends_at

    @property
    def closes_at(self) -> datetime | None:
        """When the meeting ends, whatever its agenda says."""
        return self.ends_at - self.planned + self.available if self.ends_at and self.available else None

    @property
    def late_from(self) -> datetime | None:
        """The meeting's end, when there are items for which there is no time before it."""
        return self.closes_at if self.over else None

    def item_at(self, moment: datetime) -> AgendaItem | None:
        """Return the item that a moment falls in, if the agenda is held to."""
        if self.ends_at is None or moment >= self.ends_at:
            return None
        begun = [row for row in self.rows if row.starts_at is not None and row.starts_at <= moment]
        return begun[-1].item if begun else None

    @property
    def bars(self) -> list[Bar]:
        """The time bar: a stretch for each item that takes time, then what is free."""
        return _bars([row.item for row in self.rows], self.available or self.planned)


def lay_out(
    items: Sequence[AgendaItem], *, starts_at: datetime, ends_at: datetime, whole_days: bool = False
) -> Schedule:
    """Lay an agenda out in a meeting. The moments are aware, and each item begins when the one before has ended.

    An agenda may be longer than its meeting: that is told, never refused.
    """
    has_clock = not whole_days and timedelta() < ends_at - starts_at <= LONGEST_SITTING
    rows, passed, number = [], timedelta(), 0
    for item in items:
        counts = item.kind is not ItemKind.PAUSE
        number += counts
        rows.append(Row(item, number if counts else None, starts_at + passed if has_clock else None))
        passed += item.duration
    available, ends = (ends_at - starts_at, starts_at + passed) if has_clock else (None, None)
    return Schedule(rows, passed, available, ends)


def _bars(items: Sequence[AgendaItem], available: timedelta) -> list[Bar]:
    planned = sum((item.duration for item in items), timedelta())
    whole = max(planned, available)
    if not whole:
        return []
    unit, passed, found = BAR_LENGTH / (whole / _MINUTE), timedelta(), []
    for item in items:
        if item.duration:
            ends = passed + item.duration
            found.append(_bar(passed, ends, unit, _LOOKS[item.kind], is_over=ends > available))
            passed = ends
    return found if planned >= available else [*found, _bar(planned, available, unit, "free")]


def _bar(starts: timedelta, ends: timedelta, unit: float, look: str, *, is_over: bool = False) -> Bar:
    """Return a stretch with a hair's breadth free on both sides, however short it is."""
    begin, end = starts / _MINUTE * unit, ends / _MINUTE * unit
    hair = min(1.0, (end - begin) / 4)
    return Bar(round(begin + hair, 2), round(end - begin - 2 * hair, 2), look, is_over)
