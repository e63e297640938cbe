"""Staff narrow and order the list of people, and take along what they found: names for all, addresses for some."""

import csv
from datetime import date
from io import BytesIO, StringIO
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app import db
from app.audit.models import AuditEntry
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from app.places.models import Library
from tests.browser_double import Browser
from tests.statements import counted


def names(browser: Browser, query: str = "") -> list[str]:
    """Who stands in the list, in its order."""
    table = browser.get(f"/people{query}").html.partition("<tbody")[2]
    found = [(table.find(f">{name}</a>"), name) for name in ("Alice Almgren", "Bob Åberg", "Charlie Ek", "Dana Öberg")]
    return [name.split()[0] for place, name in sorted(found) if place >= 0]


def fetched(browser: Browser, query: str = "") -> list[dict[str, str]]:
    body = browser.client.get(f"/people.csv{query}").get_data()
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(body.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Alice", "Charlie", "Bob", "Dana"]),
        ("?sort=-name", ["Dana", "Bob", "Charlie", "Alice"]),
        ("?sort=municipality", ["Bob", "Alice", "Charlie", "Dana"]),  # Högsby, Kalmar, Torsås, and none last
        ("?sort=-municipality", ["Charlie", "Alice", "Bob", "Dana"]),
        ("?sort=library", ["Bob", "Alice", "Charlie", "Dana"]),
        ("?sort=nonsense", ["Alice", "Charlie", "Bob", "Dana"]),
        ("?network=barn-och-unganatverket", ["Alice", "Bob"]),
        ("?network=barn-och-unganatverket&role=member", ["Bob"]),
        ("?role=coordinator", ["Alice"]),
        ("?role=nonsense", ["Alice", "Charlie", "Bob", "Dana"]),
        ("?municipality=kalmar&name=alm", ["Alice"]),
    ],
)
def test_the_list_is_narrowed_and_ordered(charlie: Browser, query: str, found: list[str]) -> None:
    assert names(charlie, query) == found


def test_people_of_one_library(charlie: Browser, world: SimpleNamespace) -> None:
    assert names(charlie, f"?library={world.library.id}") == ["Bob"]


def test_libraries_and_municipalities_are_in_swedish_order(charlie: Browser, world: SimpleNamespace) -> None:
    place, name = world.kalmar, "Ängö bibliotek"
    db.session.add(Library(municipality_id=place.id, name=name))
    db.session.add(Library(municipality_id=place.id, name="Zonens bibliotek"))
    db.session.commit()
    html = charlie.get("/people").html
    assert html.index("Zonens bibliotek") < html.index(name)


def test_a_closed_network_can_not_be_asked_about(bob: Browser, charlie: Browser, world: SimpleNamespace) -> None:
    chair = Membership(network_id=world.secret.id, person_id=world.dana.id, role=Role.CHAIR, starts_on=date(2026, 1, 1))
    db.session.add(chair)
    db.session.commit()
    everybody = ["Alice", "Charlie", "Bob", "Dana"]
    assert names(charlie, "?network=stangda-gruppen") == everybody  # there is no such network: nothing was asked
    assert names(charlie, "?role=chair") == []
    assert names(bob, "?role=chair") == ["Dana"]
    assert "tängda" not in charlie.client.get("/people.csv").get_data(as_text=True)


def test_how_accounts_are_is_for_administrators(alice: Browser, dana: Browser) -> None:
    invited = Person(given_name="Ny", family_name="Person", email="ny@knutpunkt.example")
    db.session.add(invited)
    db.session.commit()
    assert "1 person " in dana.get("/people?account=without").text
    assert names(dana, "?account=with") == ["Alice", "Charlie", "Bob", "Dana"]
    assert "5 personer" in alice.get("/people?account=without")
    assert "Konto" not in alice.get("/people").text.partition("Fler val")[2].partition("Sök")[0]


