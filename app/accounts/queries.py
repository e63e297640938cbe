"""Finding accounts, their sign-ins and their invitations."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import clock, db
from app.accounts.models import Invitation, SignIn
from app.accounts.sign_ins import STAYS, is_fresh
from app.people.addresses import clean_address
from app.people.models import Person
from app.tokens import hash_token


def person_by_email(email: str) -> Person | None:
    """Return the person with this address, however its letters were typed."""
    return db.session.scalars(select(Person).where(Person.email == clean_address(email))).one_or_none()


def person_again(person_id: UUID) -> Person:
    """Return the person as they are now, in the transaction that has just begun. Raises NoResultFound."""
    return db.session.scalars(
        select(Person).where(Person.id == person_id).with_for_update().execution_options(populate_existing=True)
    ).one()


def sign_ins_of(person: Person, *, at: datetime | None = None) -> Sequence[SignIn]:
    """Return where a person is signed in, the latest used first, at most a hundred."""
    moment = at or clock.now()
    newer = SignIn.created_at > moment - STAYS
    found = select(SignIn).where(SignIn.person_id == person.id, newer).order_by(SignIn.seen_at.desc(), SignIn.id)
    return [each for each in db.session.scalars(found.limit(100)) if is_fresh(each, at=moment)]


def sign_in_of(person: Person, sign_in_id: UUID) -> SignIn:
    """Return one of a person's own sign-ins; those of others do not exist: raises NoResultFound."""
    return db.session.scalars(select(SignIn).where(SignIn.id == sign_in_id, SignIn.person_id == person.id)).one()


def invitation_by(token: str, *, for_update: bool = False) -> Invitation | None:
    """Return the invitation of a link's secret, used or not, or nothing if there never was one."""
    found = (
        select(Invitation)
        .where(Invitation.token_hash == hash_token(token))
        .options(joinedload(Invitation.person, innerjoin=True))
    )
    if for_update:
        found = found.with_for_update(of=Invitation).execution_options(populate_existing=True)
    return db.session.scalars(found).one_or_none()
