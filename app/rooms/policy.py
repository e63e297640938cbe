"""Who may keep a network's room."""

from app.networks.models import Network
from app.networks.policy import can_coordinate
from app.people.models import Person


def can_keep_room(person: Person, network: Network) -> bool:
    """Its coordinators keep a network's documents, notices and mandate, until it is archived.

    Everyone who sees the network reads and fetches them.
    """
    return network.archived_at is None and can_coordinate(person, network)


def can_read_handover(person: Person, network: Network) -> bool:
    """What one coordinator tells the next is for those who coordinate, also when the network is archived."""
    return can_coordinate(person, network)
