"""The members of networks as those who get letters."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app import db
from app.mail.outbox import Receiver
from app.networks.kinds import Role
from app.networks.models import Membership
from app.networks.queries import active_on
from app.people.models import Language, Person

_TOLD = (
    select(Membership.network_id, Person.id, Person.email, Person.given_name, Person.family_name, Person.language)
    .join(Person, Person.id == Membership.person_id)
    .where(Person.closed_at.is_(None))
    .order_by(Person.sort_key, Person.id, Membership.network_id)
)


def members_as_receivers(
    network_ids: Collection[UUID], *, on: date, but: Person | None = None, with_guests: bool = False
) -> list[Receiver]:
    """Return who belongs to the networks on a day and has an open account, each once, in one statement.

    Each with the networks it comes through. but: the one who knows already, since they did it.
    """
    found = _TOLD.where(Membership.network_id.in_(network_ids), active_on(on))
    if not with_guests:
        found = found.where(Membership.role != Role.GUEST)
    if but is not None:
        found = found.where(Person.id != but.id)
    people, through = {}, defaultdict[UUID, dict[UUID, None]](dict)
    for row in db.session.execute(found):
        people[row.id] = row
        through[row.id][row.network_id] = None
    return [_receiver(row, through[row.id]) for row in people.values()]


def _receiver(row: Any, through: Iterable[UUID]) -> Receiver:
    name, language = f"{row.given_name} {row.family_name}".strip(), row.language or Language.SWEDISH
    return Receiver(row.id, row.email, name, language.value, tuple(through))
