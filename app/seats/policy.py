"""Who may appoint a municipality's representatives."""

from app.networks.models import Network
from app.networks.policy import can_coordinate
from app.people.models import Person
from app.people.policy import leads_libraries_of
from app.places.models import Municipality


def can_appoint(person: Person, network: Network, place: Municipality) -> bool:
    """A municipality's library manager appoints who represents it; the network's coordinators can too."""
    return network.archived_at is None and (leads_libraries_of(person, place.id) or can_coordinate(person, network))
