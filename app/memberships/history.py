"""What somebody is and was, network by network: member since when, and in which roles over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.networks.models import Membership, Network

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Belonging:
    """Somebody in one network: what they are on a day, and since when without a break."""

    network: Network
    since: date
    memberships: Sequence[Membership]


def member_since(day: date, memberships: Iterable[Membership]) -> date | None:
    """Return the first day of the unbroken time that holds a day, whatever the roles; None if that day has none."""
    kept = [each for each in memberships if not each.never_applied]
    here = [each.starts_on for each in kept if each.is_active_on(day)]
    if not here:
        return None
    first = min(here)
    while True:
        earlier = [each for each in kept if each.starts_on < first and (each.ends_on or date.max) >= first - DAY]
        if not earlier:
            return first
        first = min(each.starts_on for each in earlier)


def belongings_on(day: date, memberships: Sequence[Membership]) -> list[Belonging]:
    """Return the networks somebody belongs to on a day, in Swedish order. memberships: all of the person's, ever."""
    networks = sorted({each.network for each in memberships}, key=lambda each: (each.sort_key, str(each.id)))
    found = []
    for network in networks:
        rows = [each for each in memberships if each.network is network]
        since = member_since(day, rows)
        if since is not None:
            found.append(Belonging(network, since, [each for each in rows if each.is_active_on(day)]))
    return found
