"""By keyboard alone: in by the door, past the menu, into another language and out again."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.keys import Keys

pytestmark = pytest.mark.browser

COVER = """document.body.append(Object.assign(document.createElement("p"), {id: "over"}));
  document.getElementById("over").style.cssText = "position: fixed; inset: 0; background: white; z-index: 9"; """


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("each.style.outline = 'none'", "no focus is seen"),
        ("each.style.cssText = 'position: fixed; top: -20px'", "outside of the window"),
        (COVER, "covered by"),
        ("each.blur()", "the focus is nowhere"),
    ],
)
def test_a_focus_that_cannot_be_seen_is_told_of(visit: Visitor, spoilt: str, told: str) -> None:
    page = visit().go("/login")
    keys = Keys(page).to(page.locator("#email"))
    assert keys.seen() == ""
    page.locator("#email").evaluate(f"each => {{ {spoilt} }}")
    with pytest.raises(AssertionError, match=told):
        keys.seen()


@pytest.mark.parametrize("width", [1280, pytest.param(360, marks=pytest.mark.proof)])
def test_somebody_comes_in_changes_language_and_leaves(visit: Visitor, width: int) -> None:
    visitor = visit(width=width)
    page, keys = visitor.go("/login"), Keys(visitor.page)
    email, password = page.locator("#email"), page.locator("#password")

    keys.to(email).write("utomstaende@knutpunkt.example").press("Tab").on(password).write("fel lösenord").press("Enter")
    expect(page.get_by_text("hör inte ihop")).to_have_count(1)
    keys.on(password)
    expect(password).to_have_accessible_description(
        "E-postadressen och lösenordet hör inte ihop. Skriv dem en gång till."
    )

    keys.sign_in(visitor.address, "utomstaende").lands("den ")
    keys.to(page.locator("footer button[name=language]")).press("Enter").met_with("in English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    keys.to(page.locator("footer button[name=language]")).press("Space").met_with("på svenska")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    keys.to(page.get_by_role("button", name="Logga ut")).press("Enter").met_with("Du är utloggad")
