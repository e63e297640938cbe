"""Staff find each other by name and municipality; addresses are for those who work together."""

from datetime import date
from types import SimpleNamespace

import pytest

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.people.models import Person
from tests.browser_double import Browser
from tests.statements import counted


def test_everybody_stands_in_swedish_order(charlie: Browser) -> None:
    text = charlie.get("/people").text.partition("4 personer")[2]
    places = [text.index(each) for each in ("Alice Almgren", "Charlie Ek", "Bob Åberg", "Dana Öberg")]
    assert places == sorted(places)
    assert "Bibliotekarie Högsby Högsby bibliotek Barn- och unganätverket" in text


def test_the_list_shows_networks_the_reader_may_see_and_no_addresses(charlie: Browser, bob: Browser) -> None:
    page = charlie.get("/people")
    assert "Stängda gruppen" not in page
    assert "bob@knutpunkt.example" not in page
    assert "Stängda gruppen" in bob.get("/people")


@pytest.mark.parametrize("sought", ["åberg", "BOB", "bob åberg", "Åberg, Bob", "åb bo"])
def test_a_part_of_the_name_is_enough(charlie: Browser, sought: str) -> None:
    page = charlie.get("/people", query_string={"name": sought})
    assert "1 person" in page
    assert "Bob Åberg" in page
    assert "Dana Öberg" not in page


def test_people_of_one_municipality(charlie: Browser) -> None:
    page = charlie.get("/people?municipality=torsas")
    assert "1 person" in page
    assert "Charlie Ek" in page
    assert '<option selected value="torsas">' in page.html


@pytest.mark.parametrize("sought", ["%", "_", "Q" * 300, "\x00", "' OR 1=1"])
def test_nobody_is_found_in_words(charlie: Browser, sought: str) -> None:
    page = charlie.get("/people", query_string={"name": sought, "page": "x", "municipality": "nowhere"})
    assert page.status == 200


def test_nobody_found_shows_the_way_back(charlie: Browser) -> None:
    page = charlie.get("/people?name=xyz")
    assert "Ingen hittades" in page
    assert "/people" in page.links


def test_fifty_at_a_time_at_the_same_cost(charlie: Browser, world: SimpleNamespace) -> None:
    few = counted(charlie, "/people")
    for number in range(230):
        person = Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality=world.hogsby)
        db.session.add(Membership(network=world.children, person=person, starts_on=date(2026, 1, 1)))
    db.session.commit()
    assert counted(charlie, "/people") == few <= 8
    page = charlie.get("/people?page=2&name=p")
    assert "Sida 2 av 5" in page
    assert "/people?name=p&amp;page=3" in page.html
    assert "Sida 5 av 5" in charlie.get("/people?page=99&name=p")


def test_a_person_shows_networks_since_when_and_before(bob: Browser, charlie: Browser, world: SimpleNamespace) -> None:
    old = Network(name="Gamla", slug="gamla", colour=4, sign=4)
    past = Membership(network=old, person=world.alice, starts_on=date(2020, 1, 1), ends_on=date(2022, 12, 31))
    db.session.add(past)
    db.session.commit()
    where = f"/people/{world.alice.id}"
    page = bob.get(where)
    assert page.title == "Alice Almgren – Knutpunkt"
    assert "Barnbibliotekarie" in page
    assert "Stängda gruppen Samordnare medlem sedan 1 feb 2025" in page
    assert "Gamla Medlem, 1 jan 2020 – 31 dec 2022" in page
    assert "Stängda" not in charlie.get(where)


def test_addresses_are_for_those_who_work_together(
    alice: Browser, bob: Browser, charlie: Browser, dana: Browser, world: SimpleNamespace
) -> None:
    ids = {name: getattr(world, name).id for name in ("alice", "bob", "charlie")}

    def sees(browser: Browser, name: str) -> bool:
        page = browser.get(f"/people/{ids[name]}")
        assert page.status == 200
        told = {f"{name}@knutpunkt.example" in page, "-000 0" in page}
        assert len(told) == 1
        return True in told

    assert sees(bob, "alice")
    assert sees(bob, "bob")
    assert sees(alice, "charlie")  # who coordinates reaches everybody
    assert sees(dana, "charlie")
    assert not sees(charlie, "bob")
    assert not sees(bob, "charlie")


def test_who_once_shared_a_network_no_longer_does(charlie: Browser, world: SimpleNamespace) -> None:
    ended = {"starts_on": date(2025, 1, 1), "ends_on": date(2026, 11, 4), "role": Role.COORDINATOR}
    db.session.add(Membership(network=world.children, person=world.charlie, **ended))
    db.session.commit()
    assert "bob@knutpunkt.example" not in charlie.get(f"/people/{world.bob.id}")


def test_nobody_else_and_not_there(nobody: Browser, charlie: Browser, world: SimpleNamespace) -> None:
    assert nobody.get("/people").status == 303
    assert nobody.get(f"/people/{world.bob.id}").status == 303
    assert charlie.get("/people/00000000-0000-0000-0000-000000000000").status == 404


@pytest.mark.parametrize("address", ["/people", "/municipalities", "/municipalities/hogsby"])
def test_the_english_pages_work(charlie: Browser, address: str) -> None:
    page = charlie.get(address, headers={"Accept-Language": "en"})
    assert (page.status, '<html lang="en"' in page.html) == (200, True)
