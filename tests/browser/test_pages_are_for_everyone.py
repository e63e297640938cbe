"""Every kind of page: axe finds nothing, nothing runs off the side, and all of it is there without htmx."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"
PAGES = {
    "samordnare": ["/", "/networks", NETWORK, f"{NETWORK}/members", f"{NETWORK}/meetings", f"{NETWORK}/edit",
                   f"{NETWORK}/meetings/new", f"{NETWORK}/occasions/new", f"{NETWORK}/import", "meeting", "minutes",
                   "draft", "review", "call", "cancel", "copy", "item",
                   "/calendar", "/calendar?view=list", "/feeds", "/actions", "/decisions", "/people", "/me",
                   "/help"],
    "admin": ["/admin", "/admin/log", "/admin/organisation", "/admin/focus-areas", "/admin/import/people",
              "/people/new", "/municipalities", "/municipalities/hogsby", "/networks/new", "person", "/nowhere"],
    "utomstaende": ["/", "/actions", "/feeds"],
    None: ["/login", "/help", "/welcome/nothing"],
}  # fmt: skip
LOOKS = {"samordnare": (320, "light"), "admin": (1280, "dark"), "utomstaende": (360, "dark"), None: (320, "light")}


@pytest.mark.parametrize("who", list(PAGES), ids=str)
def test_axe_finds_nothing_and_nothing_runs_off_the_side(visit: Visitor, axe: str, who: str | None) -> None:
    width, scheme = LOOKS[who]
    visitor = visit(who, width=width)
    visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for name in PAGES[who]:
        page = visitor.go(_path(visitor, name))
        page.evaluate(axe)
        violations = page.evaluate(
            "axe.run().then(done => done.violations.map(each => `${each.id}: ${each.nodes[0].html}`))"
        )
        found += [f"{name}: {each[:200]}" for each in violations]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(f"{name}: runs off the side at {width}")
    assert found == []


def test_everything_works_when_htmx_cannot_be_loaded(visit: Visitor) -> None:
    visitor = visit("samordnare", cdn=False)
    page = visitor.go(_path(visitor, "meeting"))
    page.locator("#add").get_by_label("Rubrik").fill("Utan nätet till CDN")
    page.locator("#add").get_by_role("button", name="Lägg till").click()
    expect(page.locator("#agenda")).to_contain_text("Utan nätet till CDN")
    page.get_by_role("button", name=re.compile("^Ta bort punkt .*Utan nätet till CDN|^Ta bort punkt")).last.click()
    page.get_by_role("button", name="Ångra").first.click()
    expect(page.locator("#agenda")).to_contain_text("Utan nätet till CDN")


def test_an_item_is_added_by_keyboard_alone_and_the_next_can_be_typed_at_once(visit: Visitor) -> None:
    visitor = visit("samordnare")
    page = visitor.go(_path(visitor, "meeting"))
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
    page = visitor.go(_path(visitor, "meeting") + "/copy")
    page.get_by_label("Rubrik").fill("Kopierat med dubbelklick")
    page.locator("main form button.primary").dblclick()
    page.wait_for_url(lambda address: not address.endswith("/copy"))
    page = visitor.go(f"{NETWORK}/meetings")
    expect(page.get_by_role("link", name="Kopierat med dubbelklick")).to_have_count(1)


def _path(visitor: Visit, name: str) -> str:
    """Return the address of a page that has no fixed one: a meeting ahead, published notes, a draft, a person."""
    if name.startswith("/"):
        return name
    if name == "person":
        return _first(visitor.go("/people"), "/people/", but="new")
    page = visitor.go("/networks/bokstartsnatverket/meetings" if name in ("draft", "review") else f"{NETWORK}/meetings")
    if name in ("draft", "review"):
        page.get_by_role("link", name="Bokstart: terminens avslutning").click()
        return page.url.removeprefix(visitor.address) + ("/minutes/write" if name == "draft" else "/minutes/publish")
    if name == "call":
        page.get_by_role("link", name="Vårens första träff").click()
        return page.url.removeprefix(visitor.address) + "/call"
    if name == "minutes":
        return _first(page, "/minutes")
    page.get_by_role("link", name="Läsning på fritiden", exact=True).click()
    if name == "item":
        return _first(page, "/edit", but=f"{page.url.removeprefix(visitor.address)}/edit")
    return page.url.removeprefix(visitor.address) + ("" if name == "meeting" else f"/{name}")


def _first(page: Page, part: str, *, but: str = "\0") -> str:
    links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return next(str(link) for link in links if part in link and but not in link)
