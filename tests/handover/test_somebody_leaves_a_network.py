"""Leaving a network oneself: today or later, with what it means; a network is not left without a coordinator."""

from datetime import timedelta
from types import SimpleNamespace

from sqlalchemy import select

from app import clock, db
from app.mail.kinds import Kind
from app.mail.models import Posted
from tests.browser_double import Browser
from tests.conftest import NOW

HERE = "/networks/barn-och-unganatverket"


def letters(kind: Kind) -> list[str]:
    db.session.remove()
    return sorted(db.session.scalars(select(Posted.email).where(Posted.kind == kind)))


def test_a_member_leaves_and_knows_what_it_means(bob: Browser, alice: Browser, world: SimpleNamespace) -> None:
    db.session.add(world.charlie)
    world.charlie.municipality, world.charlie.is_manager = world.hogsby, True
    db.session.commit()
    assert f"{HERE}/leave" in bob.get(HERE).links
    page = bob.get(f"{HERE}/leave")
    assert "Du är medlem, ordinarie. Platsen för Högsby blir vakant, och bibliotekschefen får veta det." in page
    assert "Vem tar över som samordnare?" not in page
    assert bob.post(f"{HERE}/leave", last_day="2026-11-04").status == 422
    for _ in range(2):
        assert bob.post(f"{HERE}/leave", last_day="2026-11-10").status == 303
    assert "1 feb 2025 – 10 nov" in alice.get(f"{HERE}/members")
    assert letters(Kind.JOINED) == ["alice@knutpunkt.example"]
    assert letters(Kind.VACANCY) == ["charlie@knutpunkt.example"]
    with clock.held_at(NOW + timedelta(days=6)):
        assert (
            "Bob Åberg"
            in Browser(world.app, world.alice).get(f"{HERE}/seats/hogsby").text.split("Satt här tidigare")[1]
        )
        assert f"{HERE}/leave" not in Browser(world.app, world.bob).get(HERE).links


def test_the_last_coordinator_says_who_takes_over(alice: Browser, world: SimpleNamespace) -> None:
    page = alice.get(f"{HERE}/leave")
    assert "Du är ensam om att samordna" in page
    page = alice.post(f"{HERE}/leave", last_day="2026-11-10", successor="")
    assert page.status == 422
    assert "Välj vem som tar över" in page
    assert alice.post(f"{HERE}/leave", last_day="2026-11-10", successor=str(world.bob.id)).status == 303
    with clock.held_at(NOW + timedelta(days=6)):
        assert "Bob Åberg" in Browser(world.app, world.bob).get(f"{HERE}/members").text
        assert Browser(world.app, world.bob).get(f"{HERE}/edit").status == 200
        assert Browser(world.app, world.alice).get(f"{HERE}/edit").status == 403


def test_or_tells_an_administrator(alice: Browser, bob: Browser, charlie: Browser) -> None:
    assert "Säg till administratören" not in bob.get(f"{HERE}/leave")
    for _ in range(2):
        assert "Administratören är tillsagd" in alice.send(f"{HERE}/leave/help")
    assert letters(Kind.HANDOVER) == ["dana@knutpunkt.example"]
    assert charlie.get(f"{HERE}/leave").status == 403
    assert charlie.post("/networks/stangda-gruppen/leave", last_day="2026-11-10").status == 404
