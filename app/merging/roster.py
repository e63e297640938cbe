"""The memberships of two who are one: joined where they meet, before everything is moved."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import db
from app.memberships import rows
from app.memberships.actions import DAY
from app.merging import terms
from app.networks.models import Membership
from app.occasions.revisions import touch_calendars
from app.people.models import Person


def join(kept: Person, gone: Person, *, by: Person) -> list[dict[str, Any]]:
    """Strike and begin where both have the same role on the same days; the calendars of their networks change."""
    networks = {each.network_id: each.network for each in [*rows_of(kept), *rows_of(gone)]}
    for each in sorted(networks):
        rows.all_of(networks[each])
    noted: list[dict[str, Any]] = []
    for group in terms.joined(rows_of(kept), rows_of(gone)):
        for row in group.struck:
            was = f"{row.role.value} {row.starts_on} {row.ends_on or ''}".strip()
            noted.append({"column": "memberships.person_id", "how": "joined", "row": {"id": str(row.id), "was": was}})
            rows.ended(row, row.starts_on - DAY, by=by)
        for term in group.begun:
            rows.begun(networks[group.network_id], kept, term, by=by)
    db.session.flush()
    touch_calendars(set(networks))
    return noted


def rows_of(person: Person) -> Sequence[Membership]:
    """Return all that somebody is, was and will be, with the networks."""
    found = select(Membership).where(Membership.person_id == person.id).options(joinedload(Membership.network))
    return db.session.scalars(found.order_by(Membership.starts_on, Membership.id)).all()
