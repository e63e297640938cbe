"""A coordinator keeps the turn lists; members see whose turn it is, on the list, on the meeting and in its minutes."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.cli.worker import work_through
from app.minutes.models import Minutes
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from app.rotation.models import Turn
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.rotation.conftest import TURNS, meet
from tests.statements import counted

NEW = "/networks/barn-och-unganatverket/meetings/new"


def test_a_list_begins_with_everyone_and_suggests_the_first(
    world: SimpleNamespace, alice: Browser, bob: Browser
) -> None:
    meet(world.children, world.alice, days=7)
    page = alice.send(f"{TURNS}/secretary/start")
    assert "Turlistan är gjord, i bokstavsordning." in page
    assert "Alice Almgren Träff 7 , tors 12 nov" in page
    page = alice.send(f"{TURNS}/host/start")
    assert "Högsby Träff 7" in page  # from Bob's seat; nobody comes from Torsås
    assert "Torsås" not in page
    assert "Alice Almgren Träff 7" in bob.get(TURNS)
    assert "Hoppa över" not in bob.get(TURNS)


def test_it_is_told_where_the_meeting_is_planned_and_where_it_stands(
    alice: Browser, bob: Browser, charlie: Browser, chairs: list[str]
) -> None:
    assert "Ordförande på tur: Bob Åberg" in alice.get(NEW)
    for browser in (alice, bob, charlie):
        assert "Ordförande på tur Alice Almgren" in browser.get(f"/meetings/{chairs[0]}")
    assert "Träff 35" not in bob.get(TURNS)
    assert "Träff 35" in alice.get(TURNS)


def test_two_swap(alice: Browser, chairs: list[str]) -> None:
    page = alice.send(f"{TURNS}/chair/meetings/{chairs[0]}/swap", other=chairs[1])
    assert "De två har bytt tur med varandra." in page
    assert "Bob Åberg bestämt Träff 7" in page
    assert "Alice Almgren bestämt Träff 21" in page
    page = alice.post(f"{TURNS}/chair/meetings/{chairs[0]}/swap", other="")
    assert (page.status, "Välj ett annat möte att byta med" in page) == (422, True)
    page = alice.send(f"{TURNS}/chair/meetings/{chairs[0]}/reset")
    assert "Ordningen avgör igen." in page


def test_somebody_is_passed_over_with_a_word_and_has_the_next(alice: Browser, bob: Browser, chairs: list[str]) -> None:
    page = alice.send(f"{TURNS}/chair/meetings/{chairs[0]}/pass", word="Är ledig den veckan")
    assert "Bob Åberg Träff 7 , tors 12 nov Överhoppad: Alice Almgren, Är ledig den veckan" in page
    assert "Alice Almgren Träff 21" in page
    assert "Är ledig den veckan" in bob.get(TURNS)


def test_a_turn_is_given_and_the_order_is_moved(world: SimpleNamespace, alice: Browser, chairs: list[str]) -> None:
    bob = world.bob.id
    assert "Bob Åberg bestämt Träff 7" in alice.send(f"{TURNS}/chair/meetings/{chairs[0]}/give", whose=str(bob))
    alice.post(f"{TURNS}/chair/meetings/{chairs[0]}/reset")
    page = alice.send(f"{TURNS}/chair/{bob}/move", direction="up")
    assert "Bob Åberg Träff 7" in page
    page = alice.send(f"{TURNS}/chair/{bob}/drop")
    assert "Bob Åberg står inte på listan längre." in page
    assert "Alice Almgren Träff 7" in page
    assert "Alice Almgren Träff 21" in page
    alice.post(f"{TURNS}/chair/add", whose=str(bob))
    assert "Bob Åberg Träff 21" in alice.get(TURNS)


@pytest.mark.parametrize("whose", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_only_those_who_belong_take_turns(alice: Browser, chairs: list[str], whose: str) -> None:
    for address in (f"{TURNS}/chair/meetings/{chairs[0]}/give", f"{TURNS}/chair/add"):
        page = alice.post(address, whose=whose)
        assert (page.status, "Välj någon som är med i nätverket i dag." in page) == (422, True)


def test_who_leaves_drops_out_by_themselves(world: SimpleNamespace, alice: Browser, chairs: list[str]) -> None:
    row = db.session.scalars(select(Membership).where(
        Membership.person_id == world.bob.id, Membership.network_id == world.children.id)).one()  # fmt: skip
    row.ends_on = (NOW + timedelta(days=10)).date()
    db.session.commit()
    assert "Alice Almgren Träff 21" in alice.get(TURNS)
    with clock.held_at(NOW + timedelta(days=12)):
        assert "Inte med i dag: Bob Åberg." in Browser(world.app, world.alice).get(TURNS)


def test_what_was_is_written_down_when_the_meeting_begins(
    world: SimpleNamespace, alice: Browser, bob: Browser, chairs: list[str]
) -> None:
    with clock.held_at(NOW + timedelta(days=7, hours=1)):
        with world.app.app_context():
            work_through()
            work_through()
        assert len(db.session.scalars(select(Turn)).all()) == 1
        Browser(world.app, world.alice).post(f"{TURNS}/chair/{world.alice.id}/drop")
        page = Browser(world.app, world.bob).get(TURNS)
        assert "Så har turen gått Möte Vad Vem tors 12 nov Ordförande Alice Almgren" in page


def test_a_cancelled_meeting_takes_nobodys_turn(alice: Browser, chairs: list[str]) -> None:
    alice.post(f"/meetings/{chairs[0]}/cancel", because="Snö")
    assert "Alice Almgren Träff 21" in alice.get(TURNS)


def test_minutes_begin_with_whose_turn_it_is(world: SimpleNamespace, alice: Browser, chairs: list[str]) -> None:
    alice.post(f"{TURNS}/chair/meetings/{chairs[0]}/give", whose=str(world.bob.id))
    with clock.held_at(NOW + timedelta(days=7)):
        later = Browser(world.app, world.alice)
        assert later.post(f"/meetings/{chairs[0]}/minutes/begin").status == 303
    db.session.rollback()
    assert db.session.scalars(select(Minutes)).one().chair == "Bob Åberg"


def test_in_an_archived_network_nothing_is_moved(alice: Browser, dana: Browser, chairs: list[str]) -> None:
    dana.post("/networks/barn-och-unganatverket/archive")
    assert alice.post(f"{TURNS}/chair/stop").status == 403
    assert "Flytta" not in alice.get(TURNS)
    assert alice.get(f"{TURNS}/cook/start").status == 405
    assert alice.post(f"{TURNS}/cook/start").status in (403, 404)


def test_long_lists_ask_no_more_of_the_database(world: SimpleNamespace, alice: Browser, chairs: list[str]) -> None:
    few = [counted(alice, each) for each in (TURNS, f"/meetings/{chairs[0]}")]
    assert few[1] <= 8
    for number in range(10):
        person = Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality_id=world.kalmar.id)
        db.session.add(Membership(network_id=world.children.id, person=person, role=Role.MEMBER, starts_on=NOW.date()))
        db.session.commit()
        alice.post(f"{TURNS}/chair/add", whose=str(person.id))
        meet(world.children, world.alice, days=40 + number)
    assert [counted(alice, each) for each in (TURNS, f"/meetings/{chairs[0]}")] == few
