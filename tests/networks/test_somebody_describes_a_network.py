"""Administrators start networks and put them away; those who coordinate describe them."""

from datetime import date
from types import SimpleNamespace

import pytest

from app import db
from app.focus.models import FocusArea
from tests.browser_double import Browser

EDIT = "/networks/barn-och-unganatverket/edit"
SAID = {
    "name": "Bokstartsnätverket",
    "purpose": "Tidig språkstimulans",
    "kind": "network",
    "ends_on": "",
    "record_form": "notes",
    "visibility": "open",
    "admission": "request",
    "ordinary_seats": "1",
    "deputy_seats": "0",
    "meetings_per_year": "2",
    "colour": "3",
    "sign": "3",
}


def test_an_administrator_starts_a_network_with_a_flag_that_is_free(dana: Browser) -> None:
    page = dana.get("/networks/new")
    assert 'name="colour" id="colour-0" value="1" checked' in page.html
    assert 'name="sign" id="sign-0" value="1" checked' in page.html
    page = dana.send("/networks/new", **SAID)
    assert "Bokstartsnätverket är skapat. Lägg till samordnaren och medlemmarna här" in page
    assert "Ingen är med än" in page
    assert "Bokstartsnätverket Tidig språkstimulans Nätverk · 0 medlemmar" in dana.get("/networks")


def test_focus_areas_of_the_plan_in_force_can_be_chosen(dana: Browser, world: SimpleNamespace) -> None:
    now, before = (
        FocusArea(name=name, valid_from=date(year, 1, 1), valid_to=date(year + 3, 12, 31))
        for name, year in (("Läslust", 2025), ("Gammalt", 2020))
    )
    db.session.add_all([now, before, world.children])
    world.children.focus_areas = [before]
    db.session.commit()
    ids = [str(now.id), "x", str(before.id)]
    page = dana.get("/networks/new")
    assert "Läslust" in page
    assert "Gammalt" not in page
    assert "Gammalt" in dana.get(EDIT)
    assert dana.post("/networks/new", **SAID, focus_areas=ids).status == 303
    assert f'value="{ids[0]}" checked' in dana.get("/networks/bokstartsnatverket/edit").html


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": ""}, "Skriv vad nätverket heter"),
        ({"name": "barn och unganätverket"}, "Ett annat nätverk heter redan så"),
        ({"colour": "11", "sign": "11"}, "Ett annat nätverk har redan den flaggan"),
        ({"colour": "13"}, "Välj ett av alternativen"),
        ({"sign": None}, "Välj ett av alternativen"),
        ({"kind": "club"}, "Välj ett av alternativen"),
        ({"kind": "working-group"}, "Skriv den sista dagen för arbetsgruppens uppdrag"),
        ({"ends_on": "2027-01-01"}, "Bara en arbetsgrupp har en sista dag"),
        ({"ends_on": "snart"}, "Skriv dagen som år-månad-dag"),
        ({"meetings_per_year": "ofta"}, "Skriv ett helt tal mellan 0 och 60"),
        ({"name": "å" * 121}, "Skriv högst 120 tecken"),
    ],
)
def test_a_mistake_is_told_and_what_was_typed_is_kept(
    dana: Browser, said: dict[str, str | None], sentence: str
) -> None:
    page = dana.post("/networks/new", **{**SAID, **said})
    assert page.status == 422
    assert page.title == "Fel: Nytt nätverk – Knutpunkt"
    assert sentence in page
    assert 'value="Tidig språkstimulans"' in page.html


def test_a_coordinator_describes_the_network(alice: Browser) -> None:
    page = alice.get(EDIT)
    assert 'value="Barn- och unganätverket"' in page.html
    assert "vilande" not in page
    done = alice.post(EDIT, **SAID)
    assert (done.status, done.location) == (303, "/networks/barn-och-unganatverket")
    assert 'value="Bokstartsnätverket"' in alice.get(EDIT).html


def test_nothing_said_is_no_mistake_of_its_own(alice: Browser) -> None:
    same = {**SAID, "name": "Barn- och unganätverket", "colour": "2", "sign": "2", "meetings_per_year": ""}
    assert alice.post(EDIT, **same).status == 303


def test_an_archived_network_lies_apart_and_can_be_taken_up(dana: Browser, alice: Browser) -> None:
    page = dana.send("/networks/barn-och-unganatverket/archive")
    assert "Barn- och unganätverket är vilande. Allt finns kvar att läsa" in page
    assert "Barn- och unganätverket" in page.text.split("Vilande nätverk 1")[1]
    add = {"person": str(alice.person.id), "role": "chair", "starts_on": "2026-11-05"}  # type: ignore[union-attr]
    assert "Nätverket är vilande. Ta upp det igen först" in alice.post(
        "/networks/barn-och-unganatverket/members", **add
    )
    assert dana.post("/networks/barn-och-unganatverket/revive").status == 303
    assert "Vilande" not in dana.get("/networks")


def test_who_may_not_is_told_who_may(bob: Browser, alice: Browser, charlie: Browser, nobody: Browser) -> None:
    page = bob.get(EDIT)
    assert (page.status, "Bara samordnaren kan ändra nätverkets uppgifter" in page) == (403, True)
    for address in ("/networks/new", "/networks/barn-och-unganatverket/archive", "/networks/stangda-gruppen/revive"):
        assert alice.post(address, **SAID).status == 403
    assert charlie.post("/networks/stangda-gruppen/archive").status == 404
    assert charlie.get("/networks/stangda-gruppen/edit").status == 404
    assert nobody.get(EDIT).status == 303
    assert nobody.post(EDIT).status == 401
