"""The rows behind the rules: read while nobody else changes them, begun and ended, each in the log."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import db
from app.audit.actions import What, record
from app.memberships.rules import Term
from app.networks.models import Membership, Network
from app.people.models import Person


def all_of(network: Network) -> Sequence[Membership]:
    """Return the network's memberships as they are now; until the request ends nobody else changes them."""
    db.session.execute(select(Network.id).where(Network.id == network.id).with_for_update(key_share=True))
    found = select(Membership).where(Membership.network_id == network.id).options(joinedload(Membership.person))
    fresh = found.order_by(Membership.starts_on, Membership.id).execution_options(populate_existing=True)
    return db.session.scalars(fresh).all()


def begun(network: Network, person: Person, term: Term, *, by: Person) -> Membership:
    """Begin a row; it is written with whatever else is, by the next flush."""
    row = Membership(
        network_id=network.id,
        network=network,
        person_id=person.id,
        person=person,
        role=term.role,
        standing=term.standing,
        municipality_id=term.municipality_id or person.municipality_id,
        starts_on=term.starts_on,
        ends_on=term.ends_on,
        created_by_id=by.id,
    )
    db.session.add(row)
    _log(row, by, "begun")
    return row


def ended(row: Membership, last_day: date, *, by: Person) -> None:
    """End a row after a day, by the next flush; a day before its first says that it never applied."""
    row.ends_on, row.ended_by_id = last_day, by.id
    _log(row, by, "struck" if row.never_applied else "ended")


def _log(row: Membership, by: Person, how: str) -> None:
    record(
        What.MEMBERSHIP_CHANGED,
        by=(by.id, by.name),
        subject=f"{row.person.name}, {row.network.name}",
        subject_id=row.person_id,
        how=how,
        role=row.role.value,
        starts_on=row.starts_on.isoformat(),
        ends_on=row.ends_on.isoformat() if row.ends_on else "",
    )
