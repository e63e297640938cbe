"""What else a meeting's members have at the same time, as the meeting's page tells it."""

from dataclasses import dataclass

from sqlalchemy import Boolean, ColumnElement, Date, Uuid, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from app import clock, db
from app.db import UtcDateTime
from app.meetings.models import Meeting
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import active_on, open_or_own
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion, occasion_hosts
from app.occasions.queries import AT_A_GLANCE, touching
from app.occasions.span import LONGEST
from app.people.models import Person

MOST = 3

_ours, _theirs, _mine = aliased(Membership), aliased(Membership), aliased(Membership)
_lead, _hosts = aliased(Network), occasion_hosts.alias()
_today = bindparam("today", type_=Date)
_since, _start, _end = (bindparam(name, type_=UtcDateTime) for name in ("since", "start", "end"))


@dataclass(frozen=True, slots=True)
class AtOnce:
    """What some of a meeting's members have at the same time, and the name of a network they have it in.

    It is the one that leads, or, where that does not exist for the reader, the first that does.
    """

    occasion: Occasion
    network: str


def clashes_for(person: Person, meeting: Meeting) -> list[AtOnce]:
    """Return called occasions, at most MOST, that some of the meeting's members have then in networks one can see."""
    this = meeting.occasion
    values = {
        "this": this.id,
        "since": this.starts_at - LONGEST,
        "start": this.starts_at,
        "end": this.ends_at,
        "today": clock.today(),
        "me": person.id,
        "sees_all": person.is_administrator,
    }
    return [AtOnce(*row) for row in db.session.execute(_AT_ONCE, values)]


def _i_see(network: type[Network]) -> ColumnElement[bool]:
    seen = open_or_own(bindparam("me", type_=Uuid), on=_today, network=network, membership=_mine)
    return or_(bindparam("sees_all", type_=Boolean), seen)


_shares_members = exists().where(
    occasion_hosts.c.occasion_id == Occasion.id,
    occasion_hosts.c.network_id == Network.id,
    _i_see(Network),
    _theirs.network_id == Network.id,
    _theirs.role != Role.GUEST,
    active_on(_today, _theirs),
    _ours.person_id == _theirs.person_id,
    _ours.network_id == _hosts.c.network_id,
    _hosts.c.occasion_id == bindparam("this", type_=Uuid),
    _ours.role != Role.GUEST,
    active_on(_today, _ours),
)
_first_seen = (
    select(Network.name)
    .join(occasion_hosts, occasion_hosts.c.network_id == Network.id)
    .where(occasion_hosts.c.occasion_id == Occasion.id, _i_see(Network))
    .order_by(Network.sort_key)
    .limit(1)
    .scalar_subquery()
)
_AT_ONCE = (  # made once: making it for each request takes longer than the database needs to answer
    select(Occasion, func.coalesce(_lead.name, _first_seen))
    .outerjoin(_lead, and_(_lead.id == Occasion.lead_id, _i_see(_lead)))
    .where(
        Occasion.state == OccasionState.CALLED,
        Occasion.id != bindparam("this", type_=Uuid),
        touching(_start, _end, since=_since),
        _shares_members,
    )
    .order_by(Occasion.starts_at, Occasion.id)
    .limit(MOST)
    .options(AT_A_GLANCE)
)
