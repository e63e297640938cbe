"""By keyboard alone: a meeting is called, its agenda built and published, and a member answers."""

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.keys import Keys

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"
TITLE = "Planerat med bara tangenter"


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.proof), 360])
def test_a_meeting_is_called_its_agenda_built_and_answered(visit: Visitor, width: int) -> None:
    coordinator = visit(width=width)
    keys = Keys(coordinator.page).sign_in(coordinator.address, "samordnare")
    coordinator.go(NETWORK)
    meeting = _call(keys)
    _build(keys)
    _publish(keys)

    member = visit(width=360)
    keys = Keys(member.page).sign_in(member.address, "medlem")
    member.page.goto(meeting)
    _answer(keys)


def _call(keys: Keys) -> str:
    page = keys.page
    keys.lands("Barn- och unganätverket").to(page.get_by_role("link", name="Nytt möte")).press("Enter")
    keys.lands("Nytt möte").to(page.get_by_label("Rubrik")).write(TITLE)
    keys.write_day(page.get_by_label("Datum", exact=True), date.today())  # noqa: DTZ011 - the browser's own day
    keys.write_clock(page.get_by_label("Från", exact=True), "00:01", "1201a")
    keys.write_clock(page.get_by_label("Till", exact=True), "23:58", "1158p")
    expect(page.get_by_label("Svara senast")).to_have_value(date.today().isoformat())  # noqa: DTZ011
    keys.to(page.get_by_label("Plats")).write("Vimmerby bibliotek")
    standard = page.get_by_label("Börja med standardpunkterna")
    keys.to(standard).press("Space")
    expect(standard).not_to_be_checked()
    keys.to(page.get_by_role("button", name=re.compile("^Kalla"))).press("Enter")
    expect(page).to_have_url(re.compile("/call$"))
    keys.to(page.get_by_role("button", name=re.compile(r"^Kalla \d+ medlemmar"))).press("Enter").met_with(
        "Kallelsen har gått ut"
    )
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    return page.url


def _build(keys: Keys) -> None:
    page, title = keys.page, keys.page.locator("#add").get_by_label("Rubrik")
    keys.to(title)
    for item in ("Laget runt", "Sommarläsning"):
        keys.write(item).press("Enter").told(item).on(title)
        expect(title).to_have_value("")
    keys.write("Bokprat").press("Tab", "Tab").write("20").press("Tab", "ArrowRight")
    expect(page.get_by_role("radio", name="Beslut")).to_be_checked()
    keys.to(page.get_by_role("button", name="Lägg till")).press("Enter").told("Bokprat").on(title)

    keys.to(_tool(page, "Ändra punkt 2"), back=True).press("Enter")
    keys.on(page.locator("#agenda").get_by_label("Rubrik").first).write("Läsning i sommar").press("Enter")
    keys.told("Läsning i sommar").on(_tool(page, "Ändra punkt 2"))
    keys.to(_tool(page, "Flytta upp punkt 2"), back=True).press("Space").told("är nu punkt 1.")
    keys.on(_tool(page, "Flytta ned punkt 1")).press("Enter").told("är nu punkt 2.").on(
        _tool(page, "Flytta ned punkt 2")
    )
    keys.to(_tool(page, "Ta bort punkt 2")).press("Enter").told("borttagen")
    keys.on(page.get_by_role("heading", name="2. Bokprat"))
    expect(page.locator(".agenda h3")).to_contain_text(["Laget runt", "Bokprat", "Lägg till"])
    keys.to(page.locator(".removed").get_by_role("button", name="Ångra"), back=True).press("Enter").told("tillbaka")
    keys.on(page.get_by_role("heading", name="2. Läsning i sommar"))


def _publish(keys: Keys) -> None:
    page = keys.page
    keys.to(page.get_by_role("link", name="Publicera dagordningen"), back=True).press("Enter")
    keys.lands("Publicera dagordningen").to(page.get_by_role("button", name="Publicera dagordningen")).press("Enter")
    keys.told("Dagordningen är publicerad").on(page.get_by_role("heading", name="Dagordning", exact=True))
    expect(page.locator("#agenda")).to_contain_text("Publicerad")


def _answer(keys: Keys) -> None:
    page = keys.page
    on_site = page.get_by_role("button", name="På plats")
    keys.lands(TITLE).to(on_site).press("Enter").told("Ditt svar är sparat: på plats")
    expect(on_site).to_have_attribute("aria-pressed", "true")
    keys.on(on_site)


def _tool(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name, exact=True))
