"""An installation always has somebody who administers it, whatever two do to each other at the same moment."""

from types import SimpleNamespace

import pytest

from app import db
from app.people.models import Person
from tests.browser_double import Browser
from tests.occasions.test_two_at_once import at_once


@pytest.mark.parametrize("what", ["administrator", "close"])
def test_one_of_them_is_left(world: SimpleNamespace, what: str) -> None:
    world.alice.is_administrator = True
    db.session.commit()
    alice, dana = Browser(world.app, world.alice), Browser(world.app, world.dana)
    ids = world.alice.id, world.dana.id
    statuses = at_once(
        lambda: dana.post(f"/people/{ids[0]}/{what}", chosen="no").status,
        lambda: alice.post(f"/people/{ids[1]}/{what}", chosen="no").status,
    )
    db.session.rollback()
    assert statuses.count(303) == 1
    assert set(statuses) - {303} <= {401, 403, 422}  # no longer signed in, no longer allowed, or no longer so
    assert db.session.query(Person).filter_by(is_administrator=True, closed_at=None).count() == 1
