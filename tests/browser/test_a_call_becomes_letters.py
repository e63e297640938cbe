"""A coordinator calls a meeting and is told how many get a letter; the demo shows the letters it would have sent."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
NETWORK = "/networks/digitala-natverket"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_number_asked_is_the_number_of_letters(visit: Visitor, scripts: bool) -> None:
    title = f"Brevens träff {'med' if scripts else 'utan'} skript"
    coordinator = visit("samordnare.digitalt", scripts=scripts, width=360)
    page = coordinator.go(f"{NETWORK}/meetings/new")
    page.get_by_label("Rubrik").fill(title)
    page.locator("main form").get_by_role("button", name=re.compile("^Spara")).first.click()
    page.get_by_role("link", name="Kalla till mötet").click()
    asked = re.search(r"(\d+) \w+ får ett mejl", page.locator("main").inner_text())
    assert asked, page.locator("main").inner_text()
    office = visit("admin", scripts=scripts).page
    done = f"{coordinator.address}/admin/mail?pile=done"
    office.goto(done)
    before = office.get_by_role("link", name="Kallelser till möten").count()
    page.locator("main form").get_by_role("button", name=re.compile("^Kalla")).click()
    expect(page.locator("main")).to_contain_text("Kallat")
    for _ in range(30):  # the worker looks every few seconds
        office.goto(done)
        if office.get_by_role("link", name="Kallelser till möten").count() == before + int(asked[1]):
            break
        office.wait_for_timeout(1000)
    expect(office.get_by_role("link", name="Kallelser till möten")).to_have_count(before + int(asked[1]))
    expect(office.locator("main")).to_contain_text("Skulle ha skickats")
    office.get_by_role("link", name="Kallelser till möten").first.click()
    expect(office.locator("main")).to_contain_text(title)
