"""Who may administer the installation."""

from app.people.models import Person


def can_administer(person: Person) -> bool:
    """Administrators look after people, places, focus areas, the organisation and the log."""
    return person.is_administrator
