"""The pages work for everyone: without htmx, by keyboard, with a double click, back and forth."""

import re

import pytest
from playwright.sync_api import expect

from app.config import HTMX_URL
from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"


def test_everything_works_when_htmx_cannot_be_loaded(visit: Visitor) -> None:
    visitor = visit("samordnare", cdn=False)
    page = visitor.go(_meeting(visitor))
    page.locator("#add").get_by_label("Rubrik").fill("Utan nätet till CDN")
    page.locator("#add").get_by_role("button", name="Lägg till").click()
    expect(page.locator("#agenda")).to_contain_text("Utan nätet till CDN")
    page.wait_for_load_state()  # until then the browser itself scrolls to where the address leads
    page.get_by_role("button", name=re.compile("^Ta bort punkt")).last.click()
    page.get_by_role("button", name="Ångra").first.click()
    expect(page.locator("#agenda")).to_contain_text("Utan nätet till CDN")


def test_a_page_that_is_long_in_loading_takes_nobodys_place(visit: Visitor) -> None:
    visitor, waiting = visit("samordnare", cdn=False), []
    where = visitor.address + _meeting(visitor)
    visitor.context.route(HTMX_URL, lambda route: waiting.append(route))  # the network has not answered yet
    visitor.page.goto(where, wait_until="commit")
    title = visitor.page.locator("#add").get_by_label("Rubrik")
    title.fill("Med ett långsamt nät")
    title.press("Enter")
    expect(visitor.page.locator("#agenda")).to_contain_text("Med ett långsamt nät")
    title.click()
    visitor.page.keyboard.type("Nästa punkt, medan")
    for each in waiting:
        each.abort()
    visitor.page.wait_for_load_state("load")
    visitor.page.wait_for_timeout(100)  # what is done after it is done soon
    visitor.page.keyboard.type(" jag skriver")
    expect(title).to_have_value("Nästa punkt, medan jag skriver")


def test_an_item_is_added_by_keyboard_alone_and_the_next_can_be_typed_at_once(visit: Visitor) -> None:
    visitor = visit("samordnare")
    page = visitor.go(_meeting(visitor))
    page.locator("#add").get_by_label("Rubrik").focus()
    for title in ("Första med tangentbord", "Andra med tangentbord"):
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        expect(page.locator("#agenda")).to_contain_text(title)
        expect(page.locator("#add").get_by_label("Rubrik")).to_be_focused()
        expect(page.locator("#add").get_by_label("Rubrik")).to_have_value("")


def test_the_first_tab_leads_past_the_menu(visit: Visitor) -> None:
    page = visit("medlem").go("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_double_click_copies_a_meeting_once(visit: Visitor) -> None:
    visitor = visit("samordnare")
    page = visitor.go(_meeting(visitor) + "/copy")
    page.get_by_label("Rubrik").fill("Kopierat med dubbelklick")
    page.locator("main form button.primary").dblclick()
    page.wait_for_url(lambda address: not address.endswith("/copy"))
    page = visitor.go(f"{NETWORK}/meetings")
    expect(page.get_by_role("link", name="Kopierat med dubbelklick")).to_have_count(1)


def test_the_back_button_leads_to_where_one_was(visit: Visitor) -> None:
    visitor = visit("medlem", width=360)
    page = visitor.go("/people")
    link = page.get_by_role("link", name="Kontaktperson Västervik")
    link.scroll_into_view_if_needed()
    was = page.evaluate("scrollY")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kontaktperson Västervik")
    page.go_back()
    expect(page).to_have_url(f"{visitor.address}/people")
    page.wait_for_function("was => Math.abs(scrollY - was) <= 2", arg=was)
    assert was > 1000


def test_what_htmx_changes_moves_neither_page_nor_focus(visit: Visitor) -> None:
    visitor = visit("samordnare", width=360)
    page = visitor.go(_meeting(visitor))
    button = page.get_by_role("button", name="Flytta ned punkt 1", exact=True)
    button.focus()
    was = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Flytta ned punkt 2", exact=True)).to_be_focused()
    assert abs(page.evaluate("scrollY") - was) < 200  # as far as the item moved
    page.go_back()
    expect(page).to_have_url(f"{visitor.address}{NETWORK}/meetings")  # what was done by htmx is no page of its own


def _meeting(visitor: Visit) -> str:
    """Return the address of a meeting ahead."""
    page = visitor.go(f"{NETWORK}/meetings")
    return str(page.get_by_role("link", name="Läsning på fritiden", exact=True).get_attribute("href"))
