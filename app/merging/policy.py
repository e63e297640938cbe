"""Who may merge people."""

from app.people.models import Person


def can_merge(person: Person) -> bool:
    """Administrators merge two accounts of the same person."""
    return person.is_administrator
