"""Who may see and change networks."""

from app.networks.kinds import Role, Visibility
from app.networks.models import Network
from app.people.models import Person


def can_see_network(person: Person, network: Network) -> bool:
    """All staff see an open network; a closed one exists for its members and for administrators."""
    return network.visibility is Visibility.OPEN or person.is_administrator or network.has_member(person)


def can_coordinate(person: Person, network: Network) -> bool:
    """Its coordinators run a network; administrators can step in."""
    return person.is_administrator or network.has_role(person, Role.COORDINATOR)


def can_change_network(person: Person, network: Network) -> bool:
    """Its coordinators describe the network; administrators can too."""
    return can_coordinate(person, network)


def can_start_networks(person: Person) -> bool:
    """Administrators start and archive networks."""
    return person.is_administrator
