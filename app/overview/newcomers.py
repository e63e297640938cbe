"""Who is new in a network."""

from datetime import timedelta

from app import clock
from app.networks.models import Network
from app.people.models import Person

NEW_FOR = timedelta(days=60)
"""How long the network's page shows the way to the welcome page."""


def is_new(person: Person, network: Network) -> bool:
    """Whether somebody has belonged to a network for two months at most."""
    today = clock.today()
    theirs = [m.starts_on for m in network.memberships if m.person_id == person.id and not m.never_applied]
    return network.has_member(person) and min(theirs) > today - NEW_FOR
