"""By keyboard alone: a manager fills a vacant seat, and a coordinator adds somebody to the network."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.keys import Keys

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"


def test_a_manager_fills_a_vacant_seat(visit: Visitor) -> None:
    visitor = visit(width=360)
    page, keys = visitor.page, Keys(visitor.page).sign_in(visitor.address, "chef.emmaboda")
    keys.lands("den ").to(page.get_by_role("link", name="Se och utse")).press("Enter")
    keys.lands("Vakanta platser").to(page.get_by_role("link", name=re.compile("^Utse ersättare, Emmaboda, Barn")))
    keys.press("Enter").lands("Vem blir ersättare för Emmaboda")
    keys.to(page.get_by_role("button", name="Utse")).press("Enter")
    keys.on(page.locator(".error-summary"))
    whom = page.get_by_label("Vem utser du?")
    keys.press("Tab").on(page.locator(".error-summary a")).press("Enter").on(whom)
    page.keyboard.type("Bibliotekschef E")
    keys.to(page.get_by_role("button", name="Utse")).press("Space").met_with("Bibliotekschef Emmaboda är utsedd")
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"Ersättare\s*Bibliotekschef Emmaboda"))


def test_a_coordinator_adds_a_member(visit: Visitor) -> None:
    visitor = visit()
    page, keys = visitor.page, Keys(visitor.page).sign_in(visitor.address, "samordnare")
    visitor.go(f"{NETWORK}/members")
    keys.lands("Barn- och unganätverket").to(page.get_by_role("link", name="Lägg till någon")).press("Enter")
    page.wait_for_url("**add=1**")
    keys.to(page.get_by_label("Sök en person")).write("Lübeck")
    found = page.get_by_role("radio", name=re.compile("Lübeck"))
    keys.told("1 person hittades").to(found).press("Space")
    expect(found).to_be_checked()
    keys.to(page.get_by_role("radio", name="Medlem", exact=True))
    keys.to(page.locator("#add").get_by_role("button", name="Lägg till", exact=True)).press("Enter")
    keys.told("Lübeck")
    expect(page.locator("#listed")).to_contain_text("Lübeck")
    keys.on(page.locator(":focus"))
