"""Who may do what with a meeting and its agenda."""

from app.meetings.models import Meeting
from app.occasions import policy as occasions
from app.people.models import Person


def can_plan(person: Person, meeting: Meeting) -> bool:
    """Those who coordinate one of the host networks plan the meeting."""
    return occasions.can_change_occasion(person, meeting.occasion)


def can_edit_agenda(person: Person, meeting: Meeting) -> bool:
    """Those who coordinate one of the host networks set its agenda."""
    return can_plan(person, meeting)


def can_read_agenda(person: Person, meeting: Meeting) -> bool:
    """The agenda is for everyone who sees the meeting, once it is published; before that for those who set it."""
    return meeting.agenda_published_at is not None or can_edit_agenda(person, meeting)
