"""Something in the children's network's calendar: Tuesday 24 November 2026, 9.30 to 12.00, called."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership
from app.occasions import actions
from app.occasions.kinds import OccasionKind
from app.occasions.models import Occasion
from app.people.models import Person

BEGINS = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
LONG = timedelta(hours=2, minutes=30)
NEW = "/networks/barn-och-unganatverket/occasions/new"


@pytest.fixture
def make(world: SimpleNamespace) -> Callable[..., str]:
    """Put something in the calendar; its address comes back. Call before any page is opened."""

    def make(
        title: str = "Länsdag", *, begins: datetime = BEGINS, long: timedelta = LONG, call: bool = True, **more: object
    ) -> str:
        given = {"hosts": [world.children], "kind": OccasionKind.ACTIVITY, "place": "Kalmar"} | more
        span = actions.timed(begins, begins + long)
        occasion = actions.create_occasion(
            title=title, span=span, by=world.alice, host_name="knutpunkt.example", **given
        )
        if call:
            actions.call(occasion)
        db.session.commit()
        return occasion.path

    return make


@pytest.fixture
def join(world: SimpleNamespace) -> Callable[..., Person]:
    """Let somebody new into the children's network."""

    def join(given: str, *, place=None, role: Role = Role.MEMBER, since: date = date(2025, 2, 1), until=None) -> Person:
        person = Person(
            given_name=given, family_name="Berg", email=f"{given.lower()}@knutpunkt.example", municipality=place
        )
        membership = Membership(network=world.children, person=person, role=role, starts_on=since, ends_on=until)
        db.session.add(membership)
        db.session.commit()
        return person

    return join


def occasion_at(path: str) -> Occasion:
    """Read it back, as it is kept."""
    from uuid import UUID

    db.session.rollback()
    return db.session.get_one(Occasion, UUID(path.rsplit("/", 1)[1]))
