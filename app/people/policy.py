"""Who may look after people's accounts, and who leads whose libraries."""

from uuid import UUID

from app.people.models import Person


def can_manage_people(person: Person) -> bool:
    """Administrators invite people, change their data, and close and open accounts."""
    return person.is_administrator


def leads_libraries_of(person: Person, place: UUID | None) -> bool:
    """A library manager leads the libraries of the own municipality, and those who work there."""
    return person.is_manager and place is not None and person.municipality_id == place
