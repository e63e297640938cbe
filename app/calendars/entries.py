"""What stands in a calendar as one person sees it: on which days, and what the person has answered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app import clock
from app.networks.models import Network
from app.occasions.kinds import Reply, Stage
from app.occasions.models import Occasion


@dataclass(frozen=True, slots=True)
class Entry:
    """An occasion on its days, both included."""

    occasion: Occasion
    hosts: tuple[Network, ...]
    """Those the person sees."""
    first: date
    last: date
    reply: Reply | None = None
    awaits: bool = False
    """Whether the person is asked to come and has not answered."""

    def is_on(self, day: date) -> bool:
        """Whether it takes some of the day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class ListedWeek:
    """A week in the list: its Monday, and what begins in it, or goes on from before the list begins."""

    monday: date
    entries: tuple[Entry, ...]

    @property
    def number(self) -> int:
        """Its ISO 8601 number."""
        return self.monday.isocalendar().week

    def is_over(self, today: date) -> bool:
        """Whether nothing in it goes on into the week that today is in."""
        this = today - timedelta(days=today.weekday())
        return all(entry.last < this for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: the networks the person sees, and those that ask the person to come."""

    sees: Collection[UUID]
    asked_by: Collection[UUID]


def entry_of(occasion: Occasion, *, reader: Reader, reply: Reply | None) -> Entry:
    """Return an occasion as the person sees it. What ends at midnight does not stand on the day that begins then."""
    ends = (occasion.ends_at - timedelta(microseconds=1)).astimezone(clock.zone()).date()
    open_to_answers = occasion.stage in (Stage.CALLED, Stage.MOVED)
    is_asked = any(each.id in reader.asked_by for each in occasion.hosts)
    return Entry(
        occasion,
        hosts=tuple(each for each in occasion.hosts if each.id in reader.sees),
        first=occasion.day,
        last=max(occasion.day, occasion.last_day or ends),
        reply=reply,
        awaits=open_to_answers and is_asked and reply is None,
    )


def by_week(entries: Sequence[Entry], *, since: date) -> list[ListedWeek]:
    """Return entries, which come in order of time, week by week; since is the first day of the list."""
    weeks: dict[date, list[Entry]] = {}
    for entry in entries:
        day = max(entry.first, since)
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(entry)
    return [ListedWeek(monday, tuple(found)) for monday, found in sorted(weeks.items())]
