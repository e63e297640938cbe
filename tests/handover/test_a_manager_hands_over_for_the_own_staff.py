"""A library manager whose employee leaves finds the way, and hands over what was promised too."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.followup.actions import Promise
from app.followup.models import Action
from app.people.models import Person
from tests.browser_double import Browser
from tests.followup.conftest import publish  # noqa: F401 - a fixture
from tests.handover.holding import hand_over, let_in, somebody, where

SEATS = "/networks/barn-och-unganatverket/seats/hogsby"


@pytest.fixture
def staff(world: SimpleNamespace, publish: Callable[..., None]) -> SimpleNamespace:  # noqa: F811
    """Bob of Högsby has promised something; Erika leads the libraries there, where Frans works; Greta leads others."""
    world.erika = somebody(world, "Erika", is_manager=True)
    world.frans = somebody(world, "Frans")
    world.greta = somebody(world, "Greta", is_manager=True, municipality_id=world.torsas.id)
    publish(world.children, promises=(Promise("Boka lokal", db.session.merge(world.bob)),))
    world.action_id = db.session.scalars(select(Action.id)).one()
    db.session.commit()
    return world


def as_(world: SimpleNamespace, person: Person) -> Browser:
    return Browser(world.app, person)


def test_the_way_there_stands_on_the_persons_page_and_beside_the_seat(staff: SimpleNamespace, dana: Browser) -> None:
    for browser in (as_(staff, staff.erika), as_(staff, staff.bob), dana):
        page = browser.get(f"/people/{staff.bob.id}")
        assert where(staff.bob) in page.links
    assert "Att lämna över 2" in as_(staff, staff.erika).get(f"/people/{staff.bob.id}")  # the seat and the promise
    assert where(staff.bob) in as_(staff, staff.erika).get(SEATS).links
    assert "Att lämna över 0 Inget just nu" in as_(staff, staff.erika).get(f"/people/{staff.frans.id}")


def test_others_find_none(staff: SimpleNamespace, alice: Browser, charlie: Browser) -> None:
    for browser in (alice, charlie, as_(staff, staff.greta), as_(staff, staff.frans)):
        for page in (browser.get(f"/people/{staff.bob.id}"), browser.get(SEATS)):
            assert page.status == 200
            assert where(staff.bob) not in page.links
            assert "Att lämna över" not in page


def test_a_manager_reaches_those_who_work_there(staff: SimpleNamespace) -> None:
    here, elsewhere = as_(staff, staff.erika), as_(staff, staff.greta)
    assert "bob@knutpunkt.example" in here.get(f"/people/{staff.bob.id}")
    assert "charlie@knutpunkt.example" not in here.get(f"/people/{staff.charlie.id}")
    assert "bob@knutpunkt.example" not in elsewhere.get(f"/people/{staff.bob.id}")
    assert "bob@knutpunkt.example" not in as_(staff, staff.frans).get(f"/people/{staff.bob.id}")
    db.session.add(staff.erika)
    staff.erika.municipality_id = None
    db.session.commit()
    assert "bob@knutpunkt.example" not in as_(staff, staff.erika).get(f"/people/{staff.bob.id}")


def test_what_was_promised_is_given_to_another_member(staff: SimpleNamespace) -> None:
    let_in(staff, staff.frans)
    field = f"a{staff.action_id.hex}"
    assert hand_over(as_(staff, staff.erika), staff.bob, **{field: str(staff.charlie.id)}).status == 422  # no member
    assert hand_over(as_(staff, staff.erika), staff.bob, **{field: str(staff.frans.id)}).status == 303
    db.session.remove()
    assert db.session.get_one(Action, staff.action_id).owner_id == staff.frans.id


def test_a_manager_elsewhere_gives_nothing_away(staff: SimpleNamespace) -> None:
    fields = {f"a{staff.action_id.hex}": str(staff.alice.id)}
    assert hand_over(as_(staff, staff.greta), staff.bob, **fields).status == 403
    db.session.add(staff.bob)
    staff.bob.municipality = staff.torsas  # but still sits for Högsby, so that both managers open the page
    db.session.commit()
    assert "Vem gör det i stället?" not in as_(staff, staff.erika).get(where(staff.bob))
    hand_over(as_(staff, staff.erika), staff.bob, **fields)
    db.session.remove()
    assert db.session.get_one(Action, staff.action_id).owner_id == staff.bob.id
    assert "Vem gör det i stället?" in as_(staff, staff.greta).get(where(staff.bob))
