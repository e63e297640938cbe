"""Whoever changes their mind before the letters leave troubles nobody, and nobody is left with half the truth."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from app import clock, db
from tests.browser_double import Browser, Page
from tests.outbox import CALLED, CANCELLED, MOVED, only, send_all, told, waiting, words, written
from tests.planning.conftest import revision_on
from tests.planning.test_members_are_told_by_letter import number

Plan = Callable[..., str]
Fields = Callable[..., dict[str, object]]


@pytest.fixture
def move(alice: Browser, filled: Fields) -> Callable[[str, str], Page]:
    """Alice moves a meeting to another day and lets the members know."""

    def move(address: str, day: str) -> Page:
        revision = revision_on(alice.get(f"{address}/edit"))
        return alice.post(f"{address}/edit", **filled(first_day=day), with_letter="y", revision=revision)

    return move


def test_called_and_cancelled_at_once_is_never_told(alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    assert "Ingen får något mejl" in alice.get(f"{address}/cancel")
    alice.post(f"{address}/cancel")
    assert told() == []


def test_cancelled_and_revived_at_once_is_never_told(alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    send_all()
    alice.post(f"{address}/cancel")
    assert told() == [("Bob", "meeting-cancelled")]
    alice.get(address)  # says that one person gets a letter
    assert number(alice.get(address)) == 0
    alice.post(f"{address}/revive")
    assert told() == []


def test_who_heard_that_it_is_off_hears_that_it_is_on(world: SimpleNamespace, alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    send_all()
    alice.send(f"{address}/cancel")
    send_all()
    assert number(alice.get(address)) == 1
    assert number(alice.send(f"{address}/revive")) == 1
    assert only(world.app, CANCELLED).subject.startswith("Blir av: Läsning på fritiden")
    alice.post(f"{address}/cancel")
    assert told() == []  # they still think that it is off


def test_called_cancelled_and_revived_before_anything_left_is_told_once(
    world: SimpleNamespace, alice: Browser, plan: Plan
) -> None:
    address = plan(call=True)
    alice.post(f"{address}/cancel")
    alice.post(f"{address}/revive")
    assert "När: tis 24 nov" in words(only(world.app))


def test_moved_cancelled_and_revived_the_new_time_is_told(
    world: SimpleNamespace, alice: Browser, plan: Plan, move: Callable[[str, str], Page]
) -> None:
    address = plan(call=True)
    send_all()
    move(address, "2026-11-25")
    alice.post(f"{address}/cancel")
    assert told() == [("Bob", "meeting-cancelled")]
    alice.post(f"{address}/revive")
    assert "När: ons 25 nov" in words(only(world.app))


def test_a_letter_that_is_being_sent_is_followed_by_another(
    plan: Plan, move: Callable[[str, str], Page], world: SimpleNamespace
) -> None:
    address = plan(call=True)
    (letter,) = waiting(CALLED)
    letter.claim, letter.claimed_until = letter.id, clock.now()
    db.session.commit()
    move(address, "2026-11-25")
    assert told(MOVED) == [("Bob", "meeting-moved")]


def test_one_that_has_been_tried_is_followed_by_another(world: SimpleNamespace, alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    (letter,) = waiting(CALLED)
    letter.tries = 1
    db.session.commit()
    alice.post(f"{address}/cancel")
    assert told(CANCELLED) == [("Bob", "meeting-cancelled")]
    assert [written(world.app, each) for each in waiting(CALLED)] == [None]
