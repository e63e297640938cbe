"""The seats that municipalities have in a network on a day: filled by a membership, or vacant.

A seat is not a row of its own: the network says how many there are, the memberships say who sits in them. So no order
of joining, ending and correcting can leave the two telling different things.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.places.models import Municipality


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of a municipality in a network, on a day."""

    network: Network
    municipality: Municipality
    standing: Standing
    membership: Membership | None
    """Who sits in it; nobody when it is vacant."""
    vacant_since: date | None = None
    """The first day without anybody, for a vacant seat that somebody has had."""

    @property
    def is_vacant(self) -> bool:
        """Whether nobody sits in it."""
        return self.membership is None


def seats_on(
    day: date, network: Network, places: Iterable[Municipality], memberships: Iterable[Membership]
) -> list[Seat]:
    """Return every seat of a network on a day: municipality by municipality, ordinary before deputy.

    places: in the order wanted. memberships: all of the network's, ever. A municipality that has sent more people than
    it has seats gets a seat for each of them.
    """
    theirs: defaultdict[tuple[UUID, Standing], list[Membership]] = defaultdict(list)
    for each in memberships:
        standing = standing_of(each)
        if each.municipality_id is not None and standing is not None and not each.never_applied:
            theirs[each.municipality_id, standing].append(each)
    promised = {Standing.ORDINARY: network.ordinary_seats, Standing.DEPUTY: network.deputy_seats}
    return [
        seat
        for place in places
        for standing, number in promised.items()
        for seat in _seats(day, network, place, standing, number, theirs[place.id, standing])
    ]


def standing_of(membership: Membership) -> Standing | None:
    """Return the kind of seat a membership fills: an ordinary one unless it says otherwise; a guest has none."""
    if membership.role is Role.GUEST:
        return None
    return membership.standing or Standing.ORDINARY


def before_and_after(memberships: Iterable[Membership], *, on: date) -> tuple[list[Membership], list[Membership]]:
    """Return who sat in seats before a day, the latest first, and who will sit there later, the soonest first."""
    theirs = [each for each in memberships if standing_of(each) is not None and not each.never_applied]
    before = [each for each in theirs if each.ends_on is not None and each.ends_on < on]
    later = [each for each in theirs if each.starts_on > on]
    return (
        sorted(before, key=lambda each: (each.ends_on or on, each.starts_on, str(each.id)), reverse=True),
        sorted(later, key=lambda each: (each.starts_on, str(each.id))),
    )


def will_be_vacant(network: Network, place: Municipality, left: Membership, *, on: date) -> bool:
    """Whether nobody sits in a seat when somebody has left it: there may be more people than seats."""
    seats = seats_on(on, network, [place], network.memberships)
    return any(each.is_vacant and each.standing is standing_of(left) for each in seats)


def _seats(
    day: date, network: Network, place: Municipality, standing: Standing, number: int, theirs: Sequence[Membership]
) -> list[Seat]:
    sitting = list({each.person_id: each for each in theirs if each.is_active_on(day)}.values())
    sitting.sort(key=lambda each: (each.starts_on, each.id))
    filled = [Seat(network, place, standing, each) for each in sitting]
    ended = [each.ends_on for each in theirs if each.ends_on is not None and each.ends_on < day]
    since = date.fromordinal(max(ended).toordinal() + 1) if ended else None
    return filled + [Seat(network, place, standing, None, since)] * max(0, number - len(filled))
