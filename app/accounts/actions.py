"""Signing in with a password, and changing it. What is slow comes first, what is written comes after."""

from dataclasses import dataclass
from uuid import UUID

from app import db
from app.accounts import links, passwords, queries, sign_ins, tries
from app.accounts.password_rules import check, words_about
from app.audit.actions import What, record
from app.audit.apart import note
from app.organisation.queries import organisation_name
from app.people.addresses import clean_address
from app.people.models import Person
from app.wording import N_, Refusal


class WrongPassword(Refusal):
    """The address and the password do not belong together; which of them is wrong is not said."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Somebody has shown that they know a person's password."""

    person_id: UUID
    kept: str
    """The hash that it was compared with."""
    renewed: str | None
    """The hash to keep from now on, where the old one was made with yesterday's parameters."""
    account: str
    """What the tries were counted under."""


def account_of(email: str) -> str:
    """Return what tries at an address are counted under."""
    return tries.account_key("sign-in", clean_address(email))


def prove(email: str, password: str, *, address: str, known_as: str | None = None) -> Proof:
    """Compare a password. Slow; writes only through transactions of its own. Raises WrongPassword or TooManyTries.

    address: the network address it comes from; known_as: what the tries of a known device are counted under.
    """
    account = known_as or account_of(email)
    tries.begin(account, address="" if known_as else address)
    person = queries.person_by_email(email)
    usable = person is not None and person.is_open
    kept = person.password_hash if person is not None and usable else None
    if not passwords.is_right(kept, password) or person is None or kept is None:
        about, about_id = (person.name, person.id) if person is not None else ("", None)
        note(What.SIGN_IN_REFUSED, by=(None, ""), subject=about, subject_id=about_id, address=address)
        raise WrongPassword(N_("E-postadressen och lösenordet hör inte ihop. Skriv dem en gång till."))
    renewed = passwords.hash_password(password) if passwords.is_outdated(kept) else None
    return Proof(person_id=person.id, kept=kept, renewed=renewed, account=account)


def let_in(proof: Proof) -> Person:
    """Return the person to sign in, in a transaction that may write. Raises WrongPassword if all has just changed."""
    person = _still(proof)
    if proof.renewed is not None:
        person.password_hash = proof.renewed
    tries.forget(proof.account)
    record(What.SIGNED_IN, by=(person.id, person.name))
    db.session.flush()
    return person


def new_hash(person: Person, password: str) -> str:
    """Return what is kept of a new password, if it is good enough. Slow. Raises WeakPassword."""
    check(password, known=words_about(person, organisation=organisation_name()))
    return passwords.hash_password(password)


def confirm(person: Person, password: str) -> Proof:
    """Make sure it is the person's own password before it is changed. Slow. Raises WrongPassword or TooManyTries."""
    account = tries.account_key("own password", str(person.id))
    tries.begin(account)
    if not passwords.is_right(person.password_hash, password) or person.password_hash is None:
        raise WrongPassword(N_("Det är inte ditt nuvarande lösenord. Skriv det en gång till."))
    return Proof(person_id=person.id, kept=person.password_hash, renewed=None, account=account)


def replace_password(proof: Proof, kept: str) -> Person:
    """Put a new password's hash in place of the one just confirmed. Raises WrongPassword if it has just changed."""
    person = _still(proof)
    tries.forget(proof.account)
    set_password(person, kept)
    return person


def set_password(person: Person, kept: str) -> None:
    """Let a new password apply from now on: every sign-in of the person ends, on this device too, and every link."""
    person.password_hash = kept
    links.end_links(person)
    sign_ins.end_all_sign_ins(person)
    tries.forget(account_of(person.email))
    record(What.PASSWORD_CHANGED, by=(person.id, person.name))
    db.session.flush()


def _still(proof: Proof) -> Person:
    person = queries.person_again(proof.person_id)
    if not person.is_open or person.password_hash != proof.kept:
        raise WrongPassword(N_("Kontot har just ändrats. Ladda om sidan och försök en gång till."))
    return person
