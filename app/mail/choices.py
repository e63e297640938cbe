"""What each person wants to get: everything, until they switch a kind off."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, select

from app import db
from app.mail.kinds import Kind
from app.mail.models import Silence

Choice = tuple[Kind, UUID | None]
"""A kind, and the network it is about; None for kinds that are not chosen network by network."""


def without(kind: Kind) -> frozenset[tuple[UUID, UUID | None]]:
    """Return who does without a kind, and in which network; with no network, everywhere."""
    found = select(Silence.person_id, Silence.network_id).where(Silence.kind == kind)
    return frozenset((person, network) for person, network in db.session.execute(found))


def switched_off(person_id: UUID) -> set[Choice]:
    """Return what a person has switched off."""
    found = select(Silence.kind, Silence.network_id).where(Silence.person_id == person_id)
    return {(kind, network) for kind, network in db.session.execute(found)}


def switch_off(person_id: UUID, kind: Kind, network_id: UUID | None) -> None:
    """Let a person do without a kind, in one network or everywhere. Doing it again changes nothing."""
    network = network_id if kind.is_per_network else None
    if kind.is_optional and (kind, network) not in switched_off(person_id):
        db.session.add(Silence(person_id=person_id, kind=kind, network_id=network))
        db.session.flush()


def choose(person_id: UUID, *, off: Collection[Choice], among: Collection[Choice]) -> None:
    """Let exactly these of the choices a person was shown be off; what was not shown stays as it is."""
    for kind, network in among:
        same = Silence.network_id == network if network is not None else Silence.network_id.is_(None)
        if (kind, network) in off:
            switch_off(person_id, kind, network)
        else:
            db.session.execute(delete(Silence).where(Silence.person_id == person_id, Silence.kind == kind, same))
