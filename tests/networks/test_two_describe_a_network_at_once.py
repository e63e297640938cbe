"""Two who describe the same network: the second is told, what was typed stays, and saving again is a choice."""

import re
from types import SimpleNamespace

from app import db
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


def test_the_second_is_told_and_may_save_again(alice: Browser, dana: Browser) -> None:
    seen = seen_on(dana.get(EDIT))
    assert alice.post(EDIT, **SAID, purpose="Alices uppdrag", seen=seen_on(alice.get(EDIT))).status == 303
    page = dana.post(EDIT, **SAID, purpose="Danas uppdrag", seen=seen)
    assert page.status == 422
    assert "Någon annan har ändrat uppgifterna medan du skrev" in page
    assert "Danas uppdrag" in page.html
    assert "Alices uppdrag" in alice.get(EDIT).html
    assert dana.post(EDIT, **SAID, purpose="Danas uppdrag", seen=seen_on(page)).status == 303
    assert "Danas uppdrag" in alice.get(EDIT).html


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
