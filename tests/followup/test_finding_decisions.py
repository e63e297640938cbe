"""What was decided can be found again by everyone who may read it: by network, year, number or words."""

from types import SimpleNamespace

import pytest

from tests.browser_double import Browser
from tests.followup.conftest import Publish


@pytest.fixture
def decided(world: SimpleNamespace, publish: Publish) -> None:
    """Decisions of this year and the last, in an open and in a closed network."""
    publish(world.children, decisions=("ha en gemensam Sommarläsning", "dela 100 % av ÄPPELHYLLORNA"), days_ago=3)
    publish(world.children, decisions=("byta mötesdag",), days_ago=1)
    publish(world.children, decisions=("ge ut en bok",), days_ago=400)
    publish(world.secret, decisions=("hålla tyst",), days_ago=2)


pytestmark = pytest.mark.usefixtures("decided")


def test_the_newest_come_first_with_their_numbers(bob: Browser) -> None:
    page = bob.get("/decisions")
    shown = [
        "3/2026 att byta mötesdag",
        "1/2026 att hålla tyst",
        "2/2026 att dela",
        "1/2026 att ha",
        "1/2025 att ge ut en bok",
    ]
    order = [page.text.index(words) for words in shown]
    assert order == sorted(order)
    assert "5 beslut" in page


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("q=äppelhyllorna", 1), ("q=SOMMARLÄSNING+gemensam", 1), ("q=sommar+tyst", 0), ("q=1/2026", 2), ("q=3/2026", 1),
        ("q=%25", 1), ("q=_", 0), ("year=2025", 1), ("year=2026", 4), ("year=x", 5), ("year=99999999999999999999", 5),
        ("network=stangda-gruppen", 1), ("network=barn-och-unganatverket&year=2026&q=dag", 1), ("q=9999999999/2026", 0),
        ("page=99999999999999", 5), ("page=-1", 5),
    ],
)  # fmt: skip
def test_they_are_narrowed(bob: Browser, asked: str, number: int) -> None:
    page = bob.get(f"/decisions?{asked}")
    assert page.status == 200
    assert f"{number} beslut" in page


def test_what_was_asked_stays_in_the_form(bob: Browser) -> None:
    page = bob.get("/decisions?q=sommar&year=2026&network=barn-och-unganatverket")
    assert 'value="sommar"' in page.html
    assert "<option selected>2026</option>" in page.html
    assert '<option value="barn-och-unganatverket" selected>' in page.html
    assert "Beslut – Barn- och unganätverket" in page.title


def test_nothing_found_says_what_to_try(bob: Browser) -> None:
    assert "Prova med färre ord" in bob.get("/decisions?q=xyzzy")


def test_a_stranger_finds_only_what_is_open(charlie: Browser, nobody: Browser) -> None:
    page = charlie.get("/decisions")
    assert "4 beslut" in page
    assert "tyst" not in page
    assert "Stängda" not in page
    assert "0 beslut" in charlie.get("/decisions?q=tyst")
    assert charlie.get("/decisions?network=stangda-gruppen").status == 404
    assert nobody.get("/decisions").status == 303


def test_a_long_list_has_pages(world: SimpleNamespace, publish: Publish, bob: Browser) -> None:
    publish(world.children, decisions=tuple(f"göra sak {number}" for number in range(50)))
    page = bob.get("/decisions?q=a")
    assert "Sida 1 av 2" in page
    assert "/decisions?q=a&amp;page=2" in page.html
    assert "Sida 2 av 2" in bob.get("/decisions?q=a&page=2")
    assert bob.get("/decisions?q=a&page=2").text.count("Beslut ") < 20


def test_a_network_page_shows_its_latest(bob: Browser) -> None:
    page = bob.get("/networks/barn-och-unganatverket")
    assert "3/2026" in page
    assert "byta mötesdag" in page
    assert "Minnesanteckningar" in page
