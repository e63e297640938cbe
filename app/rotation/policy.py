"""Who may keep the turn lists."""

from app.networks.models import Network
from app.networks.policy import can_coordinate
from app.people.models import Person


def can_keep_turns(person: Person, network: Network) -> bool:
    """Its coordinators keep a network's turn lists, until it is archived; everyone who sees the network reads them."""
    return network.archived_at is None and can_coordinate(person, network)
