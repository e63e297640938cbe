"""What can happen to decisions and actions: written in a draft, changed, taken away and put back; and ticked off."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app import clock, db
from app.followup.models import Action, Decision
from app.meetings.models import AgendaItem, Meeting
from app.people.models import Person
from app.wording import N_, Refusal

_LEADING_ATT = re.compile(r"^(att\s+)+", re.IGNORECASE)


class IsPublished(Refusal):
    """What has been published changes only by a correction of the minutes."""


class NobodyPromised(Refusal):
    """A promise without a name is nobody's."""


class NothingSaid(Refusal):
    """A decision has words."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody will do: a person with an account, or anyone in words; perhaps by a day."""

    what: str
    owner: Person | None = None
    owner_text: str = ""
    due_on: date | None = None


def add_decision(meeting: Meeting, item: AgendaItem, text: str) -> Decision:
    """Write down a decision in the draft. text is what follows "att". Raises NothingSaid."""
    decision = Decision(
        meeting_id=meeting.id, item_id=item.id, network_id=meeting.occasion.lead_id, year=meeting.occasion.day.year,
        text=_clause(text), position=_next_position(Decision, meeting),
    )  # fmt: skip
    db.session.add(decision)
    db.session.flush()
    return decision


def change_decision(decision: Decision, text: str) -> None:
    """Change the words of a decision in a draft. Raises IsPublished and NothingSaid."""
    _must_be_draft(decision)
    decision.text = _clause(text)
    db.session.flush()


def add_action(meeting: Meeting, item: AgendaItem, promise: Promise) -> Action:
    """Write down what somebody promised, in the draft. Raises NobodyPromised."""
    action = Action(
        meeting_id=meeting.id, item_id=item.id, network_id=meeting.occasion.lead_id,
        position=_next_position(Action, meeting),
    )  # fmt: skip
    _promise(action, promise)
    db.session.add(action)
    db.session.flush()
    return action


def change_action(action: Action, promise: Promise) -> None:
    """Change a promise in a draft. Raises IsPublished and NobodyPromised."""
    _must_be_draft(action)
    _promise(action, promise)
    db.session.flush()


def take_away(record: Decision | Action) -> None:
    """Take a decision or an action out of the draft; put_back undoes it. Raises IsPublished."""
    _must_be_draft(record)
    record.withdrawn_at = clock.now()
    db.session.flush()


def put_back(record: Decision | Action) -> None:
    """Undo take_away. Raises IsPublished."""
    _must_be_draft(record)
    record.withdrawn_at = None
    db.session.flush()


def finish(action: Action, *, by: Person) -> None:
    """Tick an action off. Done twice, the first time stands."""
    if action.done_at is None:
        action.done_at, action.done_by_id = clock.now(), by.id
        db.session.flush()


def reopen(action: Action) -> None:
    """Undo finish: it waits again."""
    action.done_at = action.done_by_id = None
    db.session.flush()


def _clause(text: str) -> str:
    """Return the clause on one line, without the "att" that the page writes before it. Raises NothingSaid."""
    clause = _LEADING_ATT.sub("", " ".join(text.split()))
    if not clause:
        raise NothingSaid(N_("Skriv vad som beslutades, eller ta bort beslutet."))
    return clause


def _promise(action: Action, promise: Promise) -> None:
    if promise.owner is None and not promise.owner_text:
        raise NobodyPromised(N_("Välj vem som gör det, eller skriv det med egna ord."))
    action.what, action.due_on = promise.what, promise.due_on
    action.owner_id = promise.owner.id if promise.owner else None
    action.owner, action.owner_text = promise.owner, "" if promise.owner else promise.owner_text


def _must_be_draft(record: Decision | Action) -> None:
    if record.published_at is not None:
        raise IsPublished(N_("Det är publicerat. Rätta anteckningarna om något behöver ändras."))


def _next_position(kind: type[Decision] | type[Action], meeting: Meeting) -> int:
    last = db.session.scalars(select(func.max(kind.position)).where(kind.meeting_id == meeting.id)).one()
    return 0 if last is None else last + 1
