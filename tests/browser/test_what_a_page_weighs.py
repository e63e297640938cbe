"""A page is light, stands still, and waits for nobody: the budgets, measured in the browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from app.config import HTMX_INTEGRITY
from tests.browser import places
from tests.browser.conftest import Visit
from tests.browser.places import NETWORK
from tests.browser.serving import served
from tests.browser.wire import Scale, network_that_brings

pytestmark = pytest.mark.browser
KB = 1024
FIRST, REQUESTS, LATER = 60 * KB, 6, 12 * KB
MOVES = """
window.moved = [];
new PerformanceObserver(list => list.getEntries().forEach(each => window.moved.push([each.value, ...each.sources.map(
  at => [at.node?.outerHTML?.slice(0, 80), JSON.stringify(at.previousRect), JSON.stringify(at.currentRect)].join(" ")
)]))).observe({type: "layout-shift", buffered: true});
"""


@pytest.fixture(scope="module")
def cdn(htmx_file: bytes) -> Iterator[str]:
    with network_that_brings(htmx_file) as address:
        yield address


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, cdn: str) -> Iterator[str]:
    """The demo county with htmx from a network of its own: the browser keeps what it has fetched, as everywhere."""
    settings = {"HTMX_URL": f"{cdn}/htmx.min.js", "HTMX_INTEGRITY": HTMX_INTEGRITY}
    with served(tmp_path_factory.mktemp("weighed"), **settings) as address:
        yield address


@pytest.fixture(scope="module")
def waiting_house(tmp_path_factory: pytest.TempPathFactory, cdn: str) -> Iterator[str]:
    """The demo county with htmx from a network that never answers."""
    with served(tmp_path_factory.mktemp("waiting"), HTMX_URL=f"{cdn}/never.js") as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(locale="sv-SE", viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(15_000)
        yield context


def test_the_first_page_is_light_and_the_later_ones_lighter(context: BrowserContext, house: str) -> None:
    visit = Visit(context.new_page(), context, house)
    visit.sign_in("samordnare")
    where = places.find(context, house, ("meeting", "published"))
    scale = Scale(visit.page)
    scale.forget()
    first, requests = scale.weigh(house + "/")
    print("the first page", first, scale.fetched)
    assert (first <= FIRST, requests <= REQUESTS) == (True, True), scale.fetched
    found = {
        path: scale.weigh(house + path)
        for path in ("/", where["meeting"], "/calendar", NETWORK, f"{NETWORK}/members", "/people",
                     f"{where['published']}/minutes", "/actions", "/decisions", "/feeds", "/networks", "/me")
    }  # fmt: skip
    print(found)
    assert {path: weight for path, weight in found.items() if weight[0] > LATER or weight[1] > 1} == {}


def test_what_is_static_is_kept_for_a_year_under_the_name_of_its_content(context: BrowserContext, house: str) -> None:
    page = context.request.get(f"{house}/login").text()
    addresses = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    assert len(addresses) == 3
    for address in addresses:
        answer = context.request.get(house + address)
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", address)
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_comes(context: BrowserContext, house: str, width: int) -> None:
    context.add_init_script(MOVES)
    visit = Visit(context.new_page(), context, house)
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.sign_in("samordnare")
    where = places.find(context, house, ("meeting",))
    scale, moved = Scale(visit.page), {}
    for path in ("/", where["meeting"], "/calendar", NETWORK, f"{NETWORK}/members"):
        scale.forget()
        scale.weigh(house + path)
        moved[path] = visit.page.evaluate("window.moved")
    assert {path: each for path, each in moved.items() if each} == {}


def test_the_first_thing_painted_has_the_right_scheme(context: BrowserContext, house: str) -> None:
    """Nothing is painted before the style sheet is there, and the scheme is the style sheet's: no script sets it."""
    visit = Visit(context.new_page(), context, house)
    visit.page.emulate_media(color_scheme="dark")
    visit.sign_in("medlem")
    Scale(visit.page).forget()
    visit.go("/").wait_for_function("performance.getEntriesByName('first-paint').length")
    painted, styled = visit.page.evaluate(
        "[performance.getEntriesByName('first-paint')[0].startTime,"
        " performance.getEntriesByType('resource').find(each => each.name.endsWith('.css')).responseEnd]"
    )
    assert painted >= styled
    assert visit.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light dark"
    expect(visit.page.locator("html")).not_to_have_attribute("data-scheme", re.compile(".*"))


def test_nobody_waits_for_a_network_that_does_not_answer(context: BrowserContext, waiting_house: str) -> None:
    context.set_default_timeout(3_000)
    page = context.new_page()
    page.goto(f"{waiting_house}/login", wait_until="commit")
    page.fill("#email", "medlem@knutpunkt.example")
    page.fill("#password", "ett långt lösenord för prov")
    page.get_by_role("button", name="Logga in").click(no_wait_after=True)
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("dag den"))
    page.get_by_role("button", name="På plats").first.click(no_wait_after=True)
    expect(page.get_by_role("button", name="På plats").first).to_have_attribute("aria-pressed", "true")
