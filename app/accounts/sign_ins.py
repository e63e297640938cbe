"""Sign-ins that last on the server: begun, found again, ended."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, delete, select, true, update
from sqlalchemy.orm import joinedload

from app import db
from app.accounts.models import SignIn
from app.organisation.models import Organisation
from app.people.models import Person
from app.tokens import hash_token, new_token

STAYS = timedelta(days=30)
IDLE = timedelta(hours=8)
AT_MOST = timedelta(hours=24)
NOTED_EVERY = timedelta(minutes=5)
_OF_TOKEN = (
    select(SignIn, Organisation)
    .outerjoin(Organisation, true())
    .where(SignIn.token_hash == bindparam("token_hash"))
    .options(joinedload(SignIn.person, innerjoin=True))
    .order_by(Organisation.id)
    .limit(1)
)
"""Asked for by every page, which says the organisation's name too. Made once, which takes longer than answering it."""


class Inside(NamedTuple):
    """Somebody's sign-in, and the organisation whose pages they read; none before it has been set up."""

    sign_in: SignIn
    organisation: Organisation | None


def begin_sign_in(person: Person, *, device: str = "", stays: bool = False) -> str:
    """Sign the person in on a device and return the secret that the device keeps."""
    token = new_token()
    db.session.add(SignIn(person=person, token_hash=hash_token(token), device=device[:200], stays=stays))
    db.session.flush()
    return token


def sign_in_for(token: str, *, at: datetime) -> Inside | None:
    """Return the sign-in of a secret, or nothing if it has ended, gone stale, or the account is closed."""
    found = db.session.execute(_OF_TOKEN, {"token_hash": hash_token(token)}).one_or_none()
    if found is None or not found[0].person.is_open or not is_fresh(found[0], at=at):
        return None
    return Inside(*found)


def is_worth_noting(sign_in: SignIn, *, at: datetime) -> bool:
    """Whether it is NOTED_EVERY or longer since the device was last seen."""
    return at - sign_in.seen_at >= NOTED_EVERY


def note_seen(sign_in_id: UUID, *, at: datetime) -> None:
    """Remember that the device was used; in a transaction of its own."""
    with db.apart() as own:
        own.execute(update(SignIn).where(SignIn.id == sign_in_id, SignIn.seen_at < at).values(seen_at=at))


def end_sign_in(token: str) -> None:
    """End one sign-in: the device's cookie is dead from now on."""
    db.session.execute(delete(SignIn).where(SignIn.token_hash == hash_token(token)))


def end_one(sign_in: SignIn) -> None:
    """End a sign-in of which the secret is not at hand: one on another device."""
    db.session.execute(delete(SignIn).where(SignIn.id == sign_in.id))


def end_all_sign_ins(person: Person, *, but: SignIn | None = None) -> None:
    """End every sign-in of a person, but perhaps the present one."""
    ended = delete(SignIn).where(SignIn.person_id == person.id)
    db.session.execute(ended if but is None else ended.where(SignIn.id != but.id))


def is_fresh(sign_in: SignIn, *, at: datetime) -> bool:
    """Whether it is still good: STAYS when asked to stay, else IDLE since it was used and AT_MOST in all."""
    if sign_in.stays:
        return at < sign_in.created_at + STAYS
    return at < sign_in.created_at + AT_MOST and at < sign_in.seen_at + IDLE
