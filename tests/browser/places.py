"""Where things are in the demo county: addresses with ids, found by the words of the links that lead there."""

import html
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.steps import choose, fill, press

NETWORK = "/networks/barn-och-unganatverket"
EMPTY = "Nätverket som just har börjat"
WORD = "Flaggstångsknoppförgyllningsentreprenörsföreningsordförandeskap"
LONG = f"{WORD} och länsövergripande kvalitetssäkringsarbete i nya former"[:120]
IN_SIX_WEEKS = (date.today() + timedelta(weeks=6)).strftime("%Y-%m")  # noqa: DTZ011 - the browser's own day

LINKS = {
    "meeting": (f"{NETWORK}/meetings", "Läsning på fritiden"),
    "draft": (f"{NETWORK}/meetings", "Vårens första träff"),
    "joint": (f"{NETWORK}/meetings", "Samverkan med barnhälsovården"),
    "corrected": (f"{NETWORK}/meetings", "Nätverksträff: höststart"),
    "written": ("/networks/bokstartsnatverket/meetings", "Bokstart: terminens avslutning"),
    "published": ("/networks/digitala-natverket/meetings", "Digitala nätverket: avstämning"),
    "decided": ("/networks/bibliotekschefsnatverket/meetings", "Bibliotekschefsmöte 3"),
    "formal": ("/networks/bibliotekschefsnatverket/meetings", "Bibliotekschefsmöte 4"),
    "cancelled": ("/networks/tillganglighetsnatverket/meetings", "Tillgängliga medier"),
    "compound": ("/networks/tillganglighetsnatverket/meetings", "Tillgänglighetsredogörelsernas"),
    "occasion": (f"/calendar?view=list&month={IN_SIX_WEEKS}", "Läslust hela livet"),
    "person": ("/people", "Kontaktperson Borgholm"),
    "empty": ("/networks", EMPTY),
    "wordy": ("/networks", WORD),
    "wordy_meeting": ("{wordy}/meetings", WORD),
    "unpublished": ("/networks/medienatverket/meetings", "Medieträff vår"),
}
"""What is linked by name: the page that links to it, and how the link begins."""

PARTS = {
    "item": ("{meeting}", r"/meetings/[^/\"]+/agenda/[^/\"]+/edit"),
    "membership": (f"{NETWORK}/members", rf"({NETWORK}/members/[^/\"]+)/change"),
    "focus": ("/admin/focus-areas", r"/admin/focus-areas/[^/\"]+/edit"),
    "document": (f"{NETWORK}/documents", rf"{NETWORK}/documents/[0-9a-f-]{{36}}"),
    "notice": (NETWORK, rf"{NETWORK}/notices/[^/\"]+/edit"),
    "request": (NETWORK, rf"{NETWORK}/requests/[^/\"]+"),
    "seated": (f"{NETWORK}/seats/borgholm", rf"{NETWORK}/seats/borgholm/[^/\"]+/end"),
    "letter": ("/admin/mail?pile=done", r"/admin/mail/[0-9a-f-]{36}"),
    "library": ("/municipalities/hogsby", r"/municipalities/hogsby/libraries/[^/\"]+/edit"),
}
"""What is known by its address: the page that links to it, and what the link looks like."""


def furnish(page: Page, address: str) -> None:
    """Add what the demo lacks, as an administrator would: a network with nothing in it, and one full of long words."""
    for name in (EMPTY, LONG):
        page.goto(f"{address}/networks/new")
        for step in (fill("name", name), fill("purpose", LONG), press("Skapa")):
            step(page)
        page.wait_for_url(re.compile("/networks/(?!new)"))
    page.goto(page.url.removesuffix("/members") + "/meetings/new")
    for step in (fill("title", LONG), fill("place", LONG), fill("description", f"{LONG}\n\n- {WORD}"), press("Spara")):
        step(page)
    page.wait_for_url(re.compile("/meetings/(?!new)"))
    items = page.locator("#agenda > ol > li:not(.adding)")
    for title in (LONG, WORD):
        there = items.count()
        for step in (fill("title", title), fill("minutes", "600"), choose("kind", "decision"), press("Lägg till")):
            step(page)
        expect(items).to_have_count(there + 1)
    page.goto(address + NETWORK + "/meetings")
    meeting = page.get_by_role("link", name=LINKS["meeting"][1], exact=True)  # others begin so, when tests have run
    page.goto(f"{address}{meeting.get_attribute('href')}/edit")
    for step in (fill("place", "Vimmerby bibliotek, läsrummet"), press("Spara")):
        step(page)
    _wait_for_a_letter(page, address)


def _wait_for_a_letter(page: Page, address: str) -> None:
    """Wait until the worker has looked at what was posted to the members; a demo shows what it would have sent."""
    for _ in range(30):
        page.goto(f"{address}/admin/mail?pile=done")
        if page.locator("main a[href^='/admin/mail/']").count():
            return
        page.wait_for_timeout(1000)
    raise AssertionError("no letter has left the outbox")


def find(context: BrowserContext, address: str, wanted: Iterable[str] = (*LINKS, *PARTS)) -> dict[str, str]:
    """Return the places' addresses, looked up as the person whose context it is."""
    found: dict[str, str] = {}
    for name in wanted:
        where, like = LINKS.get(name) or PARTS[name]
        search = partial(_named, begins=like) if name in LINKS else partial(_shaped, pattern=like)
        found[name] = _link(context, address + where.format(**found), search)
    return found


def _link(context: BrowserContext, where: str, search: partial[str | None]) -> str:
    found = search(context.request.get(where).text())
    assert found, f"{where} has no link as {search.keywords}"
    return found


def _named(text: str, *, begins: str) -> str | None:
    for address, inside in re.findall(r'<a\b[^>]*?href="([^"]+)"[^>]*>(.*?)</a>', text, re.DOTALL):
        words = html.unescape(re.sub(r"<[^>]+>", "", inside)).replace("\xad", "")
        if " ".join(words.split()).startswith(begins):
            return str(address)
    return None


def _shaped(text: str, *, pattern: str) -> str | None:
    found = re.search(f'href="{pattern}"', text)
    return found[found.re.groups].removeprefix('href="').removesuffix('"') if found else None
