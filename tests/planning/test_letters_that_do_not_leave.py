"""What is over is not told, and nobody gets a letter about what is no longer theirs."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

from sqlalchemy import select

from app import clock, db
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.outbox import told, waiting, written

Plan = Callable[..., str]


def test_what_is_over_is_not_told(alice: Browser, plan: Plan) -> None:
    address = plan(first_day="2026-11-03", answer_by=None)
    page = alice.get(f"{address}/call")
    assert "Ingen får något mejl" in page
    alice.post(f"{address}/call")
    assert told() == []


def test_a_letter_that_waits_too_long_is_not_sent(world: SimpleNamespace, plan: Plan) -> None:
    plan(call=True)
    with clock.held_at(NOW + timedelta(days=30)):
        assert written(world.app, waiting()[0]) is None


def test_who_has_left_gets_no_letter(world: SimpleNamespace, plan: Plan) -> None:
    plan(call=True, hosts=[str(world.secret.id)])
    for each in db.session.scalars(select(Membership).where(Membership.person_id == world.bob.id)):
        each.ends_on = NOW.date() - timedelta(days=1)
    db.session.commit()
    assert written(world.app, waiting()[0]) is None
