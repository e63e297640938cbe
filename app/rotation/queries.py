"""Networks' turn lists as they stand: one statement for all of them, however long they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import contains_eager, selectinload

from app import clock, db
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.models import Occasion
from app.occasions.queries import AT_A_GLANCE
from app.people.models import Person
from app.places.models import Municipality
from app.rotation.kinds import Place, TurnKind
from app.rotation.models import Turn, TurnList
from app.rotation.standing import Standing

_ORDER = list(TurnKind)
_LISTS = (  # made once: the page of every meeting that is called asks it
    select(TurnList, Occasion, Turn)
    .outerjoin(
        Occasion,
        and_(
            Occasion.lead_id == TurnList.network_id,
            Occasion.kind == OccasionKind.MEETING,
            Occasion.state != OccasionState.CANCELLED,
            Occasion.starts_at >= TurnList.counted_from,
        ),
    )
    .outerjoin(Turn, and_(Turn.occasion_id == Occasion.id, Turn.list_id == TurnList.id))
    .where(TurnList.network_id.in_(bindparam("networks", expanding=True)))
    .order_by(Occasion.starts_at, Occasion.id, Turn.settled_at, Turn.id)
    .limit(2_000)
    .options(AT_A_GLANCE)
)
"""Networks' lists, the meetings they lead that these are about, in order of time, and what was settled for each."""


def lists_of(network: Network, *, anew: bool = False) -> list[Standing]:
    """Return the lists of a network whose memberships are loaded, with whose turn each coming meeting is.

    anew: also what has been read before, since somebody else may have changed it.
    """
    return lists_in([network], anew=anew)


def lists_in(networks: Sequence[Network], *, anew: bool = False) -> list[Standing]:
    """Return the same of several networks, in their order: one statement however many."""
    known = {"networks": [each.id for each in networks]}
    rows = db.session.execute(_LISTS, known, execution_options={"populate_existing": anew}).all()
    kept = sorted({row[0] for row in rows}, key=lambda each: _ORDER.index(each.kind))
    theirs = [(each, network) for network in networks for each in kept if each.network_id == network.id]
    return [_standing(each, network, [row for row in rows if row[0] is each]) for each, network in theirs]


def turns_at(occasion: Occasion, hosts: Sequence[Network]) -> list[tuple[TurnKind, Place]]:
    """Return whose turn it is at a meeting, by the lists of the network that leads it, if that is among the hosts."""
    lead = next((each for each in hosts if each.id == occasion.lead_id), None)
    if lead is None:
        return []
    found = [(each.kind, each.at(occasion)) for each in lists_of(lead)]
    return [(kind, place) for kind, place in found if place is not None]


def list_to_change(network: Network, kind: TurnKind) -> Standing:
    """Return one list as it is now; until the request ends nobody else changes it. Raises NoResultFound."""
    this = (TurnList.network_id == network.id, TurnList.kind == kind)
    db.session.execute(select(TurnList.id).where(*this).with_for_update()).one()
    return next(each for each in lists_of(network, anew=True) if each.kind is kind)


def those_who_could(
    network: Network, kind: TurnKind, places: Sequence[Municipality]
) -> Sequence[Person | Municipality]:
    """Return who could be on a list today, in Swedish order: members, or municipalities that somebody comes from."""
    today = clock.today()
    kept = [each for each in network.memberships if each.role is not Role.GUEST and each.is_active_on(today)]
    if kind.is_of_places:
        from_there = {each.municipality_id for each in kept}
        return [each for each in places if each.id in from_there]
    return sorted({each.person for each in kept}, key=lambda each: (each.sort_key, str(each.id)))


def history_of(network: Network, *, most: int = 40) -> Sequence[tuple[TurnKind, Turn]]:
    """Return who had the turn at meetings that have begun, and who was passed over, the latest meeting first."""
    found = (
        select(TurnList.kind, Turn)
        .join(Turn, Turn.list_id == TurnList.id)
        .join(Turn.occasion)
        .where(TurnList.network_id == network.id, Occasion.starts_at <= clock.now())
        .where(Occasion.state == OccasionState.CALLED)
        .options(contains_eager(Turn.occasion))
        .order_by(Occasion.starts_at.desc(), TurnList.kind, Turn.is_skipped, Turn.name, Turn.id)
    )
    return [(kind, turn) for kind, turn in db.session.execute(found.limit(most)).all()]


def networks_with_turns(*, begun: datetime) -> Sequence[Network]:
    """Return the networks where a meeting has begun since a list was last counted from, with their people."""
    due = (
        select(TurnList.network_id)
        .join(Occasion, Occasion.lead_id == TurnList.network_id)
        .where(Occasion.kind == OccasionKind.MEETING, Occasion.state == OccasionState.CALLED)
        .where(Occasion.starts_at >= TurnList.counted_from, Occasion.starts_at <= begun)
        .where(~select(Turn.id).where(Turn.list_id == TurnList.id, Turn.occasion_id == Occasion.id,
                                      ~Turn.is_skipped).exists())
    )  # fmt: skip
    people = selectinload(Network.memberships).joinedload(Membership.person, innerjoin=True)
    return db.session.scalars(select(Network).where(Network.id.in_(due)).options(people).order_by(Network.id)).all()


def _standing(rota: TurnList, network: Network, rows: Sequence[Any]) -> Standing:
    meetings = dict.fromkeys(occasion for _, occasion, _turn in rows if occasion is not None)
    return Standing(rota, network, list(meetings), [turn for _, _occasion, turn in rows if turn is not None])
