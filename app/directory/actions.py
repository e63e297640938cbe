"""Closing an account and opening it again: what ends with it, and what is kept."""

from sqlalchemy import update

from app import clock, db
from app.accounts.invitations import end_links
from app.accounts.sign_ins import end_all_sign_ins
from app.audit.actions import What, record
from app.feeds.models import Feed
from app.memberships.actions import end_all
from app.people.actions import OwnAccount, set_administrator
from app.people.models import Person
from app.wording import N_


def close_account(person: Person, *, by: Person) -> None:
    """Close an account: sign-ins, invitations and calendar links end at once, memberships today. Raises OwnAccount.

    What the person has written, promised and taken part in is kept. The second time changes nothing.
    """
    if person.id == by.id:
        raise OwnAccount(N_("Du kan inte stänga ditt eget konto. Be en annan administratör"))
    if not person.is_open:
        return
    now = clock.now()
    set_administrator(person, False, by=by)  # first: it takes its turn, so that two who close each other don't lock up
    end_all(person, by=by)
    person.closed_at = now
    db.session.flush()
    end_all_sign_ins(person)
    end_links(person)
    db.session.execute(
        update(Feed).where(Feed.person_id == person.id, Feed.revoked_at.is_(None)).values(revoked_at=now)
    )
    record(What.ACCOUNT_CLOSED, by=(by.id, by.name), subject=person.name, subject_id=person.id)


def reopen_account(person: Person, *, by: Person) -> None:
    """Open a closed account again. Memberships, calendar links and the right to administer do not come back."""
    if not person.is_open:
        person.closed_at = None
        db.session.flush()
        record(What.ACCOUNT_OPENED, by=(by.id, by.name), subject=person.name, subject_id=person.id)
