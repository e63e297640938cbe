"""The network behind a room's address: found, and its door asked."""

from app.accounts.current import me
from app.networks.models import Network
from app.networks.queries import network_for
from app.rooms.policy import can_keep_room
from app.web.guard import authorize
from app.wording import N_

ONLY_COORDINATORS = N_("Bara samordnaren kan ändra här, och inte när nätverket är vilande.")


def network_to_read(slug: str) -> Network:
    """Return a network the person sees. Raises NoResultFound."""
    return network_for(me(), slug)


def network_to_keep(slug: str) -> Network:
    """Return a network whose room the person keeps. Raises NoResultFound and NotAllowed."""
    network = network_for(me(), slug)
    authorize(can_keep_room(me(), network), ONLY_COORDINATORS)
    return network
