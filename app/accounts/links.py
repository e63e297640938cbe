"""One-time links: made, given their secret when the letter leaves, looked up, and ended."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Update, select, update

from app import clock, db
from app.accounts.kinds import Purpose
from app.accounts.models import Invitation
from app.people.models import Person
from app.tokens import hash_token, new_token
from app.wording import N_, Refusal


class LinkIsSpent(Refusal):
    """The link opens nothing more: it has been used, a newer one has been made, or its time has run out."""


class LinkIsUnknown(Refusal):
    """There never was such a link."""


def make(person: Person, purpose: Purpose, *, token: str, by: Person | None = None) -> Invitation:
    """Keep a link with this secret."""
    now = clock.now()
    link = Invitation(
        person_id=person.id,
        purpose=purpose,
        token_hash=hash_token(token),
        created_at=now,
        expires_at=now + purpose.lasts,
        invited_by_id=by.id if by is not None else None,
    )
    db.session.add(link)
    db.session.flush()
    return link


def make_for_letter(person: Person, purpose: Purpose, *, by: Person | None = None) -> Invitation:
    """Keep a link whose secret comes when the letter is written; until then it opens nothing."""
    link = make(person, purpose, token=new_token(), by=by)
    link.by_mail = True
    db.session.flush()
    return link


def give_secret(link_id: UUID, secret: str, *, at: datetime) -> Invitation | None:
    """Let the link's time begin: the letter with the secret leaves now. None when it is no longer to be sent."""
    found = select(Invitation).where(Invitation.id == link_id).with_for_update(of=Invitation)
    link = db.session.scalars(found.execution_options(populate_existing=True)).one_or_none()
    if link is None or link.used_at is not None or link.ended_at is not None or not link.person.is_open:
        return None
    link.token_hash, link.sent_at, link.expires_at = hash_token(secret), at, at + link.purpose.lasts
    db.session.flush()
    return link


def end_links(person: Person) -> None:
    """Let every unused link of a person die: a newer one is made, a password is chosen, the account is closed."""
    db.session.execute(_unused(person))


def end_mailed_links(person: Person) -> None:
    """Let the unused links that went by mail die: who asks for a letter spends nothing that an administrator gave."""
    db.session.execute(_unused(person).where(Invitation.by_mail))


def must_open(link: Invitation | None, *, at: datetime) -> Invitation:
    """Return the link if it opens something. Raises LinkIsUnknown or LinkIsSpent, with what to do."""
    if link is None:
        raise LinkIsUnknown(N_("Kontrollera att hela länken kom med. Be annars den som bjöd in dig om en ny."))
    if link.used_at is not None:
        raise LinkIsSpent(N_("Länken har redan använts. Logga in med lösenordet som valdes då."))
    if link.is_valid_at(at) and link.person.is_open:
        return link
    if link.purpose is Purpose.RESET:
        told = N_("Länken gäller inte längre. Den fungerar i 30 minuter, och bara den senaste. Be om en ny.")
        raise LinkIsSpent(told)
    raise LinkIsSpent(N_("Länken gäller inte längre. Be den som bjöd in dig om en ny."))


def _unused(person: Person) -> Update:
    db.session.flush()
    unused = update(Invitation).where(Invitation.person_id == person.id, Invitation.used_at.is_(None))
    return unused.where(Invitation.ended_at.is_(None)).values(ended_at=clock.now())
