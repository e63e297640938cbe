"""A coordinator finds whom to add among everybody: by words, with a script and without, in a county of any size."""

import re
from types import SimpleNamespace

import pytest
from sqlalchemy import insert

from app import db
from app.people.models import Person
from app.places.models import Library
from app.swedish import sort_key
from tests.browser_double import Browser, Page
from tests.conftest import NOW
from tests.statements import counted

ROSTER = "/networks/barn-och-unganatverket/members"
BEGUN = {"role": "member", "standing": "", "starts_on": "2026-11-05"}


def offered(page: Page) -> list[str]:
    """Who can be chosen, in their order, the one who is chosen with a mark."""
    radios = re.findall(r'<input type="radio" name="person"[^>]*?( checked)?>\s*<span>([^<(]+)', page.html)
    return [name.strip() + ("*" if chosen else "") for chosen, name in radios]


def look(browser: Browser, words: str, **more: str) -> Page:
    return browser.get(ROSTER, query_string={"add": "1", "q": words, **more})


def crowd(world: SimpleNamespace, number: int) -> None:
    """Many who work in Torsås; the first in Swedish order has the first number."""
    rows = [
        {"given_name": f"Person {each:05}", "sort_key": sort_key(f"Person {each:05}"), "created_at": NOW,
         "email": f"person.{each}@torsas.example", "municipality_id": world.torsas.id}
        for each in range(1, number + 1)
    ]  # fmt: skip
    db.session.execute(insert(Person), rows)
    db.session.commit()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("charlie", ["Charlie Ek"]),
        ("EK char", ["Charlie Ek"]),
        ("torsås", ["Charlie Ek"]),
        ("högsby bibl", ["Bob Åberg"]),
        ("åberg högsby", ["Bob Åberg"]),
        ("charlie@knutpunkt", ["Charlie Ek"]),
        ("knutpunkt.example", ["Alice Almgren", "Charlie Ek", "Bob Åberg", "Dana Öberg"]),
        ("Ek, Charlie", ["Charlie Ek"]),
        ("charlie kalmar", []),
        ("100%", []),
        (" – ", []),
        ("", []),
    ],
)
def test_by_name_place_library_or_address(alice: Browser, words: str, found: list[str]) -> None:
    assert offered(look(alice, words)) == found


def test_whom_the_words_fit_is_told_apart(alice: Browser) -> None:
    page = look(alice, "högsby")
    assert "Bob Åberg (är redan med) Bibliotekarie, Högsby bibliotek, Högsby" in page
    assert "1 person hittades." in page


def test_who_has_left_can_not_be_added(alice: Browser, world: SimpleNamespace) -> None:
    db.session.add(world.charlie)
    world.charlie.closed_at = NOW
    db.session.commit()
    page = look(alice, "charlie", person=str(world.charlie.id))
    assert offered(page) == []
    assert alice.post(ROSTER, person=str(world.charlie.id), **BEGUN).status == 422


def test_nobody_is_found_and_what_to_do_is_told(alice: Browser, dana: Browser) -> None:
    assert "Ingen hittades. Finns personen inte? Be en administratör att bjuda in." in look(alice, "finnsinte")
    page = look(dana, "finnsinte")
    assert "Ingen hittades. Finns personen inte? Bjud in någon" in page
    assert "/people/new" in page.links


def test_without_a_script_one_seeks_chooses_and_adds(alice: Browser) -> None:
    page = alice.get(f"{ROSTER}?add=1")
    form = page.html.split('role="search"')
    assert any('method="get"' in each and f'action="{ROSTER}#person-search"' in each for each in form)
    page = look(alice, "torsås")
    chosen = re.search(r'name="person"[^>]*value="([^"]+)"', page.html)
    assert chosen is not None
    added = alice.send(ROSTER, person=chosen[1], q="torsås", **BEGUN)
    assert "Charlie Ek är med i nätverket" in added
    assert "Sök först, så står de som hittas här." in added


