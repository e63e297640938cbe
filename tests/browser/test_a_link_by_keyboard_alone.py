"""By keyboard alone: a calendar link is made, copied and ended again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.keys import Keys

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, pytest.param(360, marks=pytest.mark.proof)])
def test_a_link_is_made_copied_and_ended(visit: Visitor, width: int) -> None:
    visitor, name = visit(width=width), f"Utan mus {width}"
    page, keys = visitor.page, Keys(visitor.page).sign_in(visitor.address, "medlem")
    keys.to(page.get_by_role("link", name="Mina kalenderlänkar"), back=True).press("Enter")
    keys.lands("Mina kalenderlänkar").to(page.get_by_role("radio", name="Alla nätverk jag är med i")).press("ArrowDown")
    keys.on(page.get_by_role("radio", name="Nätverk som jag väljer"))
    expect(page.get_by_label("Namn", exact=True)).to_have_accessible_description(re.compile("eller Valda nätverk"))
    keys.to(page.get_by_role("checkbox", name="Barn- och unganätverket")).press("Space")
    keys.to(page.get_by_label("Namn", exact=True)).write(name)
    keys.to(page.get_by_role("button", name="Skapa kalenderlänk")).press("Enter").told("Länken är skapad")
    keys.on(page.get_by_role("heading", name=f"Din nya länk: {name}"))

    keys.to(page.get_by_label("Adressen att kopiera")).to(page.get_by_role("button", name="Kopiera")).press("Enter")
    keys.told("Kopierat").on(page.get_by_role("button", name="Kopierat"))
    steps = page.locator("summary", has_text="Google Kalender, också på Android")
    keys.to(steps).press("Enter")
    expect(page.get_by_text("I telefonens app går det inte")).to_be_visible()

    keys.to(page.get_by_role("link", name=f"Avsluta länken {name}")).press("Enter")
    keys.lands("Avsluta länken").to(page.get_by_role("button", name="Avsluta länken")).press("Space")
    keys.met_with(f"Länken {name} är avslutad")
