"""Who represents whom in a network, municipality by municipality, and who is missing."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from app import db
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.places.models import Municipality


@dataclass(slots=True)
class Place:
    """One municipality's people in a network."""

    municipality: Municipality
    ordinary: list[Membership] = field(default_factory=list)
    deputies: list[Membership] = field(default_factory=list)

    @property
    def is_missing(self) -> bool:
        """Whether nobody takes part from there."""
        return not self.ordinary and not self.deputies


def representatives(network: Network, *, on: date) -> list[Place]:
    """Return every municipality in Swedish order with its people in the network that day. Guests are not counted."""
    found = db.session.scalars(select(Municipality).order_by(Municipality.sort_key)).all()
    places = {each.id: Place(each) for each in found}
    seen: set[object] = set()
    for membership in network.memberships:
        place = places.get(membership.person.municipality_id) if membership.person.municipality_id else None
        if place is None or membership.role is Role.GUEST or not membership.is_active_on(on):
            continue
        if membership.person_id in seen:
            continue
        seen.add(membership.person_id)
        (place.deputies if membership.standing is Standing.DEPUTY else place.ordinary).append(membership)
    return list(places.values())
