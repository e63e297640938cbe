"""Who may look after people's accounts."""

from app.people.models import Person


def can_manage_people(person: Person) -> bool:
    """Administrators invite people, change their data, and close and open accounts."""
    return person.is_administrator
