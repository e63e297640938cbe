"""What the letters about members and seats say, and that they are not sent when it is no longer so."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.networks.models import Membership
from app.networks.queries import network_for
from app.people.models import Person
from tests.browser_double import Browser
from tests.written_letters import letter, said

HERE = "/networks/barn-och-unganatverket"


@pytest.fixture
def erika(world: SimpleNamespace) -> Browser:
    """Leads the libraries of Högsby."""
    person = Person(given_name="Erika", email="erika@knutpunkt.example", password_hash="x", is_manager=True,
                    municipality_id=world.hogsby.id)  # fmt: skip
    db.session.add(person)
    db.session.commit()
    return Browser(world.app, person)


def test_a_request_and_both_answers(charlie: Browser, alice: Browser, world: SimpleNamespace) -> None:
    charlie.post(f"{HERE}/ask", message="Gärna!")
    text = said(world, Kind.JOIN_REQUESTED)
    assert text.startswith("Charlie Ek vill gå med i Barn- och unganätverket | ")
    assert (
        "Gärna! | Kommun: Torsås | Svara | http://knutpunkt.example/networks/barn-och-unganatverket/requests/" in text
    )
    where = next(each for each in alice.get(HERE).links if "/requests/" in each)
    alice.post(f"{where}/decline", answer="Inte nu.")
    assert "Inte nu." in said(world, Kind.DECLINED)
    assert letter(world, Kind.JOIN_REQUESTED) is None  # it is settled


def test_who_is_appointed_is_told_for_whom(alice: Browser, world: SimpleNamespace) -> None:
    alice.post(f"{HERE}/seats/torsas/appoint", person=str(world.charlie.id), starts_on="2026-11-10")
    text = said(world, Kind.APPROVED)
    assert text.startswith("Du är med i Barn- och unganätverket | ")
    assert "Från och med: tis 10 nov | Plats: Ordinarie för Torsås" in text


def test_a_vacant_seat_and_who_leaves(bob: Browser, erika: Browser, world: SimpleNamespace) -> None:
    bob.post(f"{HERE}/leave", last_day="2026-11-10")
    text = said(world, Kind.VACANCY)
    assert "Högsby får en ledig plats i Barn- och unganätverket" in text
    assert "Bob Åberg lämnar platsen. Den sista dagen är tis 10 nov." in text
    assert "http://knutpunkt.example/networks/barn-och-unganatverket/seats/hogsby" in text
    assert "Bob Åberg lämnar Barn- och unganätverket" in said(world, Kind.JOINED)
    db.session.query(Person).filter_by(given_name="Erika").update({"is_manager": False})
    db.session.commit()
    assert letter(world, Kind.VACANCY) is None


def test_a_seat_that_somebody_has_by_then_is_told_to_nobody(
    bob: Browser, erika: Browser, world: SimpleNamespace
) -> None:
    bob.post(f"{HERE}/leave", last_day="2026-11-10")
    assert letter(world, Kind.VACANCY) is not None
    next_one = Person(given_name="Frans", email="frans@knutpunkt.example", municipality_id=world.hogsby.id)
    db.session.add(next_one)
    db.session.commit()
    erika.post(f"{HERE}/seats/hogsby/appoint", person=str(next_one.id), starts_on="2026-11-11")
    assert letter(world, Kind.VACANCY) is None


def test_what_a_closed_account_leaves_names_no_closed_network(
    dana: Browser, erika: Browser, world: SimpleNamespace
) -> None:
    dana.post(f"/people/{world.bob.id}/close")
    text = said(world, Kind.HANDOVER)
    assert "Bob Åberg har slutat. Platserna för Högsby är vakanta." in text
    assert "Stängda" not in text


def test_an_administrator_is_asked_for_a_coordinator(alice: Browser, world: SimpleNamespace) -> None:
    alice.post(f"{HERE}/leave/help")
    assert "Barn- och unganätverket behöver en samordnare" in said(world, Kind.HANDOVER)


def test_whom_a_closed_network_does_not_exist_for_hears_nothing_of_its_seats(
    bob: Browser, erika: Browser, world: SimpleNamespace
) -> None:
    assert bob.post("/networks/stangda-gruppen/leave", last_day="2026-11-10").status == 303
    db.session.remove()
    assert db.session.scalars(select(Posted).where(Posted.kind == Kind.VACANCY)).all() == []
    assert network_for(world.alice, "stangda-gruppen").memberships
    assert db.session.query(Membership).count() == 4
