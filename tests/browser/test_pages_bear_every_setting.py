"""What people set for themselves: zoom, wider text spacing, forced colours, less motion. Every page bears it."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.looking import LISTEN, faults, turn
from tests.browser.places import NETWORK

pytestmark = pytest.mark.browser
PAGES = ("/", NETWORK, f"{NETWORK}/members?add=1", f"{NETWORK}/meetings/new", "/calendar", "/feeds", "/people", "/me",
         "{meeting}", "{item}", "{published}/minutes", "{written}/minutes/write", "{compound}", "{wordy_meeting}",
         "{wordy}", "/admin/log", "/help")  # fmt: skip

SPACED = """() => {
  const sheet = new CSSStyleSheet();  // WCAG 2.2, 1.4.12; a style element would be refused by our own policy
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""

CUT = """() => {
  const cut = [], root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) cut.push(`runs off the side: ${root.scrollWidth} of ${root.clientWidth} px`);
  for (const each of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(each);
    if (!each.innerText?.trim() || style.clipPath !== "none" || each.closest("svg, textarea, select")) continue;
    const [x, y] = [style.overflowX, style.overflowY].map(value => ["hidden", "clip"].includes(value));
    if (x && each.scrollWidth > each.clientWidth + 1 || y && each.scrollHeight > each.clientHeight + 1)
      cut.push(`cuts its words: ${each.outerHTML.slice(0, 200)}`);
  }
  return cut;
}"""


@pytest.mark.parametrize(
    ("width", "spaced"), [(320, True), (640, False), pytest.param(1280, True, marks=pytest.mark.proof)]
)
def test_nothing_is_cut_off(visit: Visitor, county: dict[str, str], width: int, spaced: bool) -> None:
    """1280 px at 400 % is 320, at 200 % 640."""
    at = visit("admin", width=width)
    found = []
    for path in PAGES:
        page = at.go(path.format(**county))
        if spaced:
            page.evaluate(SPACED)
        found += [f"{path}: {each}" for each in page.evaluate(CUT)]
    assert found == []


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.proof)])
def test_forced_colours_hide_nothing(visit: Visitor, axe: str, county: dict[str, str], width: int) -> None:
    """The system sees to the contrast then, and axe reads colours (text-fill) that are not the ones shown."""
    at = visit("samordnare")
    at.context.add_init_script(LISTEN + axe)
    turn(at.page, (width, "dark"))
    at.page.emulate_media(forced_colors="active")
    found = []
    for path in ("/", NETWORK, "/calendar", "{meeting}", "{published}/minutes", "{written}/minutes/write", "/feeds"):
        page = at.go(path.format(**county))
        found += [f"{path}: {each}" for each in faults(page) if not each.startswith("color-contrast")]
        found += [f"{path}: {each} cannot be seen" for each in _unseen(page)]
    assert found == []


def test_with_less_motion_nothing_moves(visit: Visitor) -> None:
    at = visit("medlem")
    at.page.emulate_media(reduced_motion="reduce")
    for path in ("/", "/calendar", "/feeds"):
        longest = at.go(path).evaluate(
            "Math.max(...[...document.querySelectorAll('*')].flatMap(each => { const style = getComputedStyle(each);"
            " return `${style.transitionDuration}, ${style.animationDuration}`.split(', ').map(parseFloat) }))"
        )
        assert longest <= 0.01


def _unseen(page: Page) -> list[str]:
    """Return which signs and knots have the colour of what they stand on: then only colour had told them."""
    return page.evaluate("""() => [...document.querySelectorAll("main svg.knot, main svg.flag, main svg.sign")]
      .filter(each => each.getBoundingClientRect().width && getComputedStyle(each).color ===
        getComputedStyle(document.body).backgroundColor && !each.closest("button, a, [aria-pressed]"))
      .map(each => each.outerHTML)""")  # type: ignore[no-any-return]
