"""Who may look after municipalities and libraries."""

from app.people.models import Person


def can_manage_places(person: Person) -> bool:
    """Administrators add and rename municipalities and libraries."""
    return person.is_administrator