def test_the_heads_order_the_list_and_say_how(charlie: Browser) -> None:
    html = charlie.get("/people?name=a&sort=municipality").html
    assert (
        '<th scope="col" role="columnheader" aria-sort="ascending"><a href="/people?name=a&amp;sort=-municipality">'
        in html
    )
    assert 'href="/people?name=a"' in html
    assert html.count("aria-sort") == 1


def test_while_one_types_only_the_list_comes_and_the_count_is_said(charlie: Browser) -> None:
    page = charlie.get("/people?name=bob", fragment=True)
    assert page.html.startswith('<section id="people-found"')
    assert page.html.count('role="status"') == 1
    assert "1 person" in page.html.split('role="status"')[1]
    assert "<form" not in page.html
    assert "HX-Request" in page.headers["Vary"]


def test_a_list_to_take_along_has_addresses_of_those_one_reaches(bob: Browser, charlie: Browser, dana: Browser) -> None:
    told = {row["Förnamn"]: (row["E-post"], row["Telefon"]) for row in fetched(bob)}
    assert told["Alice"] == ("alice@knutpunkt.example", "0480-000 01")
    assert told["Charlie"] == ("", "")
    assert {row["E-post"] for row in fetched(charlie)} == {"", "charlie@knutpunkt.example"}
    assert [row["Förnamn"] for row in fetched(dana, "?municipality=kalmar")] == ["Alice"]
    assert fetched(dana, "?municipality=kalmar")[0]["Nätverk"] == "Barn- och unganätverket, Stängda gruppen"


def test_the_log_tells_who_took_a_list_along(charlie: Browser) -> None:
    fetched(charlie)
    charlie.get("/people/addresses")
    charlie.get("/people/addresses")
    logged = db.session.execute(select(AuditEntry.what, AuditEntry.actor).order_by(AuditEntry.subject)).all()
    assert logged == [("exported", "Charlie Ek"), ("exported", "Charlie Ek")]


def test_no_cell_is_run(dana: Browser, world: SimpleNamespace) -> None:
    db.session.add(
        Person(given_name="=1+1", family_name="@SUM", email="x@knutpunkt.example", title="-cmd", phone="+46")
    )
    db.session.commit()
    row = next(row for row in fetched(dana) if row["E-post"] == "x@knutpunkt.example")
    assert (row["Förnamn"], row["Efternamn"], row["Titel"], row["Telefon"]) == ("'=1+1", "'@SUM", "'-cmd", "'+46")
    sheet = load_workbook(BytesIO(dana.client.get("/people.xlsx?name=sum").get_data())).worksheets[0]
    assert [cell.data_type for cell in sheet[2]][:2] == ["s", "s"]
    assert sheet[2][0].value == "'=1+1"


def test_addresses_to_write_to(bob: Browser, charlie: Browser) -> None:
    page = bob.get("/people/addresses")
    assert "alice@knutpunkt.example; bob@knutpunkt.example</textarea>" in page.html
    assert "mailto:?bcc=alice@knutpunkt.example,bob@knutpunkt.example" in page.html
    assert "2 personer är inte med här" in page
    assert "alice@" not in charlie.get("/people/addresses").html


def test_the_files_cost_the_same_however_many(dana: Browser, world: SimpleNamespace) -> None:
    db.session.add(Person(given_name="P", email="p@knutpunkt.example"))  # of whom it is told that they are invited
    db.session.commit()
    dana.get("/people/addresses")  # whose visit is noted once
    few = [counted(dana, f"/people{ending}") for ending in ("", ".csv", "/addresses")]
    for number in range(60):
        person = Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality_id=world.hogsby.id)
        db.session.add(Membership(network_id=world.children.id, person=person, starts_on=date(2026, 1, 1)))
    db.session.commit()
    assert [counted(dana, f"/people{ending}") for ending in ("", ".csv", "/addresses")] == few
    assert max(few) <= 10
