"""Asking for a new password, so that nobody learns from the answer who has an account here."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from app import db
from app.accounts import links, queries, tries
from app.accounts.invitations import send_link
from app.accounts.models import ResetWish
from app.audit.actions import What, record
from app.people.addresses import clean_address
from app.people.models import Person

AT_ONCE = 200
TOO_OLD = timedelta(days=1)
"""Who asked so long ago has given up, or asked again."""


def may_ask(email: str, *, address: str) -> bool:
    """Count that somebody asks, and return whether it is to be heard; writes through transactions of its own.

    Counted as sign-in tries are, per account and per network address (address), but never told: known or unknown, heard
    or not, the page says the same.
    """
    try:
        tries.begin(tries.account_key("reset", clean_address(email)), address=f"reset {address}")
    except tries.TooManyTries:
        return False
    return True


def wish(email: str) -> None:
    """Keep the wish for the worker. The same whatever the address: what follows is done where nobody waits."""
    db.session.add(ResetWish(email=clean_address(email)))
    db.session.flush()


def answer_wishes(*, at: datetime, by_mail: bool) -> int:
    """Post the letters that were wished for, and return how many wishes there were. Two workers share them.

    by_mail: whether letters can be sent at all; else the wishes are let go. Costs one read when there are none.
    """
    db.begin(writing=False)
    if db.session.scalars(select(ResetWish.id).limit(1)).first() is None:
        return 0
    db.begin(writing=True)
    waiting = select(ResetWish).where(ResetWish.asked_at >= at - TOO_OLD).order_by(ResetWish.asked_at, ResetWish.id)
    wishes = db.session.scalars(waiting.limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    for email in dict.fromkeys(each.email for each in wishes):
        person = queries.person_by_email(email)
        if by_mail and person is not None and person.is_open:
            _answer(person)
    gone = [each.id for each in wishes]
    db.session.execute(delete(ResetWish).where(ResetWish.id.in_(gone) | (ResetWish.asked_at < at - TOO_OLD)))
    return len(gone)


def _answer(person: Person) -> None:
    links.end_mailed_links(person)
    send_link(person)
    record(What.RESET_ASKED, by=(None, ""), subject=person.name, subject_id=person.id)
