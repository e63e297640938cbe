"""My networks stand first, then the others; a closed one is there for its members only."""

from types import SimpleNamespace

from app import db
from app.networks.models import Network
from tests.browser_double import Browser
from tests.statements import counted


def test_a_member_sees_own_networks_first(bob: Browser, world: SimpleNamespace) -> None:
    db.session.add(Network(name="Ångströmsnätverket", slug="angstrom", colour=3, sign=3))
    db.session.add(Network(name="Arkivet", slug="arkivet", colour=4, sign=4))
    db.session.commit()
    text = bob.get("/networks").text
    places = [
        text.index(each) for each in ("Mina nätverk", "Barn- och", "Stängda", "Andra nätverk", "Arkivet", "Ångst")
    ]
    assert places == sorted(places)
    assert "Nätverk · 2 medlemmar · bara för medlemmar Medlem" in text


def test_a_stranger_finds_open_ones_only(charlie: Browser, dana: Browser) -> None:
    page = charlie.get("/networks")
    assert "Barn- och unganätverket" in page
    assert "Stängda gruppen" not in page
    assert "Nytt nätverk" not in page
    assert "Stängda gruppen" in dana.get("/networks")


def test_the_list_costs_the_same_however_long(bob: Browser, world: SimpleNamespace) -> None:
    few = counted(bob, "/networks")
    db.session.add_all([Network(name=f"N{n}", slug=f"n{n}", colour=1 + n % 12, sign=3) for n in range(20)])
    db.session.commit()
    assert counted(bob, "/networks") == few <= 6


def test_the_english_page_works(bob: Browser) -> None:
    page = bob.get("/networks", headers={"Accept-Language": "en"})
    assert '<html lang="en"' in page.html
