"""Who may look after people's accounts."""

from app.people.models import Person


def can_manage_people(person: Person) -> bool:
    """Administrators invite people, change their data, and close and open accounts."""
    return person.is_administrator


def can_change_person(person: Person, other: Person) -> bool:
    """Administrators change anybody's data, addresses included; one's own is changed on one's own page too."""
    return can_manage_people(person) or person.id == other.id
