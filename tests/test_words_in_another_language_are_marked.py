"""On an English page what people wrote in Swedish is marked as Swedish: screen readers say it right (3.1.2)."""

import re
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from flask import Flask
from sqlalchemy import select

from app import db
from app.demo.county import load_county
from app.focus.models import FocusArea
from app.followup.models import Action, Decision
from app.meetings.models import AgendaItem
from app.minutes.models import ItemNote
from app.networks.models import Network
from app.occasions.models import Occasion
from app.people.models import Person
from app.rooms.models import Document, Handover, MandateVersion, Notice
from tests.browser_double import Browser

WRITTEN = (
    Occasion.title, Occasion.description, Occasion.cancelled_because, AgendaItem.title, AgendaItem.description,
    ItemNote.text, Decision.text, Action.what, Network.name, Network.purpose, FocusArea.name,
    Person.title, Document.title, Notice.text, MandateVersion.text, MandateVersion.decided_by, MandateVersion.why,
    Handover.text,
)  # fmt: skip
NOT_READ = {"label", "option", "script", "style", "template", "textarea", "title"}
MOST = 150
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def county(empty: Flask) -> Flask:
    load_county(password="ett långt lösenord", host_name="knutpunkt.example")
    db.session.commit()
    return empty


@pytest.mark.parametrize("who", ["samordnare", "admin", "utomstaende"])
def test_swedish_words_on_an_english_page(county: Flask, who: str) -> None:
    written, names = (
        _written(),
        sorted((each.name for each in db.session.scalars(select(Person))), key=len, reverse=True),
    )
    person = db.session.scalars(select(Person).where(Person.email == f"{who}@knutpunkt.example")).one()
    browser = Browser(county, person)
    unmarked, seen = [], 0
    for address, html in _pages(browser):
        seen += 1
        body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
        for words, language in _read(body, "en"):
            own = re.sub("|".join(map(re.escape, names)), "", words)  # a name is a name in every language
            if language != "sv" and any(line in own for line in written):
                unmarked.append(f"{address}: {words}")
    assert seen > 30
    assert not unmarked, "\n".join(dict.fromkeys(unmarked))


def test_a_swedish_page_marks_nothing(county: Flask) -> None:
    person = db.session.scalars(select(Person).where(Person.email == "medlem@knutpunkt.example")).one()
    assert 'lang="sv"' not in Browser(county, person).get("/").html.replace('<html lang="sv"', "")


def _written() -> set[str]:
    """Return the lines people wrote, those long enough not to be a word of the page itself."""
    texts = [text for column in WRITTEN for text in db.session.scalars(select(column)) if text]
    lines = {line.strip("-*#> ") for text in texts for line in text.splitlines()}
    return {line for line in lines if len(line) > 7 and not re.search(r"[*_\[`]", line)}


def _pages(browser: Browser) -> Iterator[tuple[str, str]]:
    """Follow every link from the start page, one page of each kind a few times, at most MOST in all."""
    waiting, known, kinds = ["/"], {"/"}, dict[str, int]()
    while waiting and len(known) < 2_000:
        address = waiting.pop(0)
        kind = re.sub(r"[0-9a-f-]{36}|(?<=/networks/)[a-z-]+(?=/|$)", "*", address.partition("?")[0])
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > 6:
            continue
        page = browser.get(address, headers=ENGLISH)
        if page.status != 200 or not page.html.startswith("<!doctype"):
            continue
        yield address, page.html
        for link in re.findall(r'href="(/[^"#]*)"', page.html):
            link = link.replace("&amp;", "&")
            if link not in known and not link.startswith(("/static", "/feeds/", "/styleguide")):
                known.add(link)
                waiting.append(link)


def _read(element: Any, language: str) -> Iterator[tuple[str, str]]:
    """Give every run of words with the language it is marked as."""
    if element.tag in NOT_READ:
        return
    language = element.get("lang", language)
    runs = [(element.text, language), *((child.tail, language) for child in element)]
    yield from ((re.sub(r"\s+", " ", text).strip(), own) for text, own in runs if text and text.strip())
    for child in element:
        if isinstance(child.tag, str):
            yield from _read(child, language)
