"""Who writes minutes loses nothing by going on: each tick is saved, and what is not sent yet is taken along."""

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, Visitor
from tests.browser.steps import choose, fill, leave_out, press

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"


@pytest.fixture
def coordinator(visit: Visitor) -> Visit:
    """At the desk of a meeting today with two items; a page that asks before it is left fails the test."""
    visitor = visit("samordnare")
    page = visitor.go(f"{NETWORK}/meetings/new")
    today = date.today().isoformat()  # noqa: DTZ011 - the browser's own day
    written = [fill("title", "Inget går förlorat"), fill("first_day", today), fill("from_time", "00:01")]
    for step in (*written, fill("to_time", "23:58"), leave_out("standard_agenda"), press("Kalla"), press("Kalla")):
        step(page)
    for title in ("Laget runt", "Sommarläsning"):
        for step in (fill("title", title), choose("kind", "discussion"), press("Lägg till")):
            step(page)
        expect(page.locator("#agenda")).to_contain_text(title)
    page.goto(page.url.split("#")[0])
    press("Börja skriva anteckningar")(page)
    expect(page.locator("#roll-count")).to_be_visible()
    return visitor


def test_each_tick_is_saved_and_the_heading_counts(coordinator: Visit) -> None:
    page, asked = coordinator.page, _asked(coordinator.page)
    for here in _boxes(page)[:3]:
        here.check()
    expect(page.locator("#roll-count")).to_contain_text(re.compile("^Närvaro, 3 av"))
    expect(page.locator("#saved .at-rest")).to_contain_text("Sparat kl.")
    page.get_by_role("button", name=re.compile("^Nästa punkt")).click()
    expect(page.get_by_role("heading", name="2. Sommarläsning")).to_be_focused()
    assert [each.is_checked() for each in _boxes(page)[:4]] == [True, True, True, False]
    assert asked == []


def test_who_is_there_digitally_is_there_and_who_is_not_is_not(coordinator: Visit) -> None:
    page = coordinator.page
    here, online = _boxes(page)[0], page.locator("input[name=online]").first
    online.check()
    expect(here).to_be_checked()
    here.uncheck()
    expect(online).not_to_be_checked()
    expect(page.locator("#roll-count")).to_contain_text(re.compile("^Närvaro, 0 av"))


def test_words_not_yet_sent_are_taken_along_by_a_link(coordinator: Visit) -> None:
    page, asked = coordinator.page, _asked(coordinator.page)
    desk = page.url
    page.get_by_label("Anteckningar").fill("Borgholm berättar.")
    expect(page.locator("#saved .not-yet")).to_be_visible()
    page.get_by_label("Övriga").fill("En gäst")
    page.get_by_role("link", name="Visa på duk").click()
    expect(page.locator("#wall")).to_contain_text("Borgholm berättar.")
    page.goto(desk)
    expect(page.get_by_label("Övriga")).to_have_value("En gäst")
    assert asked == []


def test_a_half_written_promise_keeps_one_on_the_page(coordinator: Visit) -> None:
    page = coordinator.page
    page.locator("summary", has_text="Ny åtgärd").click()
    page.locator("#what").fill("Boka bokbussen")
    page.get_by_role("link", name="Visa på duk").click()
    expect(page.locator("#records .error-summary")).to_contain_text("Välj vem som gör det")
    expect(page.locator("#what")).to_have_value("Boka bokbussen")


def test_two_who_tick_at_once_are_told_and_neither_is_overwritten(coordinator: Visit) -> None:
    page, colleague = coordinator.page, coordinator.context.new_page()
    colleague.goto(page.url)
    _boxes(colleague)[0].check()
    expect(colleague.locator("#roll-count")).to_contain_text("Närvaro, 1 av")
    mine = _boxes(page)[1]
    mine.check()
    expect(page.locator("#attendance")).to_contain_text("Någon annan har ändrat närvaron samtidigt")
    expect(mine).to_be_focused()
    expect(mine).to_be_checked()
    expect(page.locator("#saved .not-yet")).to_be_visible()
    colleague.reload()
    assert [each.is_checked() for each in _boxes(colleague)[:2]] == [True, False]
    _boxes(page)[0].check()  # now both are there, and what differed is gone
    expect(page.locator("#attendance")).not_to_contain_text("Någon annan")
    expect(page.locator("#roll-count")).to_contain_text("Närvaro, 2 av")
    colleague.close()


def test_words_and_the_button_at_once_overwrite_nobody(coordinator: Visit) -> None:
    page, colleague = coordinator.page, coordinator.context.new_page()
    colleague.goto(page.url)
    for desk, words in ((colleague, "En gäst"), (page, "En annan gäst")):
        desk.get_by_label("Övriga").fill(words)
        press("Spara närvaro")(desk)  # leaving the field saves, and so does the button
        desk.wait_for_load_state("networkidle")
    expect(page.locator("#attendance")).to_contain_text("sparat: En gäst, du: En annan gäst")
    colleague.reload()
    expect(colleague.get_by_label("Övriga")).to_have_value("En gäst")
    press("Spara närvaro")(page)  # now it is seen
    expect(page.locator("#status")).to_contain_text("Närvaron är sparad")
    colleague.reload()
    expect(colleague.get_by_label("Övriga")).to_have_value("En annan gäst")
    colleague.close()


def test_a_decision_is_changed_or_left_and_one_stands_on_it(coordinator: Visit) -> None:
    page = coordinator.page
    page.locator("summary", has_text="Nytt beslut").click()
    words = page.get_by_label("Nätverket beslutar att")
    words.fill("läsa i sommar")
    press("Lägg till beslut")(page)
    change = page.get_by_role("button", name=re.compile("^Ändra beslutet"))
    change.click()
    expect(words).to_be_focused()
    expect(page.locator("#status")).to_be_empty()
    words.fill("något annat")
    press("Avbryt")(page)
    expect(change).to_be_focused()
    expect(page.locator("#records")).to_contain_text("läsa i sommar")
    change.press("Enter")
    words.fill("läsa i vinter")
    press("Spara beslutet")(page)
    expect(change).to_be_focused()
    expect(page.locator("#records")).to_contain_text("läsa i vinter")
    expect(words).not_to_be_visible()


def _boxes(page: Page) -> list[Locator]:
    return page.locator("input[name=present]").all()


def _asked(page: Page) -> list[str]:
    """The questions that the browser asks when the page is left, from now on."""
    asked: list[str] = []

    def note(dialog: object) -> None:
        asked.append(dialog.message)  # type: ignore[attr-defined]
        dialog.accept()  # type: ignore[attr-defined]

    page.on("dialog", note)
    return asked
