"""The agenda as one person sees it: what the fragment that shows it needs."""

from dataclasses import dataclass

from app import clock
from app.meetings.closing import place_for
from app.meetings.forms import ItemForm
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.meetings.schedule import Schedule
from app.occasions.kinds import Stage
from app.wording import Message


@dataclass(slots=True)
class AgendaParts:
    """The agenda as one person sees it."""

    meeting: Meeting
    plan: Schedule | None
    """The items in time; None for those who must wait until it is published."""
    can_edit: bool
    form: ItemForm | None = None
    """Where the next item is written, for those who may add one."""
    focus: str = ""
    """Where the person goes on after what was just done: a word, a colon, an item's id."""
    removed: AgendaItem | None = None
    """The item that was just taken off and can be put back."""
    trouble: Message | None = None
    """Why what was just tried did not work."""
    told: str = ""
    """The id of the place where what was just done is said, for who has no script."""

    @property
    def running(self) -> AgendaItem | None:
        """The item that is going on, by the clock of the agenda."""
        if self.plan is None or self.meeting.occasion.stage is not Stage.ONGOING:
            return None
        return self.plan.item_at(clock.now())

    @property
    def decisions(self) -> list[AgendaItem]:
        """What is to be decided, as far as the person can read of it."""
        rows = self.plan.rows if self.plan is not None else ()
        return [row.item for row in rows if row.item.kind is ItemKind.DECISION]

    @property
    def next_place(self) -> int:
        """The place that the next item gets."""
        return place_for("", self.meeting.items)

    @property
    def can_publish(self) -> bool:
        """Whether the next step is to publish it."""
        if self.form is None or self.meeting.agenda_published_at is not None:
            return False
        return bool(self.meeting.items) and self.meeting.occasion.stage is not Stage.DRAFT

    @property
    def can_remove(self) -> bool:
        """Whether items can be taken off; those with notes to them stay."""
        return self.form is not None and self.meeting.minutes_started_at is None

    @property
    def can_withdraw(self) -> bool:
        """Whether the publishing can be undone."""
        return self.can_remove and self.meeting.agenda_published_at is not None
