"""A newcomer is welcomed, a coordinator hands over, and a network is put to rest and taken up again."""

import re
from datetime import date, timedelta
from types import SimpleNamespace

from app import clock, db
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import call_meeting
from tests.statements import counted

ROOM = "/networks/barn-och-unganatverket"


def test_a_newcomer_is_shown_the_way_for_two_months(world: SimpleNamespace, bob: Browser) -> None:
    row = Membership(
        network_id=world.children.id, person_id=world.charlie.id, role=Role.MEMBER, starts_on=date(2026, 11, 1)
    )
    db.session.add(row)
    db.session.commit()
    assert "Du är ny här." in Browser(world.app, world.charlie).get(ROOM)
    assert "Du är ny här." not in bob.get(ROOM)
    with clock.held_at(NOW + timedelta(days=57)):
        assert "Du är ny här." not in Browser(world.app, world.charlie).get(ROOM)


def test_the_welcome_page_gathers_what_a_newcomer_needs(world: SimpleNamespace, alice: Browser, bob: Browser) -> None:
    call_meeting(world.children, starts_at=NOW + timedelta(days=9))
    alice.post(f"{ROOM}/mandate/edit", words="Dela erfarenheter.", seen="0", valid_from="2026-11-05")
    alice.post(f"{ROOM}/documents/new", link="https://kb.example/", title="KB:s sida")
    page = bob.get(f"{ROOM}/welcome")
    for words in ("Välkommen till Barn- och unganätverket", "lör 14 nov", "Dela erfarenheter.", "KB:s sida",
                  "Alice Almgren , samordnar", "Bob Åberg , Högsby", "Få mötena i din kalender"):  # fmt: skip
        assert words in page
    assert "/feeds?n=barn-och-unganatverket" in page.links


def test_to_subscribe_from_a_networks_page_is_to_have_it_chosen(world: SimpleNamespace, bob: Browser) -> None:
    (way,) = [each for each in bob.get(ROOM).links if each.startswith("/feeds?")]
    asked = bob.get(way).html
    assert re.search(r'value="chosen"\s+checked', asked)
    assert re.search(rf'name="networks"[^>]*value="{world.children.id}"\s+checked', asked)


def test_a_coordinator_hands_over(world: SimpleNamespace, alice: Browser, bob: Browser, dana: Browser) -> None:
    call_meeting(world.children, starts_at=NOW + timedelta(days=9))
    call_meeting(world.children, starts_at=NOW - timedelta(days=9))
    page = alice.send(f"{ROOM}/handover/edit", words="Boka **lokalen** tidigt.", seen="0")
    for words in ("Boka lokalen tidigt.", "inte påbörjade", "Torsås", "Kalla till ett möte"):
        assert words in page
    assert (bob.get(f"{ROOM}/handover").status, bob.get(f"{ROOM}/handover/edit").status) == (403, 403)
    page = dana.post(f"{ROOM}/handover/edit", words="Något annat", seen="0")
    assert (page.status, "Någon annan skrev samtidigt." in page, "Boka lokalen" in page) == (422, True, True)


def test_a_network_is_put_to_rest_knowingly(
    world: SimpleNamespace, alice: Browser, bob: Browser, dana: Browser
) -> None:
    call_meeting(world.children, starts_at=NOW + timedelta(days=9))
    page = dana.get(f"{ROOM}/archive")
    assert "Gör Barn- och unganätverket vilande?" in page
    assert "1 möte är planerat och står kvar i kalendern." in page
    assert alice.get(f"{ROOM}/archive").status == 403
    dana.post(f"{ROOM}/archive")
    assert "Nätverket är vilande sedan" in bob.get(ROOM)
    assert "Ta upp nätverket igen" not in bob.get(ROOM)
    assert "Ta upp nätverket igen" in dana.get(ROOM)
    assert alice.get(f"{ROOM}/handover").status == 200
    assert "är i gång igen" in dana.send(f"{ROOM}/revive")


def test_these_pages_ask_no_more_for_a_larger_network(world: SimpleNamespace, alice: Browser) -> None:
    addresses = [f"{ROOM}/welcome", f"{ROOM}/handover", ROOM]
    call_meeting(world.children, starts_at=NOW + timedelta(days=9))
    few = [counted(alice, each) for each in addresses]
    for number in range(10):
        person = Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality_id=world.kalmar.id)
        db.session.add(Membership(network_id=world.children.id, person=person, role=Role.MEMBER, starts_on=NOW.date()))
        db.session.commit()
        call_meeting(world.children, starts_at=NOW + timedelta(days=10 + number))
    assert [counted(alice, each) for each in addresses] == few
