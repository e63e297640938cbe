"""What the wall of the meeting room shows: the item that is talked about, how long it has left, and what comes next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.meetings.models import AgendaItem
from app.meetings.schedule import Row, lay_out
from app.minutes.draft import Draft
from app.wording import N_, Message

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Wall:
    """A draft shown at one row of its agenda, at a moment; here is None while there is nothing to talk about."""

    draft: Draft
    rows: list[Row]
    """The agenda in its time, with its pauses."""
    here: Row | None
    now: datetime

    @property
    def before(self) -> AgendaItem | None:
        """The item before this one."""
        items = self.draft.items
        place = items.index(self.here.item) if self.here else 0
        return items[place - 1] if place else None

    @property
    def after(self) -> AgendaItem | None:
        """The item after this one."""
        items = self.draft.items
        return next(iter(items[items.index(self.here.item) + 1 :]), None) if self.here else None

    @property
    def coming(self) -> Row | None:
        """What comes next by the agenda: an item, or a pause."""
        return next(iter(self.rows[self.rows.index(self.here) + 1 :]), None) if self.here else None

    @property
    def ends_at(self) -> datetime | None:
        """When the item should have ended, where the agenda says so."""
        if self.here is None or self.here.starts_at is None or not self.here.item.duration:
            return None
        return self.here.starts_at + self.here.item.duration

    @property
    def time_left(self) -> Message | None:
        """How the item stands to its time, in words, while its turn has come; a minute that has begun counts."""
        ends_at, meeting_ends_at = self.ends_at, self.draft.meeting.occasion.ends_at
        if self.here is None or ends_at is None or not ends_at - self.here.item.duration <= self.now < meeting_ends_at:
            return None
        passed = (self.now - ends_at) // _MINUTE
        if passed > 0:
            return Message(N_("%(count)s min över tiden"), count=passed)
        return Message(N_("%(count)s min kvar"), count=-passed) if passed else Message(N_("tiden är slut"))


def at_the_wall(draft: Draft, item_id: UUID | None, *, now: datetime) -> Wall:
    """Show the draft at an item; without one at that whose turn it is by the agenda, or else the first."""
    occasion, items = draft.meeting.occasion, draft.meeting.items
    rows = lay_out(items, starts_at=occasion.starts_at, ends_at=occasion.ends_at, whole_days=occasion.whole_days).rows
    numbered = [row for row in rows if row.number]
    begun = [row for row in numbered if row.starts_at and row.starts_at <= now < occasion.ends_at]
    chosen = next((row for row in numbered if row.item.id == item_id), None)
    return Wall(draft, rows, chosen or next(iter([*begun[-1:], *numbered]), None), now)
