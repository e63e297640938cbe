"""The lists follow what one types: focus and words stay, the count is said, and the back button leads back to it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


def test_the_list_follows_what_is_typed(visit: Visitor) -> None:
    visitor = visit("medlem")
    page = visitor.go("/people")
    name = page.get_by_label("Namn", exact=True)
    name.press_sequentially("kontaktperson hög", delay=30)
    expect(page.locator("#people-found h2")).to_have_text("1 person")
    expect(name).to_be_focused()
    expect(name).to_have_value("kontaktperson hög")
    expect(page.locator("#status")).to_have_text("1 person")
    expect(page).to_have_url(re.compile(r"/people\?.*name=kontaktperson"))
    name.press_sequentially("sby", delay=30)
    expect(name).to_have_value("kontaktperson högsby")
    expect(page.locator("#people-found tbody tr")).to_have_count(1)


def test_the_back_button_leads_to_what_was_sought(visit: Visitor) -> None:
    visitor = visit("medlem")
    page = visitor.go("/people")
    page.get_by_label("Namn", exact=True).press_sequentially("högsby", delay=30)
    expect(page.locator("#people-found h2")).to_have_text("2 personer")
    page.get_by_role("link", name="Kontaktperson Högsby").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kontaktperson Högsby")
    page.go_back()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("högsby")
    expect(page.locator("#people-found h2")).to_have_text("2 personer")


def test_without_a_script_the_button_does_the_same(visit: Visitor) -> None:
    visitor = visit("medlem", scripts=False)
    page = visitor.go("/people")
    page.get_by_label("Namn", exact=True).fill("högsby")
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.locator("#people-found h2")).to_have_text("2 personer")
    expect(page.get_by_label("Namn", exact=True)).to_have_value("högsby")


def test_members_are_found_and_their_addresses_copied(visit: Visitor) -> None:
    visitor = visit("medlem")
    page = visitor.go("/networks/barn-och-unganatverket/members")
    page.get_by_text("Sök bland medlemmarna").click()
    name = page.get_by_label("Namn", exact=True)
    name.press_sequentially("kontaktperson borg", delay=30)
    expect(page.locator("#listed tbody tr")).to_have_count(1)
    expect(name).to_be_focused()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("Skriv till medlemmarna").click()
    page.get_by_role("button", name="Kopiera alla adresser").click()
    expect(page.locator("#status")).to_have_text("Adresserna är kopierade")
    assert "; " in page.evaluate("navigator.clipboard.readText()")


def test_a_list_is_ordered_from_the_keyboard_on_a_phone(visit: Visitor) -> None:
    visitor = visit("medlem", width=360)
    page = visitor.go("/people")
    page.get_by_role("link", name="Kommun", exact=True).press("Enter")
    expect(page).to_have_url(re.compile("sort=municipality"))
    expect(page.locator("#people-found tbody th a").first).to_contain_text("Borgholm")


def test_somebody_is_found_chosen_and_added_from_the_keyboard(visit: Visitor) -> None:
    visitor = visit("samordnare")
    page = visitor.go("/networks/barn-och-unganatverket/members?add=1")
    sought = page.get_by_label("Sök en person")
    sought.press_sequentially("digitalt oskars", delay=30)
    expect(page.locator("#status")).to_have_text("1 person hittades.")
    expect(sought).to_be_focused()
    page.get_by_role("group", name="Roll").get_by_text("Gäst, läser").click()
    sought.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    chosen = page.get_by_role("radio", name="Samordnare Digitalt")
    expect(chosen).to_be_checked()
    sought.fill("borgholm")
    expect(page.locator("#status")).to_have_text("3 personer hittades.")
    expect(chosen).to_be_checked()  # another search takes away neither who was chosen nor the role
    expect(page.get_by_role("radio", name="Gäst, läser")).to_be_checked()
    page.get_by_role("button", name="Lägg till", exact=True).press("Enter")
    expect(page.locator("#status")).to_contain_text("Samordnare Digitalt är med i nätverket")
    expect(sought).to_be_focused()
    expect(page.get_by_role("group", name="Vem?")).to_contain_text("Sök först")


def test_somebody_is_found_and_added_without_a_script(visit: Visitor) -> None:
    visitor = visit("samordnare", scripts=False, width=360)
    page = visitor.go("/networks/barn-och-unganatverket/members?add=1")
    page.get_by_label("Sök en person").fill("samordnare medier")
    page.get_by_label("Sök en person").press("Enter")
    expect(page.get_by_label("Sök en person")).to_be_in_viewport()
    page.get_by_role("radio", name="Samordnare Medier").check()
    page.get_by_role("radio", name="Gäst, läser").check()
    page.get_by_label("Från och med").fill("")
    page.get_by_role("button", name="Lägg till", exact=True).click()
    expect(page.locator(".error-summary")).to_contain_text("Skriv från vilken dag")
    expect(page.get_by_role("radio", name="Samordnare Medier")).to_be_checked()
    page.get_by_label("Från och med").fill("2026-01-01")
    page.get_by_role("button", name="Lägg till", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Samordnare Medier är med i nätverket")
