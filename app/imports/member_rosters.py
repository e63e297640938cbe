"""The memberships of the networks that a list changes: each network's read once, and kept up to date."""

from uuid import UUID

from app.memberships import rows
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.people.models import Person


class Rosters:
    """What the rules of memberships look at, found without going through a whole network for each row of a list."""

    def __init__(self) -> None:
        self._read: set[UUID] = set()
        self._of_person: dict[tuple[UUID, UUID], list[Membership]] = {}
        self._coordinators: dict[UUID, list[Membership]] = {}

    def kept(self, network: Network, person: Person) -> list[Membership]:
        """Return a person's own memberships of a network and all its coordinators'; nobody else changes them."""
        if network.id not in self._read:
            self._read.add(network.id)
            for each in rows.all_of(network):
                self.add(each)
        own = self._of_person.get((network.id, person.id), [])
        return [*own, *(each for each in self._coordinators.get(network.id, []) if each.person_id != person.id)]

    def add(self, membership: Membership) -> None:
        """Let later rows know of a membership that has begun."""
        self._of_person.setdefault((membership.network_id, membership.person_id), []).append(membership)
        if membership.role is Role.COORDINATOR:
            self._coordinators.setdefault(membership.network_id, []).append(membership)
