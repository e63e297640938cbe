"""Each person sees what they have promised, late first, and ticks it off; undo is one press away."""

import re
from types import SimpleNamespace

import pytest

from app import db
from app.meetings.models import Meeting
from app.networks.models import Membership
from tests.browser_double import Browser, Page
from tests.conftest import NOW
from tests.followup.conftest import Publish
from tests.minutes.writing import call_meeting

pytestmark = pytest.mark.usefixtures("promised")


def address_of(page: Page, what: str) -> str:
    """Where the box before a promise is ticked, or unticked."""
    row = next(row for row in page.html.split('id="action-')[1:] if what in row)
    return re.findall(r'action="([^"]+)"', row)[0]


def test_mine_come_late_first_then_by_day(bob: Browser) -> None:
    page = bob.get("/actions")
    assert "Mina åtgärder" in page.title
    order = [page.text.index(what) for what in ("Skicka mallen", "Boka lokal", "Fråga skolan")]
    assert order == sorted(order)
    assert "sön 1 nov försenad" in page
    assert page.text.count("försenad") == 1
    assert "Skriva brevet" not in page
    assert "Väntar 3" in page


def test_ticked_it_is_done_and_can_be_undone(bob: Browser) -> None:
    page = bob.send(address_of(bob.get("/actions"), "Boka lokal"))
    assert "Klart: Boka lokal" in page
    assert "Klart den senaste månaden" in page
    assert "tors 5 nov klar" in page
    page = bob.send(address_of(page, "Boka lokal"))
    assert "Väntar igen: Boka lokal" in page
    assert "Väntar 3" in page


def test_with_a_script_the_row_changes_in_place_with_a_way_back(bob: Browser) -> None:
    address = address_of(bob.get("/actions"), "Boka lokal")
    answer = bob.post(address, fragment=True, next="/")
    assert answer.status == 200
    assert answer.html.lstrip().startswith('<li class="row done" id="action-')
    assert 'aria-pressed="true"' in answer.html
    assert "Klart: Boka lokal" in answer
    assert address.replace("/done", "/undo") in answer.forms


def test_one_comes_back_to_the_page_one_came_from_and_nowhere_else(bob: Browser) -> None:
    address = address_of(bob.get("/actions"), "Boka lokal")
    assert bob.post(address, next="/").location == "/"
    assert bob.post(address, next="/actions?show=all").location == "/actions?show=all"
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"):
        assert bob.post(address, next=elsewhere).location == "/"


def test_members_see_what_others_promised_but_tick_only_their_own(bob: Browser, alice: Browser) -> None:
    page = bob.get("/actions?show=all")
    for what in ("Skicka mallen", "Räkna hyllor", "Skriva brevet", "Tyst uppdrag"):
        assert what in page
    assert "Alla kommuner ·" in page
    row = next(row for row in page.html.split("<li ") if "Räkna hyllor" in row)
    assert "<form" not in row
    address = address_of(alice.get("/actions?show=all"), "Räkna hyllor")
    answer = bob.post(address)
    assert answer.status == 403
    assert "Bara den som har lovat det och nätverkets samordnare kan bocka av åtgärden" in answer
    assert alice.post(address).status == 303  # the coordinator can tick anyone's


def test_a_networks_own_page_lists_its_promises(charlie: Browser) -> None:
    page = charlie.get("/actions?network=barn-och-unganatverket")
    assert "Räkna hyllor" in page
    assert "Åtgärder – Barn- och unganätverket" in page.title
    assert "Tyst uppdrag" not in page


def test_a_closed_networks_promises_do_not_exist_to_a_stranger(alice: Browser, charlie: Browser) -> None:
    address = address_of(alice.get("/actions?network=stangda-gruppen"), "Tyst uppdrag")
    assert charlie.get("/actions?network=stangda-gruppen").status == 404
    assert charlie.post(address).status == 404
    assert charlie.post(address.replace("/done", "/undo")).status == 404
    assert "Tyst" not in charlie.get("/actions?show=all")


def test_who_belongs_to_nothing_reads_that_nothing_waits(charlie: Browser, nobody: Browser) -> None:
    assert "Inga åtgärder just nu" in charlie.get("/actions")
    assert nobody.get("/actions").status == 303


def test_a_drafts_promises_are_nobodys_yet(world: SimpleNamespace, alice: Browser, bob: Browser) -> None:
    draft = call_meeting(db.session.merge(world.children))
    url, item = f"/meetings/{draft.id}/minutes", draft.items[2].id
    alice.post(f"{url}/begin")
    alice.post(f"{url}/write/{item}", revision="0", what="Bara ett utkast", owner=str(world.bob.id), clause="vänta")
    assert "Bara ett utkast" not in bob.get("/actions")
    assert "vänta" not in bob.get("/decisions")


def test_who_has_left_a_closed_network_sees_nothing_of_it(
    world: SimpleNamespace, publish: Publish, bob: Browser
) -> None:
    member = db.session.query(Membership).filter_by(network_id=world.secret.id, person_id=world.bob.id).one()
    member.ends_on = NOW.date().replace(day=4)
    db.session.commit()
    assert "Tyst uppdrag" not in bob.get("/actions?show=all")
    assert "hålla tyst" not in bob.get("/decisions")
    assert db.session.query(Meeting).count() == 2
