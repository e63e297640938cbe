"""What else the members have at the same time, so that a clash is seen before it is felt."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import aliased

from app import clock, db
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import active_on
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion, occasion_hosts
from app.occasions.queries import hosted_by, occasions_visible_to, touching
from app.people.models import Person


@dataclass(frozen=True, slots=True)
class Clash:
    """Something else at the same time, and how many of those who are asked it concerns."""

    occasion: Occasion
    people: int


def clashes_of(person: Person, occasion: Occasion, *, most: int = 10) -> list[Clash]:
    """Return what else the occasion's members have at that time, of what the person may see. Two statements."""
    return clashes(person, occasion.hosts, start=occasion.starts_at, end=occasion.ends_at, but=occasion.id, most=most)


def clashes(
    person: Person, hosts: Sequence[Network], *, start: datetime, end: datetime, but: UUID | None = None, most: int = 10
) -> list[Clash]:
    """Return what the hosts' members have between two moments, of what the person may see, in order of time."""
    members = {each.id for network in hosts for each in network.members_on(clock.today())}
    concerned: defaultdict[UUID, set[UUID]] = defaultdict(set)
    # Aliases, since what is visible is asked of the same tables inside.
    hosting, theirs = occasion_hosts.alias(), aliased(Membership)
    for occasion_id, member_id in db.session.execute(
        select(Occasion.id, theirs.person_id)
        .join(hosting, hosting.c.occasion_id == Occasion.id)
        .join(theirs, theirs.network_id == hosting.c.network_id)
        .where(_between(start, end), occasions_visible_to(person))
        .where(theirs.role != Role.GUEST, theirs.person_id.in_(members), active_on(clock.today(), theirs))
    ):
        concerned[occasion_id].add(member_id)
    if but is not None:
        concerned.pop(but, None)
    found = select(Occasion).where(Occasion.id.in_(concerned)).order_by(Occasion.starts_at, Occasion.id)
    others = db.session.scalars(found.limit(most)) if concerned else ()
    return [Clash(each, len(concerned[each.id])) for each in others]


def taken_by(hosts: Sequence[Network], *, start: datetime, end: datetime, most: int = 500) -> Sequence[Occasion]:
    """Return what the hosts themselves have, planned or called, between two moments, in order of time.

    For those who coordinate the hosts: drafts are there too.
    """
    found = select(Occasion).where(_between(start, end), hosted_by([each.id for each in hosts]))
    return db.session.scalars(found.order_by(Occasion.starts_at, Occasion.id).limit(most)).all()


def _between(start: datetime, end: datetime) -> ColumnElement[bool]:
    return and_(touching(start, end), Occasion.state != OccasionState.CANCELLED)
