"""Two published meetings: the children's with promises and decisions, the closed group's with one of each."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from app import db
from app.followup import actions as followup
from app.followup.actions import Promise
from app.minutes import actions as minutes
from app.minutes import publishing
from app.networks.models import Network
from app.people.models import Person
from tests.conftest import NOW
from tests.minutes.writing import call_meeting

Publish = Callable[..., None]


@pytest.fixture
def publish(world: SimpleNamespace) -> Publish:
    """Hold a meeting and publish what it decided and what was promised."""

    def held(
        network: Network, *, decisions: tuple[str, ...] = (), promises: tuple[Promise, ...] = (), days_ago: int = 1
    ) -> None:
        meeting = call_meeting(db.session.merge(network), starts_at=NOW - timedelta(days=days_ago))
        alice = db.session.get_one(Person, world.alice.id)
        minutes.begin(meeting, by=alice)
        for text in decisions:
            followup.add_decision(meeting, meeting.items[2], text)
        for promise in promises:
            followup.add_action(meeting, meeting.items[2], promise)
        publishing.publish(meeting, by=alice)
        db.session.commit()

    return held


@pytest.fixture
def promised(world: SimpleNamespace, publish: Publish) -> None:
    """What Bob and others have promised."""
    bob, alice = world.bob, world.alice
    publish(world.children, promises=(
        Promise("Boka lokal", bob, due_on=date(2026, 11, 30)),
        Promise("Fråga skolan", bob),
        Promise("Skicka mallen", bob, due_on=date(2026, 11, 1)),
        Promise("Räkna hyllor", owner_text="Alla kommuner", due_on=date(2026, 11, 12)),
        Promise("Skriva brevet", alice),
    ))  # fmt: skip
    publish(world.secret, promises=(Promise("Tyst uppdrag", alice),), decisions=("hålla tyst",))
