"""Two meetings to come in the children's network, a draft after them, and a list of who chairs."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import clock, db
from app.meetings.models import Meeting
from app.networks.models import Network
from app.occasions import actions as occasions
from app.people.models import Person
from app.rotation import actions
from app.rotation.kinds import TurnKind
from tests.conftest import NOW

TURNS = "/networks/barn-och-unganatverket/turns"


def meet(network: Network, by: Person, *, days: int, call: bool = True) -> str:
    """Plan a meeting so many days from now and return its id."""
    begins = NOW + timedelta(days=days)
    span = occasions.timed(begins, begins + timedelta(hours=2))
    occasion = occasions.create_occasion(
        title=f"Träff {days}", span=span, hosts=[network], by=by, host_name="knutpunkt.example"
    )
    db.session.add(Meeting(id=occasion.id, occasion=occasion))
    if call:
        occasions.call(occasion)
    db.session.commit()
    return str(occasion.id)


@pytest.fixture
def chairs(world: SimpleNamespace) -> list[str]:
    """The ids of the meetings: Alice chairs the first, Bob the second, Alice the draft."""
    with clock.held_at(NOW - timedelta(days=1)):
        actions.start(world.children, TurnKind.CHAIR, [world.alice, world.bob])
    return [
        meet(world.children, world.alice, days=7), meet(world.children, world.alice, days=21),
        meet(world.children, world.alice, days=35, call=False),
    ]  # fmt: skip
