"""What a network's page says to each reader about becoming a member."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.joining import policy, queries
from app.joining.models import JoinRequest
from app.memberships.telling import managers_of
from app.networks.kinds import Admission
from app.networks.models import Network
from app.people.models import Person


@dataclass(frozen=True, slots=True)
class Joining:
    """How one becomes a member, what one has asked for, and who waits for an answer."""

    may_join: bool
    may_ask: bool
    may_leave: bool
    asked: JoinRequest | None = None
    """What the reader has asked for, waiting or answered."""
    appointed_by: Sequence[Person] | None = None
    """Who appoints from the reader's municipality, where members are appointed and the reader is none."""
    waiting: Sequence[JoinRequest] = ()


def joining_in(network: Network, reader: Person) -> Joining:
    """Return what the page of a network says about joining; two statements at most."""
    may_leave = policy.can_leave(reader, network)
    outside = not may_leave and network.archived_at is None
    managers: Sequence[Person] | None = None
    if outside and network.admission is Admission.APPOINTMENT:
        managers = managers_of(reader.municipality) if reader.municipality else ()
    may_ask = policy.can_ask(reader, network)
    return Joining(
        may_join=policy.can_join(reader, network),
        may_ask=may_ask,
        may_leave=may_leave,
        asked=queries.own_request(reader, network) if may_ask else None,
        appointed_by=managers,
        waiting=queries.waiting_in(network) if policy.can_answer_requests(reader, network) else (),
    )
