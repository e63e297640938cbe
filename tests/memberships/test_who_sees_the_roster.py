"""Staff see who belongs to an open network, on any day; a closed one exists for its members only."""

from datetime import date
from types import SimpleNamespace

import pytest

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.people.models import Person
from tests.browser_double import Browser
from tests.statements import counted

OPEN = "/networks/barn-och-unganatverket/members"
CLOSED = "/networks/stangda-gruppen/members"


def test_a_member_sees_names_roles_and_how_to_reach_people(bob: Browser) -> None:
    page = bob.get(OPEN)
    assert "Alice Almgren Barnbibliotekarie Kalmar Samordnare sedan 1 feb 2025" in page
    assert "alice@knutpunkt.example" in page
    assert "0480-000 01" in page


def test_a_stranger_sees_names_but_no_addresses(charlie: Browser) -> None:
    page = charlie.get(OPEN)
    assert "Alice Almgren" in page
    assert "@knutpunkt.example" not in page.text.replace("hjalp@knutpunkt.example", "")
    assert "0480-000 01" not in page
    assert "Lägg till någon" not in page


def test_who_coordinates_elsewhere_sees_addresses(charlie: Browser, world: SimpleNamespace) -> None:
    other = Network(name="Andra", slug="andra", colour=3, sign=3)
    db.session.add(Membership(network=other, person=world.charlie, role=Role.COORDINATOR, starts_on=date(2026, 1, 1)))
    db.session.commit()
    assert "alice@knutpunkt.example" in charlie.get(OPEN)


def test_a_closed_network_does_not_exist_for_a_stranger(charlie: Browser, dana: Browser, bob: Browser) -> None:
    assert charlie.get(CLOSED).status == 404
    assert charlie.post(CLOSED, role="member").status == 404
    assert bob.get(CLOSED).status == 200
    assert dana.get(CLOSED).status == 200


def test_nobody_is_sent_to_sign_in(nobody: Browser) -> None:
    assert nobody.get(OPEN).status == 303
    assert nobody.post(OPEN, role="member").status == 401


@pytest.mark.parametrize("verb", ["change", "end", "correct", "strike"])
def test_only_those_who_coordinate_change_it(bob: Browser, charlie: Browser, world: SimpleNamespace, verb: str) -> None:
    for network, member, stranger in ((world.children, 403, 403), (world.secret, 403, 404)):
        where = f"/networks/{network.slug}/members/{network.memberships[1].id}/{verb}"
        assert bob.post(where).status == member
        assert charlie.post(where).status == stranger
    elsewhere = f"/networks/{world.children.slug}/members/{world.secret.memberships[1].id}/{verb}"
    assert bob.post(elsewhere).status == 404
    assert "Bara samordnaren kan ändra vilka som är med" in bob.post(OPEN, role="member")


def test_the_roster_of_another_day(alice: Browser, bob: Browser, world: SimpleNamespace) -> None:
    ended = Membership(
        network=world.children, person=world.charlie, starts_on=date(2025, 1, 1), ends_on=date(2025, 6, 30)
    )
    db.session.add(ended)
    db.session.commit()
    page = bob.get(f"{OPEN}?on=2025-06-30")
    assert "Så här såg det ut 30 juni 2025" in page
    assert "Charlie Ek" in page
    assert "charlie@knutpunkt.example" not in page
    assert OPEN in page.links
    assert "Lägg till någon" not in alice.get(f"{OPEN}?on=2025-06-30")
    assert "1 medlem," in bob.get(f"{OPEN}?on=2025-01-31")
    assert "Ingen är med den dagen" in bob.get(f"{OPEN}?on=2020-01-01")
    assert "Så här blir det 1 jan 2027" in bob.get(f"{OPEN}?on=2027-01-01")


def test_a_day_that_is_none_is_told_in_words(bob: Browser) -> None:
    page = bob.get(f"{OPEN}?on=2026-02-30")
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert "Skriv dagen som år-månad-dag" in page
    assert "Alice Almgren" in page


def test_municipalities_stand_in_swedish_order_and_the_missing_are_named(bob: Browser, world: SimpleNamespace) -> None:
    text = bob.get(OPEN).text
    assert text.index("Bob Åberg") < text.index("Alice Almgren")  # Högsby before Kalmar
    assert "Ingen från Torsås" in text


def test_the_statements_do_not_grow_with_the_members(alice: Browser, world: SimpleNamespace) -> None:
    alice.get(OPEN)
    few = counted(alice, OPEN)
    for number in range(30):
        person = Person(
            given_name=f"M{number}",
            email=f"m{number}@knutpunkt.example",
            municipality=world.hogsby,
            library=world.library,
        )
        db.session.add(Membership(network=world.children, person=person, starts_on=date(2026, 1, 1)))
    db.session.commit()
    assert counted(alice, OPEN) == few <= 8
