"""Who may join a network by themselves, who may ask to, and who answers."""

from app.networks.kinds import Admission, Role
from app.networks.models import Network
from app.networks.policy import can_coordinate, can_see_network
from app.people.models import Person


def can_join(person: Person, network: Network) -> bool:
    """Whoever sees a network that is open to all joins it at once."""
    return _is_outside(person, network) and network.admission is Admission.OPEN


def can_ask(person: Person, network: Network) -> bool:
    """Whoever sees a network whose members are let in may ask to join it."""
    return _is_outside(person, network) and network.admission is Admission.REQUEST


def can_answer_requests(person: Person, network: Network) -> bool:
    """Its coordinators let people in; administrators can too."""
    return can_coordinate(person, network)


def can_leave(person: Person, network: Network) -> bool:
    """Whoever belongs to a network may leave it."""
    return network.has_member(person)


def _is_outside(person: Person, network: Network) -> bool:
    in_it = network.roles_of(person) - {Role.GUEST}
    return network.archived_at is None and can_see_network(person, network) and not in_it
