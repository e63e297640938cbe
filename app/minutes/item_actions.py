"""Saving all that is typed under an item at once: words, a decision, a promise; and what is done with its records."""

from dataclasses import dataclass, replace
from uuid import UUID

from app import db
from app.followup import actions as followup
from app.followup.actions import Promise
from app.followup.models import Action, Decision
from app.followup.queries import draft_record
from app.meetings.models import AgendaItem, Meeting
from app.minutes.actions import Writing, write
from app.minutes.models import ItemNote, Minutes
from app.people.models import Person


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed under an item. decision and action name the records that are being changed, if any."""

    writing: Writing
    clause: str = ""
    decision: UUID | None = None
    promise: Promise | None = None
    action: UUID | None = None
    keeps_owner: bool = False
    """Whether the promise is whose it was when the page was opened: handed over since, it stays with who has it now."""


def keep(meeting: Meeting, minutes: Minutes, item: AgendaItem, typed: Typed, *, by: Person) -> ItemNote:
    """Save it all, or nothing: raises NewerWords, NothingSaid, NobodyPromised, and IsLocked."""
    if typed.decision is not None:
        followup.change_decision(draft_record(Decision, meeting.id, typed.decision), typed.clause)
    elif typed.clause:
        followup.add_decision(meeting, item, typed.clause)
    if typed.promise is not None and typed.action is not None:
        action = draft_record(Action, meeting.id, typed.action)
        as_it_is = replace(typed.promise, owner=action.owner, owner_text=action.owner_text)
        followup.change_action(action, as_it_is if typed.keeps_owner else typed.promise)
    elif typed.promise is not None:
        followup.add_action(meeting, item, typed.promise)
    return write(minutes, item, typed.writing, by=by)


def promised(meeting: Meeting, action_id: UUID | None) -> Action | None:
    """Return what is being changed, if it is a promise of this meeting."""
    return next((each for each in _records(meeting, action_id) if isinstance(each, Action)), None)


def take_away(meeting: Meeting, record_id: UUID | None) -> None:
    """Take a decision or an action out of the draft; put_back undoes it. Raises IsPublished."""
    for record in _records(meeting, record_id):
        followup.take_away(record)


def put_back(meeting: Meeting, record_id: UUID | None) -> None:
    """Put a decision or an action back in the draft."""
    for record in _records(meeting, record_id):
        followup.put_back(record)


def _records(meeting: Meeting, record_id: UUID | None) -> list[Decision | Action]:
    if record_id is None:
        return []
    found: list[Decision | Action | None] = [db.session.get(Decision, record_id), db.session.get(Action, record_id)]
    return [each for each in found if each is not None and each.meeting_id == meeting.id]
