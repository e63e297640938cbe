"""Who may change the pages that everyone may read."""

from app.people.models import Person


def can_change_statements(person: Person | None) -> bool:
    """Administrators answer for what stands there. Reading it is open to everyone, signed in or not."""
    return person is not None and person.is_administrator
