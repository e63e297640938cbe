"""A meeting and its members: called, changed, cancelled, revived; each with a letter to those whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import clock, db
from app.audit.actions import What, record
from app.mail import outbox
from app.mail.kinds import Kind
from app.meetings.mailing import series_key
from app.meetings.models import Meeting
from app.occasions import actions, changes
from app.occasions.activities import told_of_change
from app.occasions.changes import Details
from app.occasions.kinds import OccasionState
from app.occasions.mailing import News, as_told, asked_by_letter, how_many, tell
from app.occasions.revisions import hold
from app.occasions.rules import AlreadyHeld
from app.people.models import Person
from app.planning.answer_days import asked_anew
from app.wording import N_


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change came to: whether the meeting was moved, and how many letters tell of it."""

    moved: bool
    letters: int


def call_meeting(meeting: Meeting, *, by: Person, with_agenda: bool = False) -> int:
    """Call the members, perhaps with the agenda, and return how many get a letter. Calling again changes nothing.

    Raises IsCancelled.
    """
    return tell(News.CALLED, meeting.occasion, by=by) if _called(meeting, by=by, with_agenda=with_agenda) else 0


def call_series(meetings: Sequence[Meeting], *, by: Person) -> int:
    """Call the members to meetings that were made together, in one letter each, and return how many get it."""
    called = [each for each in meetings if _called(each, by=by, with_agenda=False)]
    ahead = [each.occasion for each in called if each.occasion.ends_at > clock.now()]
    if not ahead:
        return 0
    about = {"series": str(called[0].series_id), "news": News.CALLED.value}
    receivers = asked_by_letter(ahead[0], by=by)
    return outbox.post(
        Kind.MEETING_CALLED, receivers, about=about, network_id=ahead[0].lead_id, key=series_key(called[0])
    )


def change_meeting(
    meeting: Meeting,
    details: Details,
    *,
    by: Person,
    answer_by: date | None,
    revision: int,
    ask_again: bool = False,
    with_letter: bool = False,
) -> Changed:
    """Give it other details. Asked again, members get a day for it that is to come.

    with_letter: a new time or place is told by letter. Raises ChangedMeanwhile, IsCancelled, NoHost, and AlreadyHeld
    when its notes are published.
    """
    _must_be_open(meeting)
    before, asked = as_told(meeting.occasion), asked_by_letter(meeting.occasion, by=by)
    moved = changes.change(meeting.occasion, details, revision=revision, ask_again=ask_again)
    if moved and ask_again:
        answer_by = asked_anew(answer_by, meeting_day=meeting.occasion.day, today=clock.today())
    meeting.answer_by = answer_by
    db.session.flush()
    if not with_letter:
        return Changed(moved, 0)
    return Changed(moved, told_of_change(meeting.occasion, before, asked, by=by, also=series_key(meeting)))


def cancel_meeting(meeting: Meeting, *, because: str, by: Person) -> int:
    """Cancel what members know of. Raises NotCalledYet for a draft, AlreadyHeld when it is over or written up."""
    _must_be_open(meeting)
    if meeting.minutes_started_at is not None:
        raise AlreadyHeld(N_("Anteckningarna är påbörjade, så mötet kan inte ställas in."))
    stood = meeting.occasion.state is not OccasionState.CANCELLED
    changes.call_off(meeting.occasion, because=because)
    if not stood:
        return 0
    _note(What.MEETING_CANCELLED, meeting, by)
    return tell(News.CANCELLED, meeting.occasion, by=by, also=series_key(meeting))


def revive_meeting(meeting: Meeting, *, by: Person) -> int:
    """Undo a cancellation, with the same answers. Raises AlreadyHeld when its time has passed."""
    hold(meeting.occasion)
    stood = meeting.occasion.state is not OccasionState.CANCELLED
    changes.call_back(meeting.occasion)
    return 0 if stood else tell(News.REVIVED, meeting.occasion, by=by, also=series_key(meeting))


def letters_to_ask_about(news: News, meeting: Meeting, *, by: Person) -> int:
    """Return how many would get a letter, for the question before it is done."""
    return how_many(news, meeting.occasion, by=by, also=series_key(meeting))


def must_be_open(meeting: Meeting) -> None:
    """Its notes are not published: with them it is on record. Raises AlreadyHeld."""
    if meeting.minutes_published_at is not None:
        raise AlreadyHeld(N_("Mötets anteckningar är publicerade, så det ligger fast."))


def _called(meeting: Meeting, *, by: Person, with_agenda: bool) -> bool:
    """Call it and return whether it was a draft till now."""
    hold(meeting.occasion)
    was_draft = meeting.occasion.state is OccasionState.DRAFT
    actions.call(meeting.occasion)
    if with_agenda:
        meeting.agenda_published_at = meeting.agenda_published_at or clock.now()
    if was_draft:
        _note(What.MEETING_CALLED, meeting, by)
    return was_draft


def _must_be_open(meeting: Meeting) -> None:
    """Ask again when it is our turn to write: notes may have been begun or published meanwhile."""
    hold(meeting.occasion)
    db.session.refresh(meeting, ["minutes_started_at", "minutes_published_at"])
    must_be_open(meeting)


def _note(what: What, meeting: Meeting, by: Person) -> None:
    record(what, by=(by.id, by.name), subject=meeting.title, subject_id=meeting.id)
