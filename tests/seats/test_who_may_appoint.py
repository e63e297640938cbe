"""Managers appoint for their own municipality, coordinators and administrators for all; others look."""

from types import SimpleNamespace

import pytest

from app import clock, db
from app.networks.kinds import Visibility
from tests.browser_double import Browser

SEATS = "/networks/barn-och-unganatverket/seats"


def test_a_manager_appoints_at_home_only(erika: Browser, staff: SimpleNamespace) -> None:
    assert erika.get(f"{SEATS}/hogsby/appoint").status == 200
    page = erika.post(f"{SEATS}/torsas/appoint", person=str(staff.charlie.id), starts_on="2026-11-06")
    assert page.status == 403
    assert "Bara kommunens bibliotekschef och nätverkets samordnare utser" in page


def test_nor_can_they_reach_another_seat_through_their_own(erika: Browser, staff: SimpleNamespace) -> None:
    alices = staff.children.memberships[0].id
    assert erika.post(f"{SEATS}/hogsby/{alices}/end", ends_on="2026-11-06").status == 403
    where = f"{SEATS}/hogsby/appoint?instead={alices}"
    page = erika.post(where, person=str(staff.frans.id), starts_on="2026-11-06")
    assert page.status == 422
    assert "Alice Almgren sitter inte på den platsen då" in page
    page = erika.post(f"{SEATS}/hogsby/appoint?standing=deputy", person=str(staff.charlie.id), starts_on="2026-11-06")
    assert page.status == 422
    assert "Välj vem du utser" in page


@pytest.mark.parametrize("who", ["bob", "charlie"])
def test_others_look(request: pytest.FixtureRequest, staff: SimpleNamespace, who: str) -> None:
    browser: Browser = request.getfixturevalue(who)
    page = browser.get(f"{SEATS}/hogsby")
    assert "Bob Åberg" in page
    assert not any("appoint" in each or each.endswith("/end") for each in page.links)
    assert browser.get(f"{SEATS}/hogsby/appoint").status == 403
    assert browser.post(f"{SEATS}/hogsby/appoint", person="x").status == 403


def test_coordinators_and_administrators_appoint_anywhere(
    alice: Browser, dana: Browser, staff: SimpleNamespace
) -> None:
    for browser in (alice, dana):
        assert browser.get(f"{SEATS}/torsas/appoint").status == 200
    page = alice.send(f"{SEATS}/torsas/appoint", person=str(staff.charlie.id), starts_on="2026-11-05")
    assert "Ordinarie Charlie Ek sedan 5 nov" in page


def test_a_closed_network_does_not_exist_for_a_manager_outside(erika: Browser, staff: SimpleNamespace) -> None:
    for rest in ("", "/hogsby", "/hogsby/appoint"):
        assert erika.get(f"/networks/stangda-gruppen/seats{rest}").status == 404
    assert "Stängda" not in erika.get("/vacancies")
    assert "Stängda" not in erika.get("/municipalities/hogsby")


def test_nobody_is_appointed_in_an_archived_network(alice: Browser, staff: SimpleNamespace) -> None:
    db.session.add(staff.children)
    staff.children.archived_at = clock.now()
    db.session.commit()
    assert alice.get(f"{SEATS}/torsas/appoint").status == 403
    assert "Torsås Vakant" in alice.get(SEATS)


def test_a_manager_who_moves_leads_nothing_until_somebody_says_so(dana: Browser, staff: SimpleNamespace) -> None:
    said = {"given_name": "Erika", "family_name": "Ström", "email": "erika@knutpunkt.example", "is_manager": "y"}
    dana.post(f"/people/{staff.erika.id}/edit", **said, municipality=str(staff.hogsby.id))
    assert "Bibliotekschef, utser för Högsby" in dana.get(f"/people/{staff.erika.id}")
    said.pop("is_manager")
    dana.post(f"/people/{staff.erika.id}/edit", **said, municipality=str(staff.torsas.id))
    assert "Bibliotekschef, utser" not in dana.get(f"/people/{staff.erika.id}")
    db.session.add(staff.children)
    staff.children.visibility = Visibility.OPEN
    assert Browser(staff.app, staff.erika).get(f"{SEATS}/torsas/appoint").status == 403
