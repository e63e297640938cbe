"""A coordinator calls a meeting and is told how many get a letter; the demo shows the letters it would have sent."""

import re
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
NETWORK = "/networks/digitala-natverket"


def calls_in(office: Page, pile: str) -> int:
    """How many calls lie there, on all its pages: other tests send letters too."""
    seen: dict[str, str] = {}
    for number in count(1):
        office.goto(f"{pile}&page={number}")
        rows = office.locator("main td a[href^='/admin/mail/']")
        here = dict(zip(rows.evaluate_all("all => all.map(each => each.href)"), rows.all_inner_texts(), strict=True))
        if here.keys() <= seen.keys():
            break
        seen |= here
    return sum("Kallelser till möten" in each for each in seen.values())


@pytest.mark.parametrize(
    "scripts", [pytest.param(True, id="scripts", marks=pytest.mark.proof), pytest.param(False, id="no-scripts")]
)
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
    before = calls_in(office, done)
    page.locator("main form").get_by_role("button", name=re.compile("^Kalla")).click()
    expect(page.locator("main")).to_contain_text("Kallat")
    for _ in range(30):  # the worker looks every few seconds
        if calls_in(office, done) == before + int(asked[1]):
            break
        office.wait_for_timeout(1000)
    assert calls_in(office, done) == before + int(asked[1])
    office.goto(done)
    expect(office.locator("main")).to_contain_text("Skulle ha skickats")
    office.get_by_role("link", name="Kallelser till möten").first.click()
    expect(office.locator("main")).to_contain_text(title)
