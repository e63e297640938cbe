"""By keyboard alone: notes are taken, attendance, a decision and a promise noted, and all of it published."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visitor
from tests.browser.keys import Keys
from tests.browser.steps import choose, fill, leave_out, press

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"


def test_notes_are_taken_and_published(visit: Visitor) -> None:
    visitor = visit("samordnare")
    _a_meeting_today(visitor)
    keys = Keys(visitor.page)
    keys.lands("Antecknat").to(visitor.page.get_by_role("button", name="Börja skriva anteckningar")).press("Enter")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(re.compile("^Anteckningar:"))
    _write(keys)
    _decide_and_promise(keys)
    _note_who_is_here(keys)
    _publish(keys)


def _a_meeting_today(visitor: Visit) -> None:
    page = visitor.go(f"{NETWORK}/meetings/new")
    today = date.today().isoformat()  # noqa: DTZ011 - the browser's own day
    written = [fill("title", "Antecknat med bara tangenter"), fill("first_day", today), fill("from_time", "00:01")]
    for step in (*written, fill("to_time", "23:58"), leave_out("standard_agenda"), press("Kalla"), press("Kalla")):
        step(page)
    for title in ("Laget runt", "Sommarläsning"):
        for step in (fill("title", title), choose("kind", "discussion"), press("Lägg till")):
            step(page)
        expect(page.locator("#agenda")).to_contain_text(title)
    page.goto(page.url.split("#")[0])


def _write(keys: Keys) -> None:
    page, notes = keys.page, keys.page.get_by_label("Anteckningar")
    keys.to(notes).write("Borgholm berättar om **bokbussen**.")
    keys.to(page.get_by_role("button", name="Spara", exact=True)).press("Enter")
    expect(page.locator("#saved")).to_contain_text("Sparat")
    keys.on(page.get_by_role("button", name="Spara", exact=True))
    keys.to(page.get_by_role("button", name=re.compile("^Nästa punkt"))).press("Enter")
    keys.on(page.get_by_role("heading", name="2. Sommarläsning"))
    keys.press("Tab").on(notes).write("Alla tolv är med.")


def _decide_and_promise(keys: Keys) -> None:
    page = keys.page
    keys.to(page.locator("summary", has_text="Nytt beslut")).press("Enter", "Tab")
    keys.on(page.get_by_label("Nätverket beslutar att")).write("läsa tillsammans i sommar.")
    keys.press("Tab").on(page.get_by_role("button", name="Lägg till beslut")).press("Enter").told("Beslutet är tillagt")
    keys.on(page.get_by_label("Nätverket beslutar att"))

    keys.to(page.locator("summary", has_text="Ny åtgärd")).press("Space")
    what = page.locator("#what")
    keys.to(what).write("Boka bokbussen").press("Tab")
    page.keyboard.type("Samordnare L")  # a list finds what is typed
    keys.to(page.get_by_role("button", name="Lägg till åtgärd")).press("Enter").told("Åtgärden är tillagd").on(what)
    expect(page.locator("#records")).to_contain_text("Samordnare Läslust")

    keys.to(page.get_by_role("button", name="Ta bort åtgärden: Boka bokbussen"), back=True).press("Enter")
    keys.told("Borttaget").on(page.get_by_role("button", name="Lägg tillbaka åtgärden: Boka bokbussen"))
    keys.press("Space").told("Tillbaka").on(page.get_by_role("button", name="Ändra åtgärden: Boka bokbussen"))


def _note_who_is_here(keys: Keys) -> None:
    page = keys.page
    here = page.get_by_role("checkbox", name="Kontaktperson Borgholm Borgholm", exact=True)
    was = here.is_checked()
    keys.to(here).press("Space")
    expect(here).to_be_checked(checked=not was)
    save = page.get_by_role("button", name="Spara närvaro")
    keys.to(save).press("Enter").told("Närvaron är sparad").on(save)


def _publish(keys: Keys) -> None:
    page = keys.page
    keys.to(page.get_by_role("button", name="Spara och granska"), back=True).press("Enter")
    keys.lands("Publicera minnesanteckningarna")
    expect(page.get_by_role("main")).to_contain_text("läsa tillsammans i sommar.")
    keys.to(page.get_by_role("button", name="Publicera minnesanteckningarna")).press("Enter")
    keys.met_with("Anteckningarna är publicerade")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"Minnesanteckningar \d+/\d{4}"))
