"""An administrator reads the log of who did what, and takes it along as a list."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from types import SimpleNamespace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select

from app import clock, db
from app.audit.actions import What, record
from app.audit.models import AuditEntry
from app.sheets.cells import harmless
from app.sheets.text import semicolon_list
from tests.browser_double import Browser, Page
from tests.conftest import NOW


def happened(what: What, subject: str, *, times: int = 1, who: str = "Dana Öberg") -> None:
    for number in range(times):
        with clock.held_at(NOW - timedelta(hours=1) + timedelta(seconds=number)):
            record(what, by=(uuid4(), who), subject=f"{subject} {number + 1}" if times > 1 else subject, rows=number)
            db.session.flush()
    db.session.commit()


def rows(page: Page) -> list[list[str]]:
    return list(csv.reader(StringIO(page.response.get_data().decode("utf-8-sig"), newline=""), delimiter=";"))


def test_it_tells_who_did_what_with_whom_and_when(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.INVITED, "Charlie Ek")
    page = dana.get("/admin/log")
    for words in ("1 rad", "tors 5 nov 9.00", "Bjöd in", "Dana Öberg", "Charlie Ek", "rader: 0"):
        assert words in page


def test_a_hundred_lines_a_page_the_newest_first(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.INVITED, "Person", times=101)
    page = dana.get("/admin/log")
    assert "Person 101 " in page
    assert "Person 2 " in page
    assert "Person 1 " not in page
    assert "Sida 1 av 2" in page
    assert "/admin/log?page=2" in page.links
    assert "Person 1 " in dana.get("/admin/log?page=2")


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999", "x", ""])
def test_a_page_that_is_not_there_shows_one_that_is(dana: Browser, world: SimpleNamespace, number: str) -> None:
    happened(What.INVITED, "Charlie Ek")
    assert "Charlie Ek" in dana.get(f"/admin/log?page={number}")


def test_it_can_show_one_kind_only(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.INVITED, "Person", times=101)
    happened(What.ACCOUNT_CLOSED, "Stängda Konton")
    page = dana.get("/admin/log?what=account-closed")
    assert "Stängda Konton" in page
    assert "Person" not in page.text.replace("Personer", "")
    assert "/admin/log?what=invited&amp;page=2" in dana.get("/admin/log?what=invited").html
    assert "102 rader" in dana.get("/admin/log?what=nonsens")


def test_being_told_no_reaches_the_log_once(dana: Browser, bob: Browser) -> None:
    for _ in range(3):
        bob.get("/admin/organisation")
    bob.post("/admin/organisation", name="Min egen")
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "refused")).all()
    assert sorted((each.actor, each.subject) for each in entries) == [
        ("Bob Åberg", "GET /admin/organisation"),
        ("Bob Åberg", "POST /admin/organisation"),
    ]
    with clock.held_at(NOW + timedelta(minutes=5)):
        bob.get("/admin/organisation")
    assert len(db.session.scalars(select(AuditEntry.id).where(AuditEntry.what == "refused")).all()) == 3


def test_the_list_opens_in_a_spreadsheet_and_runs_nothing(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.INVITED, '=HYPERLINK("http://ond.example";"x")', who="@SUM(1)")
    page = dana.get("/admin/log.csv")
    assert page.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert page.headers["Content-Disposition"] == 'attachment; filename="knutpunkt-logg-2026-11-05.csv"'
    assert page.response.get_data().startswith(b"\xef\xbb\xbf")
    heads, line = rows(page)
    assert heads == ["Tid (UTC)", "Vad", "Vem", "Om", "Mer"]
    told = '\'=HYPERLINK("http://ond.example";"x")'
    assert line == ["2026-11-05 08:00:00", "Bjöd in", "'@SUM(1)", told, "rader: 0"]


def test_the_list_follows_the_choice_and_that_it_was_fetched_is_noted(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.INVITED, "Charlie Ek")
    happened(What.ACCOUNT_CLOSED, "Stängda Konton")
    assert [line[3] for line in rows(dana.get("/admin/log.csv?what=account-closed"))[1:]] == ["Stängda Konton"]
    page = dana.get("/admin/log?what=exported")
    assert "Hämtade en lista" in page
    assert "rader: 1" in page


def test_a_word_the_log_no_longer_knows_stands_as_it_is(dana: Browser, world: SimpleNamespace) -> None:
    db.session.add(AuditEntry(what="moved-house", actor="Dana Öberg", details={"colour": "red"}))
    db.session.commit()
    page = dana.get("/admin/log")
    assert "moved-house" in page
    assert "colour red" in page


def test_a_full_page_costs_no_more_statements_than_an_empty_one(
    dana: Browser, world: SimpleNamespace, statements: list[str]
) -> None:
    dana.get("/admin/log")
    empty = len(statements)
    happened(What.INVITED, "Person", times=100)
    statements.clear()
    dana.get("/admin/log")
    assert len(statements) == empty <= 5


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2), max_size=5))
def test_whatever_is_written_is_read_back_and_never_run(lines: list[list[str]]) -> None:
    text = semicolon_list(["a", "b"], lines).decode("utf-8-sig")
    read = list(csv.reader(StringIO(text, newline=""), delimiter=";"))[1:]
    assert read == [[harmless(cell) for cell in line] for line in lines]
    for line, original in zip(read, lines, strict=True):
        for cell, given_cell in zip(line, original, strict=True):
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert cell.removeprefix("'") == given_cell or cell == given_cell


@pytest.fixture
def statements(world: SimpleNamespace) -> Iterator[list[str]]:
    found: list[str] = []

    def note(*given: object) -> None:
        found.append(str(given[2]))

    event.listen(db.engine(), "before_cursor_execute", note)
    yield found
    event.remove(db.engine(), "before_cursor_execute", note)
