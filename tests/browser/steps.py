"""What somebody does on a page before it is looked at, one small step after the other."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

Step = Callable[[Page], None]
DATA = Path(__file__).parents[1] / "imports" / "data"


def fill(name: str, text: str) -> Step:
    """Write in the first field of that name; the words wait if the page is still bringing it."""
    return lambda page: _field(page, name).fill(text)


def choose(name: str, value: str) -> Step:
    """Take one of several, or tick a box."""
    return lambda page: page.locator(f"main [name='{name}'][value='{value}']").first.check()


def leave_out(name: str, number: int = 0) -> Step:
    """Take the tick from a box."""
    return lambda page: page.locator(f"main [name='{name}']").nth(number).uncheck()


def tell(name: str, value: str) -> Step:
    """Choose in a list."""
    return lambda page: _ignore(_field(page, name).select_option(value))


def hand_in(file: str) -> Step:
    """Choose a file of tests/imports/data."""
    return lambda page: page.locator("main input[type=file]").set_input_files(DATA / file)


def hand_in_text(name: str, text: str) -> Step:
    """Choose a file made up on the spot."""
    made = {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}
    return lambda page: page.locator("main input[type=file]").set_input_files(made)  # type: ignore[arg-type]


def press(name: str) -> Step:
    """Press the first button whose name begins so."""
    return lambda page: page.locator("main").get_by_role("button", name=re.compile(f"^{name}")).first.click()


def follow(name: str) -> Step:
    """Go where the first link whose name begins so leads."""
    return lambda page: page.locator("main").get_by_role("link", name=re.compile(f"^{name}")).first.click()


def unfold(text: str) -> Step:
    """Open what is folded away."""
    return lambda page: page.locator("main summary").filter(has_text=text).first.click()


def on_to(rest: str) -> Step:
    """Go on to an address that begins with the present one."""
    return lambda page: _ignore(page.goto(page.url.split("?")[0] + rest))


def see(text: str) -> Step:
    """Wait until the page says so."""
    return lambda page: expect(page.locator("main")).to_contain_text(re.compile(text))


def meanwhile(*steps: Step) -> Step:
    """Let the steps be taken on the same page in another window, as a colleague would."""

    def take(page: Page) -> None:
        other = page.context.new_page()
        try:
            other.goto(page.url)
            for step in steps:
                step(other)
        finally:
            other.close()
            page.bring_to_front()  # a page behind another draws nothing, and whoever waits for that waits for ever

    return take


def switch_language(page: Page) -> None:
    """Press the foot's button for the other language."""
    was = page.locator("html").get_attribute("lang")
    page.locator("footer button[name=language]").click()
    expect(page.locator("html")).not_to_have_attribute("lang", str(was))


def open_the_link_shown(page: Page) -> None:
    """Go where the secret link leads that the page shows once."""
    page.goto(page.locator("main input#link").input_value())


def _field(page: Page, name: str) -> Locator:
    return page.locator(f"main [name='{name}']:not([type=hidden]):visible").first


def _ignore(_: object) -> None:
    return None
