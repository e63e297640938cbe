"""Whether what a link speaks of is still there."""

from uuid import UUID

from app import db
from app.networks.models import Network
from app.people.models import Person


def is_known(person_id: UUID, network_id: UUID | None) -> bool:
    """Whether a person, and a network if one is meant, still exist."""
    if db.session.get(Person, person_id) is None:
        return False
    return network_id is None or db.session.get(Network, network_id) is not None
