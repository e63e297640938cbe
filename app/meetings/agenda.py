"""An agenda taken up to be changed and put down in order, and what stands in the way of that."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm.attributes import set_committed_value

from app import clock, db
from app.meetings.models import AgendaItem, Meeting
from app.occasions.kinds import Stage
from app.wording import N_, Refusal


class MeetingIsOver(Refusal):
    """The agenda of a meeting that was held, cancelled or written up can no longer be changed."""


class ItemIsGone(Refusal):
    """Somebody else took the item off the agenda in the meantime."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items of one meeting: those on its agenda, in order, and those taken off it."""

    meeting: Meeting
    on: list[AgendaItem]
    off: list[AgendaItem]

    def standing(self, item_id: UUID) -> AgendaItem:
        """Return an item on the agenda. Raises ItemIsGone when it was taken off, NoResultFound when it never was."""
        item = self.known(item_id)
        if item.removed_at is not None:
            raise ItemIsGone(N_("Någon annan har tagit bort punkten. Lägg till den igen om den ska vara med."))
        return item

    def known(self, item_id: UUID) -> AgendaItem:
        """Return an item, on the agenda or taken off it. Raises NoResultFound."""
        for item in (*self.on, *self.off):
            if item.id == item_id:
                return item
        raise NoResultFound

    def put_down(self, order: list[AgendaItem]) -> None:
        """Number the places 0, 1, 2 ... in this order, and remember that the agenda changed."""
        for position, item in enumerate(order):
            item.position = position
        self.meeting.agenda_changed_at = clock.now()
        db.session.flush()
        set_committed_value(self.meeting, "items", order)


def take_up(meeting: Meeting) -> Agenda:
    """Return the agenda as it stands now, while others wait for their turn to change it. Raises MeetingIsOver."""
    facts = ["minutes_started_at", "minutes_published_at", "agenda_published_at"]
    db.session.refresh(meeting, facts, with_for_update=True)
    if not meeting.agenda_is_open:
        raise MeetingIsOver(_why_not(meeting))
    found = select(AgendaItem).where(AgendaItem.meeting_id == meeting.id).order_by(AgendaItem.position, AgendaItem.id)
    items = db.session.scalars(found, execution_options={"populate_existing": True}).all()
    on = [item for item in items if item.removed_at is None]
    set_committed_value(meeting, "items", on)
    return Agenda(meeting, on, [item for item in items if item.removed_at is not None])


def _why_not(meeting: Meeting) -> str:
    if meeting.occasion.stage is Stage.CANCELLED:
        return N_("Mötet är inställt. Ångra det först om det ska bli av ändå.")
    if meeting.minutes_published_at is not None:
        return N_("Mötets anteckningar är publicerade, så dagordningen ligger fast.")
    return N_("Mötet har hållits. Börja skriva anteckningarna, så går det att lägga till det som kom upp.")
