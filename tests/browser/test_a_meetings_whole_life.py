"""A coordinator runs a meeting from notice to published notes; a member answers, reads and subscribes."""

import re
import urllib.request
from datetime import date

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
NETWORK = "/networks/barn-och-unganatverket"


@pytest.mark.parametrize(
    "scripts", [pytest.param(True, id="scripts", marks=pytest.mark.smoke), pytest.param(False, id="no-scripts")]
)
def test_from_notice_to_published_notes(visit: Visitor, scripts: bool) -> None:
    title = f"Högläsning {'med' if scripts else 'utan'} skript"
    coordinator = visit("samordnare", scripts=scripts)
    meeting = _call(coordinator.go(f"{NETWORK}/meetings/new"), title)
    _set_agenda(coordinator.page)
    member = visit("medlem", scripts=scripts, width=360)
    _answer(member.go(meeting), title)
    _write_and_publish(coordinator.go(meeting))
    _read(member.go(meeting))
    _subscribe(member.go("/feeds"), member.address, title)


def _call(page: Page, title: str) -> str:
    page.get_by_label("Rubrik").fill(title)
    page.get_by_label("Datum", exact=True).fill(date.today().isoformat())  # noqa: DTZ011 - the browser's own day
    page.get_by_label("Från", exact=True).fill("00:01")
    page.get_by_label("Till", exact=True).fill("23:58")
    page.get_by_label("Svara senast").fill("")
    page.get_by_label("Plats").fill("Vimmerby bibliotek")
    page.get_by_label("Börja med standardpunkterna").uncheck()
    page.get_by_role("button", name=re.compile("^Kalla")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Kalla till {title}?")
    page.get_by_role("button", name=re.compile(r"^Kalla \d+ medlemmar")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return "/" + page.url.split("/", 3)[3]


def _set_agenda(page: Page) -> None:
    for item, minutes in (("Laget runt", "30"), ("Sommarläsning", "20")):
        page.locator("#add").get_by_label("Rubrik").fill(item)
        page.locator("#add").get_by_label("Minuter").fill(minutes)
        page.locator("#add").get_by_role("button", name="Lägg till").click()
        expect(page.locator("#agenda")).to_contain_text(f"{item}")
    page.get_by_role("button", name="Flytta upp punkt 2").click()
    expect(page.locator(".agenda h3").first).to_contain_text("1. Sommarläsning")
    page.get_by_role("link", name="Publicera dagordningen").click()
    page.get_by_role("button", name="Publicera dagordningen").click()
    expect(page.locator("#agenda")).to_contain_text("Publicerad")


def _answer(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("#agenda")).to_contain_text("Sommarläsning")
    page.get_by_role("button", name="På plats").click()
    expect(page.get_by_role("button", name="På plats")).to_have_attribute("aria-pressed", "true")


def _write_and_publish(page: Page) -> None:
    page.get_by_role("button", name="Börja skriva anteckningar").click()
    page.get_by_label("Anteckningar").fill("Alla vill göra om **kampanjen**.")
    page.get_by_text("Nytt beslut").click()
    page.get_by_label("Nätverket beslutar att").fill("genomföra en gemensam sommarläsning.")
    page.get_by_role("button", name="Lägg till beslut").click()
    expect(page.locator("#records")).to_contain_text("genomföra en gemensam sommarläsning.")
    page.get_by_role("button", name=re.compile("^Nästa punkt")).click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Laget runt")
    page.get_by_label("Anteckningar").fill("Borgholm berättar.")
    page.get_by_role("button", name="Granska och publicera").click()
    expect(page.get_by_role("main")).to_contain_text("allmän handling")
    expect(page.get_by_role("main")).to_contain_text("Alla vill göra om kampanjen.")
    page.get_by_role("button", name="Publicera minnesanteckningarna").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"Minnesanteckningar \d+/\d{4}"))


def _read(page: Page) -> None:
    page.get_by_role("link", name=re.compile("anteckning", re.IGNORECASE)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"Minnesanteckningar \d+/\d{4}"))
    expect(page.locator("article strong").first).to_have_text("kampanjen")
    expect(page.get_by_role("main")).to_contain_text("att genomföra en gemensam sommarläsning.")


def _subscribe(page: Page, address: str, title: str) -> None:
    page.get_by_role("button", name=re.compile("^Skapa")).click()
    link = page.locator(f'input[value^="{address}/feeds/"], a[href^="{address}/feeds/"]').first
    feed = link.get_attribute("value") or link.get_attribute("href")
    assert feed is not None
    with urllib.request.urlopen(feed) as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        calendar = icalendar.Calendar.from_ical(answer.read())
    assert title in {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
