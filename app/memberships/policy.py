"""Who may change a network's members, and who may reach whom."""

from dataclasses import dataclass
from uuid import UUID

from app.networks.models import Network
from app.networks.policy import can_coordinate
from app.people.models import Person
from app.people.policy import leads_libraries_of


@dataclass(frozen=True, slots=True)
class Circle:
    """Whom somebody works with today: the people in the same networks, and whether they coordinate any network."""

    people: frozenset[UUID]
    coordinates: bool


def can_change_members(person: Person, network: Network) -> bool:
    """Its coordinators keep a network's list of members; administrators can too."""
    return can_coordinate(person, network)


def can_reach(person: Person, other: Person, circle: Circle) -> bool:
    """Address and telephone are for oneself, administrators, coordinators, and those who share a network today.

    Library managers reach those who work in their own municipality.
    """
    if person.is_administrator or person.id == other.id:
        return True
    leads = leads_libraries_of(person, other.municipality_id)
    return other.is_open and (leads or circle.coordinates or other.id in circle.people)
