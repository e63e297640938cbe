"""Inviting somebody, by letter or with a link to hand over, and opening the account behind the link."""

from datetime import datetime

from app import db
from app.accounts import links, queries
from app.accounts.actions import set_password
from app.accounts.kinds import Purpose
from app.accounts.models import Invitation
from app.audit.actions import What, record
from app.mail.kinds import Kind
from app.mail.outbox import post
from app.people.mailing import receiver
from app.people.models import Person
from app.tokens import new_token
from app.wording import N_, Refusal


class AccountIsClosed(Refusal):
    """Nobody is invited to a closed account."""


def invite(person: Person, *, by: Person | None) -> str:
    """Make a link and return its secret, to be shown once; links made before and not used die.

    by: who invites; None for the first administrator of a new installation. Raises AccountIsClosed.
    """
    _must_be_open(person)
    links.end_links(person)
    token = new_token()
    links.make(person, Purpose.INVITATION, token=token, by=by)
    _record(person, by)
    return token


def invite_by_mail(person: Person, *, by: Person) -> None:
    """Send somebody a letter with a link; links made before and not used die. Raises AccountIsClosed.

    Who has a password already gets a link for a new one.
    """
    _must_be_open(person)
    links.end_links(person)
    send_link(person, by=by)
    _record(person, by)


def send_link(person: Person, *, by: Person | None = None) -> Invitation:
    """Post the letter with the link that fits: to open the account, or to choose a new password."""
    purpose = Purpose.RESET if person.has_signed_up else Purpose.INVITATION
    link = links.make_for_letter(person, purpose, by=by)
    kind = Kind.RESET if purpose is Purpose.RESET else Kind.INVITATION
    post(kind, [receiver(person)], about={"link": str(link.id)}, key=link.letter_key)
    return link


def link_by(token: str, *, at: datetime) -> Invitation:
    """Return what a link opens. Raises LinkIsUnknown or LinkIsSpent, with what to do."""
    return links.must_open(queries.invitation_by(token), at=at)


def accept(token: str, kept: str, *, at: datetime) -> Person:
    """Open the account with the hash of the chosen password; the link dies. Raises LinkIsUnknown or LinkIsSpent.

    Of two who send the same link at once, one opens the account.
    """
    link = links.must_open(queries.invitation_by(token, for_update=True), at=at)
    link.used_at = at
    person = link.person
    if not person.has_signed_up:
        record(What.ACCOUNT_OPENED, by=(person.id, person.name))
    set_password(person, kept)
    record(What.SIGNED_IN, by=(person.id, person.name))
    return person


def _must_be_open(person: Person) -> None:
    if not person.is_open:
        raise AccountIsClosed(N_("Kontot är stängt. Öppna det igen innan du bjuder in."))


def _record(person: Person, by: Person | None) -> None:
    who = (by.id, by.name) if by is not None else (None, "")
    record(What.INVITED, by=who, subject=person.name, subject_id=person.id)
    db.session.flush()
