"""Who may read files in."""

from app.networks.models import Network
from app.occasions.policy import can_plan_in
from app.people.models import Person


def can_import_people(person: Person) -> bool:
    """Administrators read in member lists: they make accounts, and reach every network."""
    return person.is_administrator


def can_import_calendar(person: Person, network: Network) -> bool:
    """Those who plan what a network does read its meetings in, until it is archived."""
    return can_plan_in(person, network)
