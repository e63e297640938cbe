"""Who leaves has turns to come: somebody else has them, or the list goes on without. Nobody else's day is moved."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.audit.models import AuditEntry
from app.rotation import actions as rotation
from app.rotation.kinds import TurnKind
from app.rotation.models import TurnList
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.handover.holding import hand_over, let_in, somebody, where
from tests.rotation.conftest import TURNS, meet
from tests.statements import counted

CHAIR = re.compile(r"(Alice Almgren|Bob Åberg|Charlie Ek|Dana Öberg|Frans)(?: bestämt)? Träff (\d+)")


def said(browser: Browser) -> dict[int, str]:
    """Who has the turn at which meeting, as the page tells."""
    page = browser.get(TURNS).text.split("Ordningen")[0]
    return {int(days): name for name, days in CHAIR.findall(page)}


def key(world: SimpleNamespace, kind: TurnKind = TurnKind.CHAIR, whose: str = "bob") -> str:
    found = select(TurnList.id).where(TurnList.kind == kind)
    rota = db.session.scalars(found).one()
    db.session.rollback()
    return f"t{rota.hex}{getattr(world, whose).id.hex}"


@pytest.fixture
def three(world: SimpleNamespace) -> SimpleNamespace:
    """Alice, Bob and Charlie take turns at chairing; five meetings are planned."""
    let_in(world, world.charlie)
    with clock.held_at(NOW - timedelta(days=1)):
        rotation.start(world.children, TurnKind.CHAIR, [world.alice, world.bob, world.charlie])
    for days in (7, 14, 21, 28, 35):
        meet(world.children, world.alice, days=days)
    return world


def test_they_stand_among_what_one_holds(three: SimpleNamespace, bob: Browser) -> None:
    page = bob.get(where(three.bob))
    assert "På turlistor 1 Barn- och unganätverket Ordförande, på tur tors 19 nov , tors 10 dec" in page
    assert "Vem tar turerna som ordförande i Barn- och unganätverket?" in page
    assert "Ta bort från listan" in page
    assert f"{TURNS}#chair" in page.links


def test_a_newcomer_has_the_same_place_and_everyone_else_the_same_days(three: SimpleNamespace, dana: Browser) -> None:
    let_in(three, three.dana)
    before = said(dana)
    assert before == {7: "Alice Almgren", 14: "Bob Åberg", 21: "Charlie Ek", 28: "Alice Almgren", 35: "Bob Åberg"}
    assert hand_over(dana, three.bob, **{key(three): str(three.dana.id)}).status == 303
    assert said(dana) == before | {14: "Dana Öberg", 35: "Dana Öberg"}
    assert "På turlistor" not in dana.get(where(three.bob))
    assert "bestämt Träff" not in dana.get(TURNS)  # the order alone says so


def test_so_they_do_when_the_other_is_on_the_list_already(three: SimpleNamespace, dana: Browser) -> None:
    before = said(dana)
    assert hand_over(dana, three.bob, **{key(three): str(three.charlie.id)}).status == 303
    assert said(dana) == before | {14: "Charlie Ek", 35: "Charlie Ek"}
    assert "På turlistor" not in dana.get(where(three.bob))


def test_what_was_settled_is_handed_over_too(three: SimpleNamespace, alice: Browser, bob: Browser) -> None:
    first = re.findall(r'action="(\S+/meetings/\S+)/give"', alice.get(TURNS).html)[0]
    alice.post(f"{first}/give", whose=str(three.bob.id))
    assert "Bob Åberg bestämt Träff 7" in alice.get(TURNS)
    assert hand_over(bob, three.bob, **{key(three): str(three.charlie.id)}).status == 303
    assert "Charlie Ek bestämt Träff 7" in alice.get(TURNS)
    assert "Bob Åberg" not in said(alice).values()


def test_the_turns_before_the_last_day_are_kept(three: SimpleNamespace, bob: Browser) -> None:
    before = said(bob)
    assert hand_over(bob, three.bob, "2026-11-19", **{key(three): str(three.charlie.id)}).status == 303
    assert said(bob) == before | {35: "Charlie Ek"}


def test_taken_off_the_list_goes_on_without(three: SimpleNamespace, bob: Browser) -> None:
    assert hand_over(bob, three.bob, "2026-11-19", **{key(three): "off"}).status == 303
    assert said(bob) == {7: "Alice Almgren", 14: "Bob Åberg", 21: "Charlie Ek", 28: "Alice Almgren", 35: "Charlie Ek"}
    assert hand_over(bob, three.bob, "2026-11-09", **{key(three): "off"}).status == 303
    assert said(bob)[14] == "Charlie Ek"
    assert "På turlistor" not in bob.get(where(three.bob))


def test_whoever_takes_over_the_seat_can_have_the_turns(three: SimpleNamespace, dana: Browser) -> None:
    frans = somebody(three, "Frans")
    seat = re.findall(r'name="(m\w+)"', dana.get(where(three.bob)).html)[0]
    page = hand_over(dana, three.bob, **{key(three): "seat"})
    assert page.status == 422
    assert "Välj också vem som tar över platsen i nätverket." in page
    before = said(dana)
    assert hand_over(dana, three.bob, **{key(three): "seat", seat: str(frans.id)}).status == 303
    assert said(dana) == before | {14: "Frans", 35: "Frans"}


def test_the_log_tells_of_it(three: SimpleNamespace, dana: Browser) -> None:
    hand_over(dana, three.bob, **{key(three): str(three.charlie.id)})
    hand_over(dana, three.charlie, **{key(three, whose="charlie"): "off"})
    told = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "handed-over").order_by(AuditEntry.id)).all()
    assert {each.subject for each in told} == {"Ordförande, Barn- och unganätverket"}
    page = dana.get("/admin/log")
    assert "Lämnade över Dana Öberg Ordförande, Barn- och unganätverket till Charlie Ek" in page
    assert "togs bort från turlistan" in page


def test_who_may_do_what(three: SimpleNamespace, alice: Browser, charlie: Browser) -> None:
    erika = Browser(three.app, somebody(three, "Erika", is_manager=True))
    page = erika.get(where(three.bob))
    assert "Ordförande, på tur tors 19 nov , tors 10 dec" in page
    assert key(three) not in page.html
    assert hand_over(erika, three.bob, **{key(three): str(three.alice.id)}).status == 422
    assert said(alice)[14] == "Bob Åberg"
    assert charlie.get(where(three.bob)).status == 403


def test_a_meeting_that_is_planned_in_silence_is_not_told_of(
    three: SimpleNamespace, bob: Browser, dana: Browser
) -> None:
    for days in (56, 63, 70):
        meet(three.children, three.alice, days=days, call=False)
    assert "14 jan" in dana.get(where(three.bob))
    assert "14 jan" not in bob.get(where(three.bob))


def test_the_municipalitys_turn_hangs_on_whoever_is_alone_from_there(
    world: SimpleNamespace, alice: Browser, bob: Browser, dana: Browser
) -> None:
    meet(world.children, world.alice, days=7)
    alice.post(f"{TURNS}/host/start")
    let_in(world, world.charlie)
    alice.post(f"{TURNS}/host/add", whose=str(world.torsas.id))
    assert "Värdkommun, Högsby, på tur tors 12 nov" in bob.get(where(world.bob))
    own = key(world, TurnKind.HOST, "hogsby")
    assert own not in bob.get(where(world.bob)).html  # the municipality's, not his
    assert hand_over(dana, world.bob, **{own: str(world.torsas.id)}).status == 303
    assert "Torsås bestämt Träff 7" in alice.get(TURNS)
    assert "Torsås, på tur tors 12 nov" in dana.get(where(world.charlie))
    let_in(world, somebody(world, "Frans"))
    alice.post(f"{TURNS}/host/add", whose=str(world.hogsby.id))
    assert "Värdkommun" not in bob.get(where(world.bob))


def test_a_closed_account_leaves_no_turns_behind(three: SimpleNamespace, dana: Browser) -> None:
    page = dana.get(f"/people/{three.bob.id}/close")
    assert "Ordförande, på tur tors 19 nov , tors 10 dec" in page
    before = said(dana)
    assert "Kontot är stängt" in dana.send(f"/people/{three.bob.id}/close", **{key(three): str(three.charlie.id)})
    assert said(dana) == before | {14: "Charlie Ek", 35: "Charlie Ek"}


def test_or_is_taken_off_when_nobody_is_chosen(three: SimpleNamespace, dana: Browser) -> None:
    dana.post(f"/people/{three.bob.id}/close")
    assert said(dana)[14] == "Charlie Ek"
    assert "Inte med i dag: Bob Åberg" not in dana.get(TURNS)


def test_leaving_the_network_tells_of_them(three: SimpleNamespace, bob: Browser) -> None:
    page = bob.get("/networks/barn-och-unganatverket/leave")
    assert "Du faller bort från turlistan: ordförande. Dina turer går till den som står näst." in page
    assert where(three.bob) in page.links


def test_many_lists_and_turns_ask_no_more_of_the_database(
    three: SimpleNamespace, alice: Browser, dana: Browser
) -> None:
    few = counted(dana, where(three.bob))
    for kind in (TurnKind.SECRETARY, TurnKind.HOST):
        alice.post(f"{TURNS}/{kind}/start")
    for days in range(40, 50):
        meet(three.children, three.alice, days=days)
    assert counted(dana, where(three.bob)) == few
