"""Who may do what with a meeting and its agenda."""

from app.meetings.models import Meeting
from app.networks.kinds import Role
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


def can_take_notes(person: Person, meeting: Meeting) -> bool:
    """Those who plan the meeting write its minutes, and so do the chair and secretary of a host network."""
    return can_plan(person, meeting) or any(
        network.has_role(person, Role.CHAIR, Role.SECRETARY) for network in meeting.hosts
    )


def can_join_online(person: Person, meeting: Meeting) -> bool:
    """The address of the online room is for those who take part and those who plan."""
    return occasions.can_see_answers(person, meeting.occasion)
