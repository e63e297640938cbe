"""Two administrators merge the same people in the same moment, perhaps each the other way round."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.merging.models import Merge
from app.people.models import Person
from tests.accounts.door import another_device, change
from tests.merging.county import double_of
from tests.occasions.test_two_at_once import at_once


@pytest.mark.parametrize("turned", [False, True])
def test_one_merges_and_the_other_is_told(world: SimpleNamespace, turned: bool) -> None:
    change(world.alice, is_administrator=True)
    one, other = world.charlie.id, double_of(world).id
    alice, dana = another_device(world, world.alice), another_device(world, world.dana)
    back = (other, one) if turned else (one, other)
    statuses = at_once(
        lambda: dana.post(f"/people/{one}/merge/{other}").status,
        lambda: alice.post(f"/people/{back[0]}/merge/{back[1]}").status,
    )
    db.session.rollback()
    assert sorted(statuses) == [303, 422]
    assert len(db.session.scalars(select(Merge)).all()) == 1
    closed = select(Person.id).where(Person.id.in_((one, other)), Person.closed_at.is_not(None))
    assert len(db.session.scalars(closed).all()) == 1
