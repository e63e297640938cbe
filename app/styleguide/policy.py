"""Who may look at the style guide."""

from app.people.models import Person


def can_see(person: Person) -> bool:
    """Administrators, since it says more of how Knutpunkt is made than of anybody's work."""
    return person.is_administrator
