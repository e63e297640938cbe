"""Who may look after the letters."""

from app.people.models import Person


def can_look_after_letters(person: Person) -> bool:
    """Administrators see to it that letters arrive, and stop them when they should not."""
    return person.is_administrator
