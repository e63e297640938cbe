"""Passing on what is not a seat: turns, what was promised, what is to be presented. The log tells of each."""

from datetime import date
from uuid import UUID

from app.audit.actions import What, record
from app.followup.giving import give as give_promise
from app.followup.models import Action
from app.handover.presenting import instead_of
from app.handover.things import Queued
from app.meetings.actions import Words, change_item
from app.meetings.agenda import take_up
from app.meetings.models import AgendaItem
from app.people.models import Person
from app.rotation.handing_on import hand_on, take_off
from app.rotation.kinds import Place
from app.rotation.queries import list_to_change


def give(action: Action, heir: Person, *, by: Person) -> None:
    """Let somebody else do what was promised; the minutes still say who promised it. Twice is as once.

    Raises HasChanged.
    """
    if give_promise(action, heir):
        _log(action.what, action.id, by=by, to=heir.name)


def give_draft(action: Action, heir: Person, *, by: Person) -> None:
    """Let somebody else do what stands promised in a draft. The log says at which meeting, and none of the words.

    Raises HasChanged.
    """
    if give_promise(action, heir):
        _log(action.meeting.title, action.meeting_id, by=by, to=heir.name)


def give_turns(queued: Queued, heir: Place, *, from_day: date, by: Person, will_belong: bool = False) -> None:
    """Let somebody have the turns from a day on, and the place on the list. Raises CannotTakeTurns.

    will_belong: from that day the heir has the seat too.
    """
    standing = list_to_change(queued.network, queued.standing.kind)
    hand_on(standing, queued.place.key, heir, from_day=from_day, by=by, will_belong=will_belong)
    _log(_named(queued), queued.standing.rota.id, by=by, to=heir.name)


def leave_list(queued: Queued, *, from_day: date, by: Person) -> None:
    """Let the list go on without somebody from a day on."""
    standing = list_to_change(queued.network, queued.standing.kind)
    take_off(standing, queued.place.key, from_day=from_day, by=by)
    _log(_named(queued), queued.standing.rota.id, by=by, how="off")


def give_item(item: AgendaItem, person: Person, heir: Person, *, by: Person) -> None:
    """Let somebody else present something. Twice is as once. Raises MeetingIsOver and ItemIsGone."""
    meeting = item.meeting
    now = take_up(meeting).standing(item.id)
    presenter = instead_of(now.presenter, person.name, heir.name)
    if presenter != now.presenter:
        words = Words(now.title, now.kind, presenter, now.duration, now.description)
        change_item(meeting, now.id, words, seen=now.revision)
        _log(meeting.title, meeting.id, by=by, to=heir.name)


def _named(queued: Queued) -> str:
    return f"{queued.standing.kind.label}, {queued.network.name}"


def _log(subject: str, subject_id: UUID, *, by: Person, **more: str) -> None:
    record(What.HANDED_OVER, by=(by.id, by.name), subject=subject, subject_id=subject_id, **more)
