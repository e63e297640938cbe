"""Who moves or stops hands over: seats, tasks and open actions stand on one page, and nothing is lost in silence."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.followup.actions import Promise
from app.followup.models import Action
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.networks.kinds import Standing
from app.networks.models import Membership
from app.people.models import Person, Workplace
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.followup.conftest import publish  # noqa: F401 - a fixture

HERE = "/networks/barn-och-unganatverket"


@pytest.fixture
def staff(world: SimpleNamespace, publish: Callable[..., None]) -> SimpleNamespace:  # noqa: F811
    """Bob has promised something; Erika leads the libraries of Högsby, and Frans works there."""
    world.erika, world.frans = (
        Person(given_name=name, email=f"{name.lower()}@knutpunkt.example", password_hash="x", created_at=NOW,
               municipality_id=world.hogsby.id, is_manager=name == "Erika")
        for name in ("Erika", "Frans")
    )  # fmt: skip
    db.session.add_all([world.erika, world.frans])
    db.session.commit()
    publish(world.children, promises=(Promise("Boka lokal", db.session.merge(world.bob)),))
    world.action_id = db.session.scalars(select(Action.id)).one()
    world.seat_id = db.session.scalars(
        select(Membership.id).where(Membership.network_id == world.children.id, Membership.person_id == world.bob.id)
    ).one()
    db.session.commit()
    return world


def said(world: SimpleNamespace, **more: str) -> dict[str, str]:
    named = {"given_name": "Bob", "family_name": "Åberg", "email": "bob@knutpunkt.example"}
    return {**named, "municipality": str(world.torsas.id), "library": "", **more}


def letters(kind: Kind) -> list[str]:
    db.session.remove()
    return sorted(db.session.scalars(select(Posted.email).where(Posted.kind == kind)))


def test_who_moves_hands_over_and_the_manager_is_told(dana: Browser, staff: SimpleNamespace) -> None:
    page = dana.send(f"/people/{staff.bob.id}/edit", **said(staff))
    assert "Här är det som är kvar att lämna över" in page
    assert page.title == "Att lämna över – Bob Åberg – Knutpunkt"
    assert "Barn- och unganätverket Medlem, ordinarie, för Högsby, sedan 1 feb 2025" in page
    assert "Boka lokal" in page
    assert letters(Kind.HANDOVER) == ["erika@knutpunkt.example"]
    assert "har bytt kommun men sitter kvar på platser" in dana.get(f"/people/{staff.bob.id}")
    fields = {
        f"m{staff.seat_id.hex}": str(staff.frans.id), f"a{staff.action_id.hex}": str(staff.alice.id),
        "last_day": "2026-11-05",
    }  # fmt: skip
    told = dana.send(f"/people/{staff.bob.id}/handover", **fields)
    assert "överlämnat som du valde: Barn- och unganätverket till Frans" in told
    assert "; Boka lokal till Alice Almgren." in told
    assert "Börjar senare Frans Medlem, ordinarie från 6 nov" in dana.get(f"{HERE}/seats/hogsby")
    assert "därefter Frans medlem, ordinarie, från 6 nov" in dana.get("/municipalities/hogsby")
    db.session.remove()
    assert db.session.get_one(Action, staff.action_id).owner_id == staff.alice.id


@pytest.mark.parametrize(("standing", "until", "offered"), [
    (Standing.ORDINARY, None, False), (Standing.DEPUTY, None, True), (Standing.ORDINARY, date(2026, 11, 30), True),
])  # fmt: skip
def test_whoever_has_such_a_seat_already_is_not_offered_another(
    staff: SimpleNamespace, dana: Browser, standing: Standing, until: date | None, offered: bool
) -> None:
    sits = {"standing": standing, "starts_on": date(2026, 1, 1), "ends_on": until, "municipality_id": staff.hogsby.id}
    db.session.add(Membership(network_id=staff.children.id, person_id=staff.frans.id, **sits))
    db.session.commit()
    fields = dana.get(f"/people/{staff.bob.id}/handover").html.partition(f'id="m{staff.seat_id.hex}"')[2]
    heirs = fields.partition("</select>")[0]
    assert "Erika" in heirs
    assert (str(staff.frans.id) in heirs) is offered


def test_what_is_left_vacant_is_told_as_that(dana: Browser, staff: SimpleNamespace) -> None:
    fields = {f"m{staff.seat_id.hex}": "vacant", "last_day": "2026-11-30"}
    told = "Det är överlämnat som du valde: Barn- och unganätverket lämnas vakant."
    assert told in dana.send(f"/people/{staff.bob.id}/handover", **fields)


def test_or_goes_on_for_the_new_municipality(dana: Browser, staff: SimpleNamespace) -> None:
    dana.post(f"/people/{staff.bob.id}/edit", **said(staff))
    where = f"/people/{staff.bob.id}/handover"
    assert "Fortsätter för Torsås" in dana.get(where)
    dana.post(where, **{f"m{staff.seat_id.hex}": "follow", "last_day": "2026-11-05"})
    assert "Bob Åberg Medlem, ordinarie från 6 nov" in dana.get(f"{HERE}/seats/torsas")
    assert "till och med 5 nov" in dana.get(f"{HERE}/seats/hogsby")
    assert letters(Kind.VACANCY) == ["erika@knutpunkt.example"]


def test_who_works_in_both_leaves_nothing(dana: Browser, staff: SimpleNamespace) -> None:
    page = dana.send(f"/people/{staff.bob.id}/edit", **said(staff, also=str(staff.library.id)))
    assert "Uppgifterna är sparade" in page
    assert page.title.startswith("Bob Åberg")
    assert "Arbetar också på Högsby bibliotek, Högsby" in page
    assert letters(Kind.HANDOVER) == []
    dana.post(f"/people/{staff.bob.id}/edit", **said(staff, also=str(staff.library.id)))
    assert db.session.query(Workplace).count() == 1
    dana.post(f"/people/{staff.bob.id}/edit", **said(staff, also=""))
    assert letters(Kind.HANDOVER) == ["erika@knutpunkt.example"]


def test_what_a_closed_account_held_is_handed_over(dana: Browser, staff: SimpleNamespace) -> None:
    page = dana.get(f"/people/{staff.bob.id}/close")
    assert "Platser och uppdrag 2" in page
    assert "Boka lokal" in page
    fields = {f"m{staff.seat_id.hex}": str(staff.frans.id), f"a{staff.action_id.hex}": str(staff.alice.id)}
    assert "Kontot är stängt" in dana.send(f"/people/{staff.bob.id}/close", **fields)
    assert "Frans Medlem, ordinarie från 6 nov" in dana.get(f"{HERE}/seats/hogsby")
    assert letters(Kind.HANDOVER) == ["erika@knutpunkt.example"]  # of the other seat, in the closed network
    assert "Inget att lämna över" in dana.get(f"/people/{staff.bob.id}/handover")


def test_what_is_not_handed_over_is_left_vacant_and_told_of(dana: Browser, staff: SimpleNamespace) -> None:
    dana.post(f"/people/{staff.bob.id}/close")
    page = dana.get(f"/people/{staff.bob.id}/handover")
    assert "Boka lokal" in page  # still there to be handed over
    assert letters(Kind.HANDOVER) == ["erika@knutpunkt.example"]


def test_somebody_who_can_not_take_over_is_refused_beside_the_field(dana: Browser, staff: SimpleNamespace) -> None:
    page = dana.post(f"/people/{staff.bob.id}/handover", **{f"m{staff.seat_id.hex}": str(staff.charlie.id),
                                                            "last_day": "2026-11-05"})  # fmt: skip
    assert page.status == 422
    assert "Välj någon ur listan" in page


def test_nothing_is_called_handed_over_when_nobody_was_chosen(dana: Browser, staff: SimpleNamespace) -> None:
    page = dana.send(f"/people/{staff.bob.id}/handover", last_day="2026-11-05")
    assert page.status == 422
    assert "Du har inte valt något att lämna över. Välj vem som tar över." in page


def test_who_may_hand_over_what(alice: Browser, bob: Browser, charlie: Browser, staff: SimpleNamespace) -> None:
    where, seat = f"/people/{staff.bob.id}/handover", f"m{staff.seat_id.hex}"
    assert charlie.get(where).status == 403
    assert alice.get(where).status == 403
    page = bob.get(where)
    assert "Lämna vakant" in page
    assert "Frans" not in page  # whom the manager appoints
    erika = Browser(staff.app, staff.erika)
    page = erika.get(where)
    assert "Frans" in page
    assert "Stängda gruppen" not in page
    assert erika.post(where, **{seat: str(staff.frans.id), "last_day": "2026-11-05"}).status == 303
