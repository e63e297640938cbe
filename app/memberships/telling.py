"""Whom memberships are told to by mail: coordinators, whoever asked, and the managers of a municipality.

Each letter is written when it is sent (app.mail.letters); here only who gets it and what it is about.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from app import clock, db
from app.mail.kinds import Kind
from app.mail.outbox import Receiver, post
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.policy import can_see_network
from app.people.models import Language, Person
from app.places.models import Municipality


def asked_to_join(network: Network, request_id: UUID, person: Person) -> int:
    """Tell the coordinators that somebody wants to join."""
    return post(
        Kind.JOIN_REQUESTED,
        _receivers(coordinators_of(network), but=person),
        about={"request": str(request_id)},
        network_id=network.id,
        key=f"asked {request_id}",
    )


def joined(membership: Membership) -> int:
    """Tell the coordinators that somebody has joined."""
    return _came_or_went(membership, "joined")


def left(membership: Membership) -> int:
    """Tell the coordinators that somebody has left, or will."""
    return _came_or_went(membership, "left")


def taken_in(membership: Membership, *, by: Person) -> int:
    """Tell somebody that they belong to a network: their request was approved, or they were appointed."""
    about = {"membership": str(membership.id)}
    receivers = _receivers([membership.person], but=by)
    return post(Kind.APPROVED, receivers, about=about, network_id=membership.network_id, key=f"in {membership.id}")


def declined(network: Network, request_id: UUID, person: Person) -> int:
    """Tell somebody that their request was declined, and the word that came with it."""
    about = {"request": str(request_id)}
    return post(
        Kind.DECLINED, _receivers([person]), about=about, network_id=network.id, key=f"declined {request_id}"
    )  # fmt: skip


def seat_is_vacant(network: Network, place: Municipality, membership: Membership, *, by: Person) -> int:
    """Tell a municipality's managers that a seat will be vacant, those to whom the network exists."""
    about = {"network": str(network.id), "municipality": str(place.id), "membership": str(membership.id)}
    who = [each for each in managers_of(place) if can_see_network(each, network)]
    return post(Kind.VACANCY, _receivers(who, but=by), about=about, key=f"vacant {membership.id}")


def much_to_hand_over(
    person: Person, places: Iterable[Municipality], *, by: Person, why: str, seats: bool = True
) -> int:
    """Tell the managers of some municipalities that somebody leaves much. why: moved or closed; seats: also these."""
    told = 0
    for place in places:
        about = {"person": str(person.id), "municipality": str(place.id), "why": why, "seats": "yes" if seats else "no"}
        key = f"handover {person.id} {place.id} {clock.now().isoformat()}"
        told += post(Kind.HANDOVER, _receivers(managers_of(place), but=by), about=about, key=key)
    return told


def needs_a_coordinator(network: Network, *, by: Person) -> int:
    """Tell the administrators that a network's last coordinator wants to leave and has nobody to take over."""
    found = select(Person).where(Person.is_administrator, Person.closed_at.is_(None)).order_by(Person.id)
    about = {"person": str(by.id), "network": str(network.id), "why": "alone"}
    key = f"alone {by.id} {network.id} {clock.today().isoformat()}"
    return post(Kind.HANDOVER, _receivers(db.session.scalars(found), but=by), about=about, key=key)


def coordinators_of(network: Network) -> list[Person]:
    """Return who coordinates a network today, with open accounts."""
    today = clock.today()
    rows = (each for each in network.memberships if each.role is Role.COORDINATOR and each.is_active_on(today))
    return list(dict.fromkeys(each.person for each in rows if each.person.is_open))


def managers_of(place: Municipality) -> list[Person]:
    """Return who leads a municipality's libraries."""
    here = (Person.municipality_id == place.id) & Person.is_manager & Person.closed_at.is_(None)
    return list(db.session.scalars(select(Person).where(here).order_by(Person.sort_key, Person.id)))


def _came_or_went(membership: Membership, how: str) -> int:
    network = membership.network
    about = {"membership": str(membership.id), "how": how}
    receivers = _receivers(coordinators_of(network), but=membership.person)
    return post(Kind.JOINED, receivers, about=about, network_id=network.id, key=f"{how} {membership.id}")


def _receivers(people: Iterable[Person], *, but: Person | None = None) -> list[Receiver]:
    others = (each for each in people if but is None or each.id != but.id)
    return [
        Receiver(each.id, each.email, each.name, each.language or Language.SWEDISH, ()) for each in others
    ]  # fmt: skip
