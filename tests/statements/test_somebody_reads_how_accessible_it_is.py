"""The accessibility statement: open to everyone, in both languages, with each point that the authority lists.

The points: Digg, "Skapa en tillgänglighetsredogörelse" (MDFFS 2019:2, 6 §).
"""

from types import SimpleNamespace

import pytest
from sqlalchemy import delete

from app import db
from app.organisation.models import Organisation
from tests.browser_double import Browser

ENGLISH = {"Accept-Language": "en"}


@pytest.mark.parametrize(
    "point",
    [
        "Biblioteksutveckling, Region Exempel står bakom Knutpunkt",  # who, and which service
        "Knutpunkt är delvis förenlig med lagen om tillgänglighet till digital offentlig service",  # how far
        "Användning utan synförmåga",  # what is not accessible, by situation of use
        "prövats av människor som använder skärmläsare till vardags",
        "svart på vitt",
        "Skäl: en sådan prövning är inte gjord än",  # and why
        "Senast bedömd lördag den 28 november 2026",
        "Redogörelsen uppdaterad lördag den 28 november 2026",
        "Självskattning (intern testning)",  # how it was assessed
        "axe-core",
        "Oskäligt betungande anpassning (12 §) Vi åberopar inget undantag",
        "Innehåll som lagen inte omfattar (9 §) Dokument, filmer och webbplatser som andra ansvarar för",
        "Myndigheten för digital förvaltning (Digg) har tillsyn",
    ],
)
def test_each_point_stands_there_before_anybody_has_written_a_word(nobody: Browser, point: str) -> None:
    assert point in nobody.get("/accessibility")


def test_the_ways_to_report_are_links(nobody: Browser) -> None:
    page = nobody.get("/accessibility")
    assert page.title == "Tillgänglighetsredogörelse – Knutpunkt"
    assert "mailto:hjalp@knutpunkt.example" in page.links
    assert "https://www.digg.se/tdosanmalan" in page.links
    assert '<time datetime="2026-11-28">' in page.html


def test_in_english_for_those_who_read_english(nobody: Browser) -> None:
    page = nobody.get("/accessibility", headers=ENGLISH)
    assert page.title == "Accessibility statement – Knutpunkt"
    assert "is partially compliant with the Swedish act" in page
    assert "not yet been tried by people who use a screen reader every day" in page
    assert "The Agency for Digital Government (Digg)" in page
    assert 'lang="sv"' not in page.html.replace('value="sv" lang="sv"', "")


@pytest.mark.parametrize("address", ["/login", "/help", "/accessibility", "/privacy", "/welcome/nothing", "/nowhere"])
def test_both_pages_are_linked_wherever_one_is_signed_out(nobody: Browser, address: str) -> None:
    assert {"/accessibility", "/privacy"} <= set(nobody.get(address).links)


def test_and_signed_in(bob: Browser) -> None:
    assert {"/accessibility", "/privacy"} <= set(bob.get("/").links)
    assert bob.get("/accessibility").status == 200


def test_only_administrators_are_asked_to_go_through_it(dana: Browser, bob: Browser, nobody: Browser) -> None:
    for address in ("/accessibility", "/privacy"):
        assert "Den här texten följde med Knutpunkt" in dana.get(address)
        assert f"{address}/edit" in dana.get(address).links
        for reader in (bob, nobody):
            assert "Den här texten följde med Knutpunkt" not in reader.get(address)
            assert f"{address}/edit" not in reader.get(address).links


def test_before_the_organisation_is_described_the_pages_are_there(nobody: Browser, world: SimpleNamespace) -> None:
    db.session.execute(delete(Organisation))
    db.session.commit()
    assert "Den som driver Knutpunkt står bakom" in nobody.get("/accessibility")
    assert "Personuppgiftsansvarig Den som driver Knutpunkt" in nobody.get("/privacy")
