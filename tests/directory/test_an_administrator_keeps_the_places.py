"""Municipalities and libraries are records: everybody reads them, administrators add and rename them."""

from types import SimpleNamespace

import pytest

from app import db
from app.places.models import Municipality
from tests.browser_double import Browser
from tests.statements import counted

HOGSBY = "/municipalities/hogsby"


def test_municipalities_stand_in_swedish_order(charlie: Browser, world: SimpleNamespace) -> None:
    db.session.add(Municipality(name="Hultsfred", slug="hultsfred"))
    db.session.commit()
    text = charlie.get("/municipalities").text
    places = [text.index(each) for each in ("Hultsfred", "Högsby Högsby bibliotek", "Kalmar", "Torsås")]
    assert places == sorted(places)
    assert "Lägg till" not in text


def test_a_municipality_shows_libraries_people_and_who_represents_it(bob: Browser, charlie: Browser) -> None:
    text = bob.get(HOGSBY).text
    assert "Barn- och unganätverket ordinarie Bob Åberg sedan 1 feb 2025" in text
    assert "Stängda gruppen ordinarie Bob Åberg" in text
    assert "Högsby bibliotek" in text
    assert "Stängda" not in charlie.get(HOGSBY)
    assert "Barn- och unganätverket Vakant ordinarie" in charlie.get("/municipalities/torsas")


def test_an_administrator_adds_a_municipality_and_a_library(dana: Browser) -> None:
    page = dana.send("/municipalities", name="Mörbylånga", full_name="Mörbylånga kommun", code="0840")
    assert "Mörbylånga är tillagd" in page
    assert page.title == "Mörbylånga – Knutpunkt"
    page = dana.send("/municipalities/morbylanga/libraries", name="Färjestadens bibliotek")
    assert "Färjestadens bibliotek är tillagt" in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": ""}, "Skriv kommunens namn"),
        ({"name": "HÖGSBY"}, "HÖGSBY finns redan"),
        ({"name": "Nybro", "code": "88"}, "Skriv fyra siffror"),
    ],
)
def test_a_mistake_is_told_and_what_was_typed_is_kept(dana: Browser, said: dict[str, str], sentence: str) -> None:
    page = dana.post("/municipalities", full_name="Nybro kommun", **said)
    assert page.status == 422
    assert page.title == "Fel: Kommuner – Knutpunkt"
    assert sentence in page
    assert 'value="Nybro kommun"' in page.html


def test_the_address_stays_when_a_municipality_is_renamed(dana: Browser) -> None:
    assert 'value="Högsby kommun"' in dana.get(f"{HOGSBY}/edit").html
    page = dana.send(f"{HOGSBY}/edit", name="Högsbyn", full_name="Högsbyns kommun", code="0821")
    assert "Kommunen är ändrad" in page
    assert dana.get(HOGSBY).title == "Högsbyn – Knutpunkt"
    assert dana.post(f"{HOGSBY}/edit", name="kalmar").status == 422


def test_a_library_is_renamed(dana: Browser, world: SimpleNamespace) -> None:
    where = f"{HOGSBY}/libraries/{world.library.id}/edit"
    assert 'value="Högsby bibliotek"' in dana.get(where).html
    assert "Biblioteket i Högsby" in dana.send(where, name="Biblioteket i Högsby")
    assert "finns redan i Högsby" in dana.post(f"{HOGSBY}/libraries", name="biblioteket  i Högsby")
    assert dana.get(where.replace("hogsby", "kalmar")).status == 404
    assert "Skriv bibliotekets namn" in dana.post(where, name=" ")


@pytest.mark.parametrize("address", ["/municipalities", f"{HOGSBY}/edit", f"{HOGSBY}/libraries"])
def test_only_administrators_do(alice: Browser, nobody: Browser, address: str) -> None:
    page = alice.post(address, name="Ny")
    assert (page.status, "Bara administratörer kan ändra kommuner och bibliotek" in page) == (403, True)
    assert nobody.post(address, name="Ny").status == 401


def test_a_municipality_that_is_not_there(charlie: Browser) -> None:
    assert charlie.get("/municipalities/stockholm").status == 404


def test_the_page_costs_the_same_however_many(charlie: Browser, world: SimpleNamespace) -> None:
    assert counted(charlie, HOGSBY) <= 10
    assert counted(charlie, "/municipalities") <= 5
