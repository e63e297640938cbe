"""A network's members: found while one types, ordered, taken along, and written to all at once."""

import csv
from datetime import date
from io import StringIO
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import db
from app.imports.headings import Column, meaning
from app.memberships.sheets import HEADS
from app.networks.models import Membership
from app.people.models import Person
from app.people.writing_to import LONGEST_LINK, letter_to
from tests.browser_double import Browser
from tests.statements import counted

ROSTER = "/networks/barn-och-unganatverket/members"


def names(browser: Browser, query: str) -> list[str]:
    table = browser.get(f"{ROSTER}{query}").html.partition("<tbody")[2]
    found = [(table.find(f">{name}</a>"), name) for name in ("Alice Almgren", "Bob Åberg")]
    return [name.split()[0] for place, name in sorted(found) if place >= 0]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Bob", "Alice"]),  # Högsby before Kalmar
        ("?sort=name", ["Alice", "Bob"]),
        ("?sort=-name", ["Bob", "Alice"]),
        ("?sort=role", ["Bob", "Alice"]),
        ("?name=åb", ["Bob"]),
        ("?municipality=kalmar", ["Alice"]),
        ("?role=coordinator", ["Alice"]),
        ("?role=guest", []),
    ],
)
def test_the_roster_is_narrowed_and_ordered(bob: Browser, query: str, found: list[str]) -> None:
    assert names(bob, query) == found


def test_while_one_types_only_the_list_comes(alice: Browser) -> None:
    page = alice.get(f"{ROSTER}?name=bob", fragment=True)
    assert page.html.startswith('<div id="listed"')
    assert "1 person hittades" in page.html.split('role="status"')[1]
    assert "Lägg till någon" not in page


def test_the_day_that_is_looked_at_stays(bob: Browser) -> None:
    page = bob.get(f"{ROSTER}?on=2026-01-01&name=a&sort=name")
    assert f"{ROSTER}?name=a&amp;on=2026-01-01&amp;sort=-name" in page.html
    assert 'name="on" value="2026-01-01"' in page.html


def test_fifty_at_a_time(bob: Browser, world: SimpleNamespace) -> None:
    few = counted(bob, ROSTER)
    for number in range(70):
        person = Person(
            given_name=f"P{number}", email=f"{number}.{'x' * 30}@knutpunkt.example", municipality_id=world.kalmar.id
        )
        db.session.add(Membership(network_id=world.children.id, person=person, starts_on=date(2026, 1, 1)))
    db.session.commit()
    assert counted(bob, ROSTER) == few
    page = bob.get(f"{ROSTER}?page=2&sort=name")
    assert "72 medlemmar" in page
    assert "Sida 2 av 2" in page
    assert "De är för många för ett mejl härifrån" in page


def test_a_member_writes_to_all_and_a_stranger_sees_no_address(bob: Browser, charlie: Browser) -> None:
    page = bob.get(ROSTER)
    assert "mailto:?bcc=bob@knutpunkt.example,alice@knutpunkt.example" in page.html
    assert "bob@knutpunkt.example; alice@knutpunkt.example</textarea>" in page.html
    assert "Skriv till" not in charlie.get(ROSTER)
    assert "alice@knutpunkt.example" not in charlie.get(ROSTER).html
    assert "Skriv till" not in bob.get(f"{ROSTER}?on=2025-03-01")


def test_taken_along_with_addresses_of_those_one_reaches(bob: Browser, charlie: Browser) -> None:
    def rows(browser: Browser, query: str = "") -> list[dict[str, str]]:
        body = browser.client.get(f"{ROSTER}.csv{query}").get_data().decode("utf-8-sig")
        return list(csv.DictReader(StringIO(body), delimiter=";"))

    assert [(row["Efternamn"], row["Roll"], row["E-post"]) for row in rows(bob, "?sort=name")] == [
        ("Almgren", "Samordnare", "alice@knutpunkt.example"), ("Åberg", "Medlem", "bob@knutpunkt.example")]  # fmt: skip
    assert {row["E-post"] for row in rows(charlie)} == {""}
    assert rows(bob, "?role=member")[0]["Från och med"] == "2025-02-01"
    assert bob.client.get(f"{ROSTER}.xlsx").get_data().startswith(b"PK")
    assert charlie.get("/networks/stangda-gruppen/members.csv").status == 404


def test_an_import_knows_every_heading_again() -> None:
    assert {meaning(head) for head in HEADS} == set(Column) - {Column.NAME}


@given(st.lists(st.from_regex(r"[a-z]{1,20}\+?[a-z&]{0,5}@[a-z]{1,20}\.example", fullmatch=True), max_size=120))
def test_a_letter_fits_or_is_copied(addresses: list[str]) -> None:
    letter = letter_to(addresses)
    assert len(letter.mailto) < LONGEST_LINK
    assert letter.addresses.split("; ") == (list(dict.fromkeys(addresses)) or [""])
    assert "&" not in letter.mailto
    assert "+" not in letter.mailto  # some programs read it as a space
