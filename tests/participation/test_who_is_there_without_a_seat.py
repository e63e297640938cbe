"""Somebody who belongs where no seat is promised has a sign of their own, and fills none, wherever it is counted."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from app import db
from app.participation.names import narrow_name, short_name, smallest_name
from tests.browser_double import Browser


@pytest.fixture
def unpromised(seated: SimpleNamespace) -> SimpleNamespace:
    """Alice and Bob belong to a network that promises nobody a seat; nobody is sought there."""
    db.session.add(seated.children)
    seated.children.ordinary_seats = seated.children.deputy_seats = 0
    db.session.commit()
    return seated


@pytest.fixture
def with_deputies(seated: SimpleNamespace) -> SimpleNamespace:
    """A seat and a deputy's seat for each; Alice and Bob have ordinary ones."""
    db.session.add(seated.children)
    seated.children.deputy_seats = 1
    db.session.commit()
    return seated


def sheet(browser: Browser, name: str) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(browser.client.get("/participation.xlsx").get_data()))
    return list(book[name].iter_rows(values_only=True))


def test_they_are_there_all_the_same(charlie: Browser, unpromised: SimpleNamespace) -> None:
    text = charlie.get("/participation").text.partition("Tillsatta")[2]
    assert "Kalmar med ändå, utan plats" in text
    assert "Torsås – ingen plats" in text
    assert "ordinarie," not in text
    assert "0 av 0" not in text
    drawn = charlie.client.get("/participation.svg").get_data(as_text=True)
    assert drawn.count('href="#beyond"') == 2 + 1  # Högsby and Kalmar, and what the sign means
    assert drawn.count('href="#ordinary"') == 1
    assert [row[1] for row in sheet(charlie, "Platser")[1:]] == ["med ändå, utan plats"] * 2 + ["ingen plats"]


def test_deputies_are_counted_by_themselves_everywhere(charlie: Browser, with_deputies: SimpleNamespace) -> None:
    page = charlie.get("/participation")
    assert "Kalmar ordinarie, 1 plats vakant" in page
    assert "1 av 1 platser ersättare 0 av 1" in page
    assert "Tillsatta 2 av 3 ersättare 0 av 3" in page
    drawn = charlie.client.get("/participation.svg").get_data(as_text=True)
    assert "Tillsatta (ersättare)" in drawn
    assert "1 av 1 (0 av 1)" in drawn
    assert sheet(charlie, "Platser")[2] == ("Kalmar", "ordinarie", 1, 1, 0, 1)
    network = charlie.get("/networks/barn-och-unganatverket")
    assert "2 av 6 platser är tillsatta" in network
    assert "2 av 3 ordinarie, 0 av 3 ersättare" in network


@pytest.mark.parametrize(
    ("name", "short", "smallest"),
    [
        ("Arbetsgruppen för fjärrlån och medietransporter", "Fjärrlån och medietransporter", "Fjärrlån m.m."),
        ("Barn- och unganätverket", "Barn- och unga", "Barn- och unga"),
        ("Nätverk för digital delaktighet", "Digital delaktighet", "Digital delaktighet"),
        ("Medienätverket", "Medie", "Medie"),
        ("Arbetsgruppen", "Arbetsgruppen", "Arbets\u00adgruppen"),
    ],
)
def test_a_network_is_known_by_its_own_word_where_there_is_little_room(name: str, short: str, smallest: str) -> None:
    assert short_name(name) == short
    assert smallest_name(name) == smallest
    assert narrow_name(name).replace("\u00ad", "") == short
