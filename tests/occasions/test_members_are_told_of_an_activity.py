"""A joint activity reaches the members by mail as a meeting does."""

from collections.abc import Callable
from types import SimpleNamespace

from tests.browser_double import Browser
from tests.occasions.conftest import NEW
from tests.occasions.test_a_coordinator_plans_an_activity import fields, hosts_on
from tests.outbox import MOVED, event_in, only, send_all, told, words
from tests.planning.conftest import revision_on
from tests.planning.test_members_are_told_by_letter import number

Make = Callable[..., str]


def test_it_is_told_when_it_is_put_in_the_calendar(world: SimpleNamespace, alice: Browser) -> None:
    path = alice.post(NEW, **fields(hosts=hosts_on(alice), do="call")).location.removesuffix("/call")
    assert told() == []
    assert number(alice.get(f"{path}/call")) == 1
    alice.post(f"{path}/call")
    letter = only(world.app)
    said = words(letter)
    for part in (
        "Nytt i kalendern: Läslust hela livet, tis 1 dec",
        "Barn- och unganätverket bjuder in.",
        "Var: Kalmar",
    ):
        assert part in said
    assert letter.button is not None
    assert letter.button.url == f"http://knutpunkt.example{path}#answer"


def test_moved_cancelled_and_revived_it_is_told(world: SimpleNamespace, alice: Browser, make: Make) -> None:
    path = make()
    form = alice.get(f"{path}/edit")
    assert number(form) == 1
    moved = fields(hosts=hosts_on(alice), first_day="2026-11-25", revision=revision_on(form))
    alice.post(f"{path}/edit", **moved, with_letter="y")
    assert "Tidigare: tis 24 nov kl. 9.30" in words(only(world.app, MOVED))
    send_all()
    assert number(alice.get(f"{path}/cancel")) == 1
    alice.post(f"{path}/cancel", because="För få anmälda")
    letter = only(world.app)
    assert (letter.quote, event_in(letter)["STATUS"]) == ("För få anmälda", "CANCELLED")
    send_all()
    alice.post(f"{path}/revive")
    assert only(world.app).subject.startswith("Blir av: ")
