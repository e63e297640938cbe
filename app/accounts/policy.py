"""Who may open accounts, and end sign-ins."""

from app.accounts.models import SignIn
from app.people.models import Person


def can_invite(person: Person) -> bool:
    """Administrators invite people, and give those who forgot their password a new link."""
    return person.is_administrator


def can_end_sign_in(person: Person, sign_in: SignIn) -> bool:
    """Everybody ends their own sign-ins, nobody those of others."""
    return sign_in.person_id == person.id
