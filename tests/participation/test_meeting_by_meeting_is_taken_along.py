"""A network's meetings of a year come along as a workbook, and the pages of all networks lead to each other."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from app import db
from app.audit.models import AuditEntry
from tests.browser_double import Browser
from tests.participation.conftest import held
from tests.statements import counted

OF_CHILDREN = "/participation/barn-och-unganatverket"


def book(browser: Browser, query: str = "") -> Workbook:
    answer = browser.client.get(f"{OF_CHILDREN}.xlsx{query}")
    assert answer.status_code == 200
    assert "narvaro-barn-och-unganatverket" in answer.headers["Content-Disposition"]
    return load_workbook(BytesIO(answer.get_data()))


def rows(book: Workbook, sheet: str) -> list[list[object]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def test_the_workbook_tells_what_the_page_tells(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2026-03-01", title="Vårträff", alice="on-site", bob="online")
    held(seated, "2026-04-01", title="=1+1", alice="absent")
    held(seated, "2026-05-01", title="Majträff")
    assert f"{OF_CHILDREN}.xlsx" in charlie.get(OF_CHILDREN).links
    made = book(charlie)
    assert rows(made, "Närvaro") == [
        ["Kommun", "2026-03-01 Vårträff", "2026-04-01 =1+1", "2026-05-01 Majträff", "Med på", "Möten", "Senast"],
        ["Högsby", "digitalt", "ingen på listan", "inga anteckningar", 1, 2, "2026-03-01"],
        ["Kalmar", "på plats", "frånvarande", "inga anteckningar", 1, 2, "2026-03-01"],
        ["Torsås", "ingen på listan", "ingen på listan", "inga anteckningar", 0, 2, None],
    ]
    assert rows(made, "Möten") == [
        ["Dag", "Möte", "på plats", "digitalt", "frånvarande", "ingen på listan"],
        ["2026-03-01", "Vårträff", 1, 1, 0, 1],
        ["2026-04-01", "'=1+1", 0, 0, 1, 2],
        ["2026-05-01", "Majträff", None, None, None, None],
    ]
    assert rows(made, "Alla rader")[4] == ["Kalmar", "2026-03-01", "Vårträff", "på plats"]
    assert len(rows(made, "Alla rader")) == 1 + 3 * 3
    assert db.session.scalars(select(AuditEntry.subject)).all() == ["Närvaro Barn- och unganätverket 2026"]


def test_it_is_of_the_year_and_in_the_order_that_were_chosen(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2025-03-01", title="Förra våren", bob="on-site")
    held(seated, "2026-03-01", title="Den här våren", alice="on-site")
    page = charlie.get(f"{OF_CHILDREN}?year=2025&sort=-attended")
    assert f"{OF_CHILDREN}.xlsx?year=2025&amp;sort=-attended" in page.links
    shown = rows(book(charlie, "?year=2025&sort=-attended"), "Närvaro")
    assert shown[0][1] == "2025-03-01 Förra våren"
    assert shown[1][0] == "Högsby"
    assert len(shown[0]) == 5


def test_a_year_without_meetings_has_nothing_to_take_along(charlie: Browser, seated: SimpleNamespace) -> None:
    assert f"{OF_CHILDREN}.xlsx" not in charlie.get(OF_CHILDREN).links
    assert rows(book(charlie), "Möten") == [["Dag", "Möte", "på plats", "digitalt", "frånvarande", "ingen på listan"]]


def test_a_closed_networks_meetings_are_for_its_members(
    bob: Browser, charlie: Browser, nobody: Browser, seated: SimpleNamespace
) -> None:
    held(seated, "2026-03-01", hosts=[seated.secret], bob="on-site")
    assert bob.client.get("/participation/stangda-gruppen.xlsx").status_code == 200
    assert charlie.client.get("/participation/stangda-gruppen.xlsx").status_code == 404
    assert nobody.client.get(f"{OF_CHILDREN}.xlsx").status_code == 303


def test_its_statements_do_not_grow(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2026-09-01", bob="on-site")
    few = counted(charlie, f"{OF_CHILDREN}.xlsx")
    for number in range(12):
        held(seated, f"2026-08-{number + 1:02}", bob="on-site")
    assert counted(charlie, f"{OF_CHILDREN}.xlsx") == few


@pytest.mark.parametrize("query", ["?_scheme=x", "?_anchor=y", "?slug=z", "?endpoint=w"])
def test_whatever_stands_in_the_address_the_pages_come(charlie: Browser, seated: SimpleNamespace, query: str) -> None:
    held(seated, "2026-09-01", bob="on-site")
    for address in ("/participation", OF_CHILDREN):
        assert charlie.get(f"{address}{query}").status == 200


def test_one_finds_back_and_forth_between_the_pages_of_all_networks(charlie: Browser, seated: SimpleNamespace) -> None:
    family = {"/networks", "/participation", "/vacancies"}
    for address in (*family, OF_CHILDREN):
        tabs = charlie.get(address).html.split('<nav class="tabs"')[1].split("</nav>")[0]
        assert all(f'href="{each}"' in tabs for each in family)
        assert f'href="{address}" aria-current="page"' in tabs


def test_a_year_that_is_looked_at_comes_along(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2025-03-01", bob="on-site")
    tabs = charlie.get(f"{OF_CHILDREN}?year=2025").html.split('<nav class="tabs"')[1].split("</nav>")[0]
    assert 'href="/participation?year=2025"' in tabs
    assert f'href="{OF_CHILDREN}?year=2025" aria-current="page"' in tabs
