"""Whatever is typed is shown as text, on every page of planning."""

from collections.abc import Callable
from types import SimpleNamespace

import html5lib

from tests.browser_double import Browser, Page
from tests.planning.conftest import BASE, NEW, revision_on

Fields = Callable[..., dict[str, object]]
EVIL = "<script>alert(1)</script><b title='\"'>%(num)d %s {{ 7*7 }}"


def checked(page: Page) -> Page:
    assert page.status < 500
    assert "<script>alert" not in page.html
    assert "<b title" not in page.html
    html5lib.HTMLParser(strict=True).parse(page.html)
    return page


def test_on_the_pages_of_a_meeting(alice: Browser, bob: Browser, dana: Browser, filled: Fields) -> None:
    evil = {"title": EVIL, "place": EVIL, "description": EVIL}
    checked(alice.get(NEW))
    checked(alice.post(NEW, **filled(**evil, link="http://x")))
    assert "&lt;script&gt;" in checked(alice.post(NEW, **filled(**evil, rhythm="weekly", count="3"))).html
    address = alice.post(NEW, **filled(**evil)).location
    for what in ("call", "edit", "copy", "discard"):
        checked(alice.get(f"{address}/{what}"))
    alice.post(f"{address}/call")
    alice.post(NEW, **filled(title="Samtidigt", do="call"))
    checked(alice.get(f"{address}/cancel"))
    begun = revision_on(alice.get(f"{address}/edit"))
    dana.post(f"{address}/edit", **filled(title="Danas", revision=begun))
    checked(alice.post(f"{address}/edit", **filled(**evil, revision=begun)))
    alice.post(f"{address}/cancel", because=EVIL)
    checked(bob.get(address))


def test_on_the_pages_of_an_activity(world: SimpleNamespace, alice: Browser, bob: Browser, filled: Fields) -> None:
    new = f"{BASE}/occasions/new"
    evil = filled(title=EVIL, place=EVIL, description=EVIL, do="call")
    checked(alice.get(new))
    address = alice.post(new, **evil).location
    for what in ("", "/edit", "/cancel"):
        checked(alice.get(address + what))
    checked(bob.get(address))
    alice.post(f"{address}/cancel", because=EVIL)
    checked(bob.get(address))
