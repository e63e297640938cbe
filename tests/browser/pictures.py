"""`make pictures`: the pictures of docs/pictures, taken of the demo county as the browser tests meet it."""

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
HEIGHT = {1280: 900, 360: 740}
MOST = 150_000
NETWORK = "/networks/barn-och-unganatverket"
MEETING = "Läsning på fritiden"


def test_what_a_member_sees(visit: Visitor) -> None:
    at = visit("medlem")
    _take(at.go("/"), "start", 1280, 360)
    at.page.emulate_media(color_scheme="dark")
    _take(at.page, "start", 1280, suffix="-dark")
    at.page.emulate_media(color_scheme="light")
    _open(at.go(f"{NETWORK}/meetings"), MEETING)
    _take(at.page, "meeting", 1280, 360)
    _take(at.go("/calendar"), "calendar", 1280, 360)


def test_how_a_member_subscribes(visit: Visitor) -> None:
    page = visit("medlem", width=360).go("/feeds")
    page.get_by_role("button", name=re.compile("^Skapa")).click()
    page.locator(".made").wait_for()
    page.get_by_role("heading", level=1).click()  # what was said goes when one goes on
    _take(page, "feeds", 360, top=".made")


def test_published_minutes(visit: Visitor) -> None:
    page = visit("medlem").go("/networks/digitala-natverket/meetings")
    _open(page, "Digitala nätverket: avstämning i oktober")
    page.get_by_role("link", name=re.compile("^Läs ")).click()
    page.get_by_role("heading", level=1, name="Minnesanteckningar").wait_for()
    _take(page, "minutes", 1280, top="article")


def test_what_a_coordinator_sees(visit: Visitor) -> None:
    at = visit("samordnare")
    _take(at.go(f"{NETWORK}/members"), "roster", 1280)
    _open(at.go("/networks/bokstartsnatverket/meetings"), "Bokstart: terminens avslutning")
    at.page.get_by_role("link", name="Skriv anteckningar").first.click()
    at.page.get_by_label("Anteckningar").wait_for()
    _take(at.page, "writing", 1280)


def _open(page: Page, title: str) -> None:
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("heading", level=1, name=title).wait_for()


def _take(page: Page, name: str, *widths: int, suffix: str = "", top: str = "") -> None:
    """Take what one screen shows at each width, from the page's top or from the element `top`."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT[width]})
        page.evaluate("top => { const it = top && document.querySelector(top);"
                      " window.scrollTo(0, it ? it.getBoundingClientRect().top + scrollY - 16 : 0) }", top)  # fmt: skip
        path = FOLDER / f"{name}-{width}{suffix}.png"
        page.screenshot(path=path, animations="disabled", caret="hide")
        assert path.stat().st_size < MOST, f"{path.name} is {path.stat().st_size // 1000} kB"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    sys.exit(pytest.main([__file__]))
