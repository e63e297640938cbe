"""Who may see and change what stands in the calendar."""

from app.networks.kinds import Role
from app.networks.models import Network
from app.networks.policy import can_coordinate, can_see_network
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.people.models import Person


def can_see_occasion(person: Person, occasion: Occasion) -> bool:
    """Who sees one of the host networks sees what it has called; a draft is seen by those who plan it."""
    if occasion.state is OccasionState.DRAFT:
        return can_change_occasion(person, occasion)
    return any(can_see_network(person, network) for network in occasion.hosts)


def hosts_seen_by(person: Person, occasion: Occasion) -> list[Network]:
    """Of the networks that hold something together, a person is told of those that exist for them."""
    return [network for network in occasion.hosts if can_see_network(person, network)]


def can_plan_in(person: Person, network: Network) -> bool:
    """Its coordinators plan what a network does, until it is archived."""
    return network.archived_at is None and can_coordinate(person, network)


def can_change_occasion(person: Person, occasion: Occasion) -> bool:
    """Those who coordinate one of the host networks plan, move and cancel it."""
    return any(can_coordinate(person, network) for network in occasion.hosts)


def can_answer(person: Person, occasion: Occasion) -> bool:
    """Members of a host network answer; guests only read."""
    return any(network.roles_of(person) - {Role.GUEST} for network in occasion.hosts)


def can_see_answers(person: Person, occasion: Occasion) -> bool:
    """Those who take part, and those who plan, see who comes."""
    return can_answer(person, occasion) or can_change_occasion(person, occasion)
