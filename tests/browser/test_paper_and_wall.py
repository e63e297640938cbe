"""What hangs on a wall: sheets of paper that hold what is worth reading, and the draft on the projector."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_agenda_is_a_sheet_without_tools_black_on_white(visit: Visitor, scheme: str) -> None:
    page = _meeting(visit("samordnare"), NETWORK, "Läsning på fritiden")
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    seen = "elements => elements.filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 80))"
    assert page.locator("button, form, input, aside, .top, .foot, .tabs, .stages").evaluate_all(seen) == []
    assert page.locator(".agenda > li time").evaluate_all(seen) != []
    expect(page.get_by_role("heading", name="Läsning på fritiden")).to_be_visible()
    expect(page.locator(".trail")).to_contain_text("Barn- och unganätverket")
    expect(page.get_by_text("Möteslänk: https://mote.knutpunkt.example/barn-unga")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert _pages(page) == 1


def test_the_month_is_one_sheet_and_tells_whose_flags_they_are(visit: Visitor) -> None:
    page = visit("medlem").go("/calendar")
    assert _pages(page) == 1
    page.emulate_media(media="print")
    expect(page.locator(".month")).to_be_visible()
    expect(page.locator(".day-list")).to_be_hidden()
    flags = page.locator(".month .flag").count()
    assert bool(page.locator(".flags li").count()) == bool(flags)


def test_minutes_have_room_for_names_and_the_roster_keeps_its_rows(visit: Visitor) -> None:
    visitor = visit("chef")
    page = visitor.go("/networks/bibliotekschefsnatverket/members")
    page.emulate_media(media="print")
    expect(page.locator(".members caption")).to_be_visible()
    assert page.locator(".members thead").evaluate("each => getComputedStyle(each).display") == "table-header-group"
    assert page.locator(".members tbody tr").first.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
    page.emulate_media(media="screen")
    page = visitor.go("/networks/bibliotekschefsnatverket/meetings")
    page.locator("main a[href$='/minutes']").first.click()
    expect(page.get_by_text("Underskrifter")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Underskrifter")).to_be_visible()


def test_the_button_that_prints_is_there_only_with_a_script(visit: Visitor) -> None:
    page = visit("medlem").go("/calendar")
    page.evaluate("window.print = () => { document.title = 'utskriven' }")
    page.get_by_role("button", name="Skriv ut").click()
    assert page.title() == "utskriven"
    expect(visit("medlem", scripts=False).go("/calendar").get_by_text("Skriv ut")).to_be_hidden()


def test_the_wall_follows_what_is_written_at_another_table(visit: Visitor, axe: str) -> None:
    writer, reader = visit("samordnare"), visit("samordnare")
    desk = _meeting(writer, "/networks/bokstartsnatverket", "Bokstart: terminens avslutning")
    writer.go(desk.url.removeprefix(writer.address) + "/minutes/write")
    address = str(desk.get_by_role("link", name="Visa på duk").get_attribute("href"))
    wall = reader.go(address)
    heading = wall.get_by_role("heading", level=1)
    title = heading.text_content()
    heading.evaluate("each => { each.kept = true }")
    desk.get_by_label("Anteckningar").fill("Skrivet vid ett annat bord.\n\n- ett\n- två")
    expect(wall.locator("#wall li").last).to_have_text("två", timeout=20_000)
    assert heading.text_content() == title
    assert heading.evaluate("each => each.kept")  # what has not changed is left alone
    wall.evaluate(axe)
    assert wall.evaluate("axe.run().then(done => done.violations.map(each => each.id))") == []
    wall.get_by_role("link", name="Stäng dukläget").click()
    expect(wall.get_by_label("Anteckningar")).to_have_value(re.compile("Skrivet vid ett annat bord"))


def test_the_wall_says_that_the_connection_is_lost_until_it_is_back(visit: Visitor) -> None:
    visitor = visit("samordnare")
    desk = _meeting(visitor, "/networks/bokstartsnatverket", "Bokstart: terminens avslutning")
    wall = visitor.context.new_page()  # one whose console may tell of the failure
    wall.goto(desk.url + "/minutes/wall")
    wall.route("**/minutes/wall*", lambda route: route.fulfill(status=502))
    expect(wall.locator("#notice")).to_contain_text("Det gick inte att nå Knutpunkt", timeout=20_000)
    wall.unroute("**/minutes/wall*")
    expect(wall.locator("#notice")).to_be_empty(timeout=20_000)
    expect(wall.locator("#wall")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_the_wall_fits_the_projector(visit: Visitor, width: int, height: int) -> None:
    visitor = visit("samordnare", scripts=False)
    meeting = _meeting(visitor, "/networks/bokstartsnatverket", "Bokstart: terminens avslutning")
    visitor.page.set_viewport_size({"width": width, "height": height})
    page = visitor.go(meeting.url.removeprefix(visitor.address) + "/minutes/wall")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('#wall')).fontSize)") >= width / 60
    size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert size == [width, height]
    expect(page.get_by_role("textbox")).to_have_count(0)


def _meeting(visitor: Visit, network: str, title: str) -> Page:
    page = visitor.go(f"{network}/meetings")
    page.get_by_role("link", name=title, exact=True).click()
    page.wait_for_url("**/meetings/*-*")
    return page


def _pages(page: Page) -> int:
    """How many sheets the page takes on paper."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))
