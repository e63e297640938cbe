"""One-time links with which somebody opens their account, or comes back after forgetting the password."""

from datetime import datetime

from sqlalchemy import update

from app import clock, db
from app.accounts import queries
from app.accounts.actions import set_password
from app.accounts.models import INVITATION_LASTS, Invitation
from app.audit.actions import What, record
from app.people.models import Person
from app.tokens import hash_token, new_token
from app.wording import N_, Refusal


class LinkIsSpent(Refusal):
    """The link opens nothing more: it has been used, a newer one has been made, or its time has run out."""


class LinkIsUnknown(Refusal):
    """There never was such a link."""


class AccountIsClosed(Refusal):
    """Nobody is invited to a closed account."""


def invite(person: Person, *, by: Person | None) -> str:
    """Make a link and return its secret, to be shown once; links made before and not used die.

    by: who invites; None for the first administrator of a new installation. Raises AccountIsClosed.
    """
    if not person.is_open:
        raise AccountIsClosed(N_("Kontot är stängt. Öppna det igen innan du bjuder in"))
    db.session.flush()
    end_links(person)
    token, now = new_token(), clock.now()
    db.session.add(
        Invitation(
            person_id=person.id,
            token_hash=hash_token(token),
            created_at=now,
            expires_at=now + INVITATION_LASTS,
            invited_by_id=by.id if by is not None else None,
        )
    )
    who = (by.id, by.name) if by is not None else (None, "")
    record(What.INVITED, by=who, subject=person.name, subject_id=person.id)
    db.session.flush()
    return token


def invited_by_link(token: str, *, at: datetime) -> Person:
    """Return whose account a link opens. Raises LinkIsUnknown or LinkIsSpent, with what to do."""
    return _usable(queries.invitation_by(token), at).person


def accept(token: str, kept: str, *, at: datetime) -> Person:
    """Open the account with the hash of the chosen password; the link dies. Raises LinkIsUnknown or LinkIsSpent.

    Of two who send the same link at once, one opens the account.
    """
    invitation = _usable(queries.invitation_by(token, for_update=True), at)
    invitation.used_at = at
    person = invitation.person
    if not person.has_signed_up:
        record(What.ACCOUNT_OPENED, by=(person.id, person.name))
    set_password(person, kept)
    record(What.SIGNED_IN, by=(person.id, person.name))
    return person


def end_links(person: Person) -> None:
    """Let every unused link of a person die: a newer one is made, or the account is closed."""
    unused = update(Invitation).where(Invitation.person_id == person.id, Invitation.used_at.is_(None))
    db.session.execute(unused.where(Invitation.expires_at > clock.now()).values(expires_at=clock.now()))


def _usable(invitation: Invitation | None, at: datetime) -> Invitation:
    if invitation is None:
        raise LinkIsUnknown(N_("Kontrollera att hela länken kom med. Be annars den som bjöd in dig om en ny."))
    if invitation.used_at is not None:
        raise LinkIsSpent(N_("Länken har redan använts. Logga in med lösenordet som valdes då."))
    if not invitation.is_valid_at(at) or not invitation.person.is_open:
        raise LinkIsSpent(N_("Länken gäller inte längre. Be den som bjöd in dig om en ny."))
    return invitation
