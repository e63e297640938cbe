"""The list of municipalities: sought by its own or a library's name, ordered, a page at a time, and taken along."""

import csv
from io import StringIO
from types import SimpleNamespace

from app import db
from app.places.models import Municipality
from tests.browser_double import Browser
from tests.statements import counted


def test_a_library_leads_to_its_municipality(charlie: Browser) -> None:
    page = charlie.get("/municipalities?name=högsby bibl", fragment=True)
    assert page.html.startswith('<div id="places-found"')
    assert "/municipalities/hogsby" in page.links
    assert "/municipalities/kalmar" not in page.links
    assert "1 kommun" in page.html.split('role="status"')[1]
    assert "Ingen kommun hittades" in charlie.get("/municipalities?name=xyz")


def test_ordered_by_how_many_people(charlie: Browser) -> None:
    links = [each for each in charlie.get("/municipalities?sort=-people").links if each.startswith("/municipalities/")]
    assert links == ["/municipalities/hogsby", "/municipalities/kalmar", "/municipalities/torsas"]
    back = [each for each in charlie.get("/municipalities?sort=-name").links if each.startswith("/municipalities/")]
    assert back == ["/municipalities/torsas", "/municipalities/kalmar", "/municipalities/hogsby"]


def test_fifty_at_a_time_at_the_same_cost(charlie: Browser, world: SimpleNamespace) -> None:
    few = counted(charlie, "/municipalities")
    db.session.add_all(Municipality(name=f"Kommun {number}", slug=f"kommun-{number}") for number in range(290))
    db.session.commit()
    assert counted(charlie, "/municipalities") == few
    page = charlie.get("/municipalities?page=6")
    assert "Sida 6 av 6" in page
    assert "/municipalities?page=5" in page.links


def test_taken_along(charlie: Browser) -> None:
    body = charlie.client.get("/municipalities.csv?name=hög").get_data().decode("utf-8-sig")
    assert list(csv.reader(StringIO(body), delimiter=";")) == [
        ["Kommun", "Hela namnet", "Kommunkod", "Bibliotek", "Personer"],
        ["Högsby", "Högsby kommun", "", "Högsby bibliotek", "1"],
    ]
    assert charlie.client.get("/municipalities.xlsx").get_data().startswith(b"PK")
