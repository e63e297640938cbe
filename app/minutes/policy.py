"""Who may write a meeting's minutes, and who may read them."""

from app.meetings.models import Meeting
from app.meetings.policy import can_take_notes
from app.people.models import Person


def can_write_minutes(person: Person, meeting: Meeting) -> bool:
    """Those who coordinate a host network, its chair and its secretary write, and nobody else sees the draft."""
    return can_take_notes(person, meeting)