def test_after_a_mistake_the_chosen_one_stays_among_those_who_were_found(
    alice: Browser, world: SimpleNamespace
) -> None:
    page = alice.post(ROSTER, person=str(world.charlie.id), q="e", **{**BEGUN, "starts_on": ""})
    assert page.status == 422
    assert "Charlie Ek*" in offered(page)
    assert len(offered(page)) > 1
    page = alice.post(ROSTER, q="e", **BEGUN)
    assert "Välj vem som ska med" in page
    assert len(offered(page)) > 1


def test_a_new_search_after_a_mistake_keeps_what_was_filled_in(alice: Browser, world: SimpleNamespace) -> None:
    page = alice.post(ROSTER, person=str(world.bob.id), **{**BEGUN, "standing": "deputy", "starts_on": "2026-12-01"})
    assert page.status == 422
    search = page.html.split('role="search"')[2].split("</form>")[0]
    along = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', search.replace("&amp;", "&")))
    page = look(alice, "charlie", **{name: value for name, value in along.items() if name != "add"})
    assert offered(page) == ["Bob Åberg*", "Charlie Ek"]
    assert 'value="2026-12-01"' in page.html
    assert 'value="deputy" checked' in page.html


def test_a_link_names_somebody_and_what_is_no_person_is_nobody(alice: Browser, world: SimpleNamespace) -> None:
    page = alice.get(f"{ROSTER}?add=1&person={world.charlie.id}")
    assert offered(page) == ["Charlie Ek*"]
    assert "<details" in page.html
    assert ' id="add" open>' in page.html
    for what in ("x", str(world.kalmar.id)):
        assert offered(alice.get(f"{ROSTER}?add=1&person={what}")) == []


def test_while_one_types_only_those_who_are_found_come(alice: Browser) -> None:
    page = alice.get(f"{ROSTER}?add=1&q=bob", fragment=True)
    assert page.html.lstrip().startswith('<fieldset class="field checks candidates" id="person"')
    assert "1 person hittades." in page.html.split('role="status"')[1]
    assert len(page.html) < 1_500


def test_nobody_else_looks_through_everybodys_addresses(bob: Browser, charlie: Browser) -> None:
    for browser in (bob, charlie):
        assert browser.get(f"{ROSTER}?add=1&q=dana@", fragment=True).status == 403
        assert "Dana" not in look(browser, "dana@")


def test_in_a_county_of_ten_thousand_the_page_is_as_small_and_asks_as_little(
    alice: Browser, world: SimpleNamespace
) -> None:
    address = f"{ROSTER}?add=1&q=torsås"
    few, begun = counted(alice, address), len(alice.get(f"{ROSTER}?add=1").html)
    crowd(world, 10_000)
    assert counted(alice, address) == few
    assert len(alice.get(f"{ROSTER}?add=1").html) == begun
    page = alice.get(address)
    assert len(page.html) < begun + 10_000
    assert offered(page) == ["Charlie Ek", *(f"Person {each:05}" for each in range(1, 20))]
    assert "Fler än 20 personer passar. Skriv mer, till exempel biblioteket." in page
    assert offered(look(alice, "09999 torsås")) == ["Person 09999"]
    assert "Person 10000 är med" in alice.send(ROSTER, person=str(_one(10_000).id), **BEGUN)


def test_two_of_a_name_are_told_apart_by_where_they_work(alice: Browser, world: SimpleNamespace) -> None:
    library = Library(municipality_id=world.kalmar.id, name="Ängö bibliotek")
    namesake = Person(given_name="Charlie", family_name="Ek", email="c@b.example", municipality_id=world.kalmar.id)
    namesake.library = library
    db.session.add(namesake)
    db.session.commit()
    assert "Charlie Ek Ängö bibliotek, Kalmar" in look(alice, "charlie ek")
    assert len(offered(look(alice, "charlie ek"))) == 2
    assert len(offered(look(alice, "charlie ek ängö"))) == 1


def _one(number: int) -> Person:
    return db.session.query(Person).filter_by(email=f"person.{number}@torsas.example").one()
