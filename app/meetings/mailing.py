"""Who is told by letter of a published agenda, and what the letters about meetings are known by."""

from app import clock
from app.mail import outbox
from app.mail.kinds import Kind
from app.mail.outbox import Receiver
from app.meetings.models import Meeting
from app.occasions.mailing import asked_by_letter, waiting_to_be_called
from app.people.models import Person


def tell_of_agenda(meeting: Meeting, *, by: Person) -> int:
    """Post a letter to those who are asked to come; return to how many. None once the meeting is over.

    Whoever has the call still coming needs no second: it tells of the agenda too.
    """
    receivers, about = _receivers(meeting, by=by, hold=True), {"occasion": str(meeting.id)}
    lead = meeting.occasion.lead_id
    return outbox.post(Kind.AGENDA_PUBLISHED, receivers, about=about, network_id=lead, key=agenda_key(meeting))


def how_many_told_of_agenda(meeting: Meeting, *, by: Person) -> int:
    """Return how many would get a letter, for the question before it is done."""
    receivers = _receivers(meeting, by=by, hold=False)
    return outbox.how_many(Kind.AGENDA_PUBLISHED, receivers, network_id=meeting.occasion.lead_id)


def agenda_key(meeting: Meeting) -> str:
    """Return what the letter about the agenda is known by: published anew, it is another."""
    at = meeting.agenda_published_at
    return f"agenda:{meeting.id.hex}:{at.timestamp() if at else ''}"


def series_key(meeting: Meeting) -> str:
    """Return what the one letter about a whole series is known by; empty for a meeting of its own."""
    return f"series:{meeting.series_id.hex}" if meeting.series_id else ""


def _receivers(meeting: Meeting, *, by: Person, hold: bool) -> list[Receiver]:
    if meeting.occasion.ends_at <= clock.now():
        return []
    called = waiting_to_be_called(meeting.occasion, hold=hold)
    return [each for each in asked_by_letter(meeting.occasion, by=by) if each.person_id not in called]
