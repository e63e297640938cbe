"""What is said after something was done covers nothing one needs next, and what is only heard is not seen."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import places
from tests.browser.conftest import Visitor
from tests.browser.places import NETWORK

pytestmark = pytest.mark.browser
CLEAR = """each => {
  const { left, right, top, bottom } = each.getBoundingClientRect();
  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return !document.getElementById('status').contains(at);
}"""
SIZE = "() => { const box = document.getElementById('status').getBoundingClientRect(); return box.width * box.height }"
RESTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
LEFTS = "links => links.map(each => Math.round(each.getBoundingClientRect().left * 10))"


def clear(control: Locator) -> bool:
    control.page.evaluate(RESTED)
    return bool(control.evaluate(CLEAR))


def nothing_is_seen(page: Page) -> None:
    assert page.evaluate(SIZE) == 0
    assert page.locator("#status > .message").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_how_many_were_found_is_heard_and_not_seen(visit: Visitor, width: int) -> None:
    page = visit("medlem", width=width).go("/people")
    page.get_by_label("Namn", exact=True).press_sequentially("högsby", delay=30)
    expect(page.locator("#status")).to_have_text("2 personer")
    nothing_is_seen(page)


def test_how_many_could_be_added_is_heard_and_not_seen(visit: Visitor) -> None:
    page = visit("samordnare").go(f"{NETWORK}/members?add=1")
    page.get_by_label("Sök en person").press_sequentially("borgholm", delay=30)
    expect(page.locator("#status")).to_have_text("3 personer hittades.")
    nothing_is_seen(page)


def test_nothing_moves_under_the_hand_when_what_was_said_goes(visit: Visitor) -> None:
    """At the end of the page a press on what has moved in between would be no press at all."""
    visitor = visit("samordnare")
    page = visitor.go(places.find(visitor.context, visitor.address, ("meeting",))["meeting"])
    page.get_by_role("button", name="Flytta ned punkt 1", exact=True).click()
    expect(page.locator("#status > .passing")).to_be_visible()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.get_by_role("contentinfo").get_by_role("link").last
    was = last.bounding_box()
    page.get_by_role("contentinfo").click(position={"x": 2, "y": 2})
    expect(page.locator("#status > .passing")).to_have_count(0)
    assert last.bounding_box() == was


@pytest.mark.parametrize("width", [360, 1280])
def test_after_one_point_the_next_can_be_added_at_once(visit: Visitor, width: int) -> None:
    visitor = visit("samordnare", width=width)
    where = places.find(visitor.context, visitor.address, ("meeting",))
    page = visitor.go(where["meeting"])
    add = page.locator("#agenda form").filter(has=page.get_by_label("Rubrik")).last
    for title in ("Första", "Andra"):
        if not add.get_by_label("Rubrik").is_visible():
            page.get_by_text("Lägg till en punkt").click()
        add.get_by_label("Rubrik").fill(f"{title} {width}")
        add.get_by_role("button", name="Lägg till").click(timeout=3_000)
        said = page.locator("#status > .passing")
        expect(said).to_contain_text(f"{title} {width}")
        expect(add.get_by_label("Rubrik")).to_be_focused()
        assert all(
            clear(each) for each in add.locator("button, input:not([type=hidden]), label").all() if each.is_visible()
        )
    page.get_by_role("heading", level=1).click()
    expect(said).to_have_count(0)


def test_a_new_link_can_be_opened_on_a_phone(visit: Visitor) -> None:
    page = visit("medlem", width=360).go("/feeds")
    page.get_by_role("button", name="Skapa kalenderlänk").click()
    expect(page.locator("#status")).to_have_text("Länken är skapad.")
    nothing_is_seen(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera").first.click()
    expect(page.locator("#status")).to_have_text("Kopierat")
    nothing_is_seen(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_menu_stands_still_from_page_to_page(visit: Visitor, width: int) -> None:
    visitor = visit("medlem", width=width)
    stands = [visitor.go(path).locator(".nav a:visible").evaluate_all(LEFTS)
              for path in ("/", "/networks", "/calendar", "/actions", "/decisions", "/people")]  # fmt: skip
    assert all(each == stands[0] for each in stands)
