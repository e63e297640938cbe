"""On an English page what people wrote in Swedish is marked as Swedish: screen readers say it right (3.1.2)."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from app import db
from app.demo.county import load_county
from app.people.models import Person
from tests.browser_double import Browser
from tests.languages import runs, written_lines

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def county(empty: Flask) -> Flask:
    load_county(password="ett långt lösenord", host_name="knutpunkt.example")
    db.session.commit()
    return empty


@pytest.mark.parametrize("who", ["samordnare", "admin", "utomstaende"])
def test_swedish_words_on_an_english_page(county: Flask, who: str) -> None:
    written, names = (
        written_lines(),
        sorted((each.name for each in db.session.scalars(select(Person))), key=len, reverse=True),
    )
    person = db.session.scalars(select(Person).where(Person.email == f"{who}@knutpunkt.example")).one()
    browser = Browser(county, person)
    unmarked, seen = [], 0
    for address, html in _pages(browser):
        seen += 1
        for words, language in runs(html, "en"):
            own = re.sub("|".join(map(re.escape, names)), "", words)  # a name is a name in every language
            if language != "sv" and any(line in own for line in written):
                unmarked.append(f"{address}: {words}")
    assert seen > 30
    assert not unmarked, "\n".join(dict.fromkeys(unmarked))


def test_a_swedish_page_marks_nothing(county: Flask) -> None:
    person = db.session.scalars(select(Person).where(Person.email == "medlem@knutpunkt.example")).one()
    assert 'lang="sv"' not in Browser(county, person).get("/").html.replace('<html lang="sv"', "")


def _pages(browser: Browser) -> Iterator[tuple[str, str]]:
    """Follow every link from the start page, to three pages of each kind."""
    waiting, known, kinds = ["/"], {"/"}, dict[str, int]()
    while waiting and len(known) < 2_000:
        address = waiting.pop(0)
        kind = re.sub(r"[0-9a-f-]{36}|(?<=/networks/)[a-z-]+(?=/|$)", "*", address.partition("?")[0])
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > 3:
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
