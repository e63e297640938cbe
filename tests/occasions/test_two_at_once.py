"""Two who do something at the very same time: nothing is lost, nothing is doubled, and nobody sees an accident."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import SimpleNamespace

from app import clock
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.occasions.conftest import occasion_at
from tests.planning.conftest import revision_on

Make = Callable[..., str]


def at_once(*work: Callable[[], object]) -> list[object]:
    """Do all of it at the same moment, each in a thread of its own."""
    start = Barrier(len(work))

    def begin(each: Callable[[], object]) -> object:
        with clock.held_at(NOW):
            start.wait()
            return each()

    with ThreadPoolExecutor(len(work)) as threads:
        return [each.result() for each in [threads.submit(begin, each) for each in work]]


def test_a_double_click_is_one_answer(world: SimpleNamespace, make: Make) -> None:
    path = make()
    browsers = [Browser(world.app, world.bob) for _ in range(4)]
    pages = at_once(*(lambda each=each: each.post(f"{path}/answer", reply="no").status for each in browsers))
    assert pages == [303] * 4
    assert [each.reply.value for each in occasion_at(path).answers] == ["no"]


def test_of_two_saves_from_the_same_page_one_is_told_of_the_other(
    world: SimpleNamespace, alice: Browser, dana: Browser, make: Make
) -> None:
    path, hosts = make(), [str(world.children.id)]
    begun = revision_on(alice.get(f"{path}/edit"))
    fields = {"hosts": hosts, "lasts": "days", "first_day": "2026-12-01", "revision": begun}
    statuses = at_once(
        lambda: alice.post(f"{path}/edit", title="Alices", **fields).status,
        lambda: dana.post(f"{path}/edit", title="Danas", **fields).status,
    )
    assert sorted(statuses) == [303, 409]
    assert occasion_at(path).title == ("Alices" if statuses[0] == 303 else "Danas")


def test_thrown_away_and_put_in_the_calendar_one_of_them_wins(
    world: SimpleNamespace, alice: Browser, dana: Browser, make: Make
) -> None:
    path = make(call=False)
    called, thrown = at_once(
        lambda: alice.post(f"{path}/call").status, lambda: dana.post(f"{path}/cancel", discard="y").status
    )
    left = alice.get(path).status
    # What is gone half-way through a request has no page (404), or no host that one coordinates (403).
    assert (called, thrown, left) in [(303, 422, 200), (404, 303, 404), (403, 303, 404)]
