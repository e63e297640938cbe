"""What can happen to an agenda: items come, change, change places, go and come back; and it is published.

Items are named by their id, never by their place, so two people at once cannot move each other's items astray.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from app import clock, db
from app.mail import outbox
from app.meetings.agenda import ItemIsGone, MeetingIsOver, take_up
from app.meetings.closing import place_for
from app.meetings.kinds import ItemKind
from app.meetings.mailing import agenda_key, tell_of_agenda
from app.meetings.models import AgendaItem, Meeting
from app.occasions.kinds import Stage
from app.people.models import Person
from app.wording import N_, Refusal

__all__ = [
    "ItemHasChanged", "ItemIsGone", "MeetingIsOver", "NothingToPublish", "Words",
    "add_item", "change_item", "move_item", "must_be_publishable", "publish_agenda", "remove_item", "restore_item",
    "withdraw_agenda",
]  # fmt: skip


class ItemHasChanged(Refusal):
    """Somebody else changed the item's words in the meantime."""


class NothingToPublish(Refusal):
    """An agenda is published when members have been called and there is something on it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an agenda item says."""

    title: str
    kind: ItemKind = ItemKind.DISCUSSION
    presenter: str = ""
    duration: timedelta = timedelta()
    description: str = ""


def add_item(meeting: Meeting, words: Words, *, item_id: UUID | None = None) -> AgendaItem:
    """Put an item in its place (closing.py); with the id of one that is there, change nothing. Raises MeetingIsOver."""
    agenda = take_up(meeting)
    added = db.session.get(AgendaItem, item_id) if item_id is not None else None
    if added is not None and added.meeting_id == meeting.id:
        return added
    item = AgendaItem(id=item_id if item_id is not None and added is None else uuid4(), meeting_id=meeting.id)
    _say(item, words)
    db.session.add(item)
    place = place_for(item.title, agenda.on)
    agenda.put_down([*agenda.on[:place], item, *agenda.on[place:]])
    return item


def change_item(meeting: Meeting, item_id: UUID, words: Words, *, seen: int) -> AgendaItem:
    """Change what an item says. seen is the revision one began from.

    Raises MeetingIsOver, ItemIsGone and, when somebody else has changed it since, ItemHasChanged.
    """
    agenda = take_up(meeting)
    item = agenda.standing(item_id)
    if item.revision != seen:
        told = N_("Någon annan har ändrat punkten medan du skrev. Jämför, och spara igen om det du skrev ska gälla.")
        raise ItemHasChanged(told)
    _say(item, words)
    item.revision += 1
    agenda.put_down(agenda.on)
    return item


def move_item(meeting: Meeting, item_id: UUID, *, up: bool) -> AgendaItem | None:
    """Let an item change places with its neighbour, and return that; None at the end, where it stays.

    Raises MeetingIsOver and ItemIsGone.
    """
    agenda = take_up(meeting)
    order = list(agenda.on)
    here = order.index(agenda.standing(item_id))
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return None
    order[here], order[there] = order[there], order[here]
    agenda.put_down(order)
    return order[here]


def remove_item(meeting: Meeting, item_id: UUID) -> AgendaItem:
    """Take an item off the agenda; restore_item puts it back. Raises ItemIsGone.

    Raises MeetingIsOver, also when notes are being taken: then the item may have words, decisions and promises.
    """
    agenda = take_up(meeting)
    item = agenda.standing(item_id)
    if meeting.minutes_started_at is not None:
        raise MeetingIsOver(N_("Anteckningarna är påbörjade, så punkten står kvar. Bordlägg den där i stället."))
    item.removed_at = clock.now()  # it keeps its position, the place to come back to
    agenda.put_down([each for each in agenda.on if each is not item])
    return item


def restore_item(meeting: Meeting, item_id: UUID) -> AgendaItem:
    """Put an item back where it was, or last on an agenda that has grown shorter. Raises MeetingIsOver."""
    agenda = take_up(meeting)
    item = agenda.known(item_id)
    if item.removed_at is not None:
        item.removed_at = None
        place = min(item.position, len(agenda.on))
        agenda.put_down([*agenda.on[:place], item, *agenda.on[place:]])
    return item


def publish_agenda(meeting: Meeting, *, by: Person, with_letter: bool = False) -> int:
    """Let everyone who sees the meeting read its agenda; return how many get a letter. Published already, none do.

    Raises MeetingIsOver and NothingToPublish.
    """
    take_up(meeting)
    must_be_publishable(meeting)
    if meeting.agenda_published_at is not None:
        return 0
    meeting.agenda_published_at = clock.now()
    db.session.flush()
    return tell_of_agenda(meeting, by=by) if with_letter else 0


def must_be_publishable(meeting: Meeting) -> None:
    """Members have been called, and there is something to read. Raises NothingToPublish."""
    if meeting.occasion.stage is Stage.DRAFT:
        raise NothingToPublish(N_("Kalla till mötet först, sedan kan du publicera dagordningen."))
    if not meeting.items:
        raise NothingToPublish(N_("Lägg till en punkt först, så finns det något att läsa."))


def withdraw_agenda(meeting: Meeting) -> None:
    """Undo the publishing: only those who set the agenda see it again. Raises MeetingIsOver."""
    take_up(meeting)
    outbox.withdraw(agenda_key(meeting))
    meeting.agenda_published_at = None
    db.session.flush()


def _say(item: AgendaItem, words: Words) -> None:
    item.title, item.kind, item.presenter = words.title, words.kind, words.presenter
    item.duration, item.description = words.duration, words.description
