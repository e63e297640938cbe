"""Who may tick off what was promised."""

from app.followup.models import Action
from app.networks.policy import can_coordinate
from app.people.models import Person


def can_finish(person: Person, action: Action) -> bool:
    """Who promised something ticks it off; those who coordinate a host network can do it for anyone."""
    return action.owner_id == person.id or any(can_coordinate(person, network) for network in action.meeting.hosts)
