"""Two who describe the same network: the second sees both texts, what was typed stays, and saving again is a choice."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from app import db
from app.focus.models import FocusArea
from app.networks.models import Network
from tests.browser_double import Browser, Page
from tests.occasions.test_two_at_once import at_once

EDIT = "/networks/barn-och-unganatverket/edit"
SAID = {"name": "Barn- och unganätverket", "kind": "network", "record_form": "notes", "visibility": "open",
        "admission": "request", "colour": "2", "sign": "2"}  # fmt: skip


def seen_on(page: Page) -> str:
    found = re.search(r'name="seen"[^>]* value="([0-9a-f]{16})"', page.html)
    assert found is not None
    return found[1]


def beside(page: Page) -> dict[str, str]:
    """What is said to stand now, field by field."""
    found = re.findall(r'<p class="saved-now" id="([\w]+)-now">.*?</b> <span>(.*?)</span></span></p>', page.html, re.S)
    return dict(found)


@pytest.mark.parametrize("fragment", [False, True])
def test_the_second_sees_both_and_may_save_again(alice: Browser, dana: Browser, *, fragment: bool) -> None:
    seen = seen_on(dana.get(EDIT))
    assert alice.post(EDIT, **SAID, purpose="Alices uppdrag", seen=seen_on(alice.get(EDIT))).status == 303
    page = dana.post(EDIT, fragment=fragment, **SAID, purpose="Danas uppdrag", seen=seen)
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert "Två har ändrat samtidigt Någon annan har ändrat uppgifterna medan du skrev" in page
    assert beside(page) == {"purpose": "Alices uppdrag"}
    assert "Det här skiljer sig: Syfte" in page
    assert 'value="Danas uppdrag"' in page.html
    assert 'aria-describedby="purpose-hint purpose-now"' in page.html
    assert "Alices uppdrag" in alice.get(EDIT).html
    assert dana.post(EDIT, **SAID, purpose="Danas uppdrag", seen=seen_on(page)).status == 303
    assert "Danas uppdrag" in alice.get(EDIT).html


def test_every_kind_of_field_shows_what_stands_there(alice: Browser, dana: Browser) -> None:
    area = FocusArea(name="Läslust", position=1, valid_from=date(2025, 1, 1))
    db.session.add(area)
    db.session.commit()
    seen = seen_on(dana.get(EDIT))
    others = {"kind": "working-group", "ends_on": "2027-06-30", "visibility": "closed", "meetings_per_year": "4",
              "deputy_seats": "2", "colour": "7", "focus_areas": str(area.id)}  # fmt: skip
    assert alice.post(EDIT, **{**SAID, **others}, seen=seen).status == 303
    page = dana.post(EDIT, **SAID, meetings_per_year="3", deputy_seats="0", seen=seen)
    shown = beside(page)
    assert shown.pop("colour") not in ("", "7")
    assert shown == {
        "kind": "Arbetsgrupp", "ends_on": "2027-06-30", "visibility": "Bara för medlemmar", "meetings_per_year": "4",
        "deputy_seats": "2", "focus_areas": "Läslust",
    }  # fmt: skip


def test_what_somebody_emptied_is_told_to_be_empty(alice: Browser, dana: Browser) -> None:
    seen = seen_on(dana.get(EDIT))
    assert alice.post(EDIT, **SAID, purpose="", seen=seen).status == 303
    assert beside(dana.post(EDIT, **SAID, purpose="Mitt", seen=seen)) == {"purpose": "tomt"}


def test_who_wrote_the_same_has_nothing_to_choose(alice: Browser, dana: Browser) -> None:
    seen = seen_on(dana.get(EDIT))
    assert alice.post(EDIT, **SAID, purpose="Samma", seen=seen).status == 303
    assert "Nätverkets uppgifter är sparade" in dana.send(EDIT, **SAID, purpose="Samma", seen=seen)


def test_at_the_very_same_moment_one_is_told(world: SimpleNamespace, alice: Browser, dana: Browser) -> None:
    seen = seen_on(alice.get(EDIT))
    statuses = at_once(
        lambda: alice.post(EDIT, **SAID, purpose="Alices", seen=seen).status,
        lambda: dana.post(EDIT, **SAID, purpose="Danas", seen=seen).status,
    )
    assert sorted(statuses) == [303, 422]
    db.session.rollback()
    kept = db.session.query(Network).filter_by(slug="barn-och-unganatverket").one().purpose
    assert kept == ("Alices" if statuses[0] == 303 else "Danas")
