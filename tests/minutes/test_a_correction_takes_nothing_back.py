"""What happens to a promise while a correction is open stays so, handed over or done, if the correction lets it."""

import re
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.followup.models import Action
from app.meetings.models import Meeting
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import at_once, begin_and_publish, read_through

SAID = {"text": "Elva är med.", "revision": "1"}


@pytest.fixture
def item(items: list[str]) -> str:
    return items[1]


@pytest.fixture
def published(world: SimpleNamespace, alice: Browser, meeting: Meeting, items: list[str]) -> str:
    """Minutes in which Bob has promised to ring; Charlie belongs to the network too."""
    db.session.add(Membership(network_id=world.children.id, person_id=world.charlie.id, starts_on=NOW.date()))
    db.session.commit()
    return begin_and_publish(alice, meeting, text="Elva är med.", what="Ring", owner=str(world.bob.id))


@pytest.fixture
def handed_over(world: SimpleNamespace, dana: Browser, published: str) -> SimpleNamespace:
    """Hand over what Bob has promised: handed_over.to(somebody)."""
    promised = db.session.scalars(select(Action.id)).one()
    db.session.rollback()
    where = f"/people/{world.bob.id}/handover"
    return SimpleNamespace(
        to=lambda heir: dana.post(where, **{f"a{promised.hex}": str(heir.id), "last_day": "2026-11-05"})
    )


def promise_on(browser: Browser, published: str, item: str) -> str:
    return re.findall(r'id="record-([0-9a-f-]{36})"', browser.get(f"{published}/write?item={item}").html)[0]


def fields_of(browser: Browser, published: str, item: str) -> dict[str, str]:
    """What the browser would send of the promise that is open for change."""
    page = browser.get(f"{published}/write?item={item}&edit={promise_on(browser, published, item)}")
    part = page.html.split('class="flow promise"')[1]
    typed = dict(re.findall(r'<input[^>]*?name="(action|owner_was)" value="([^"]*)"', part))
    chosen = re.findall(r'<option selected value="([^"]*)"', part.split("</select>")[0])
    return {**SAID, **typed, "what": "Ring", "owner": chosen[0] if chosen else ""}


def correct(browser: Browser, published: str) -> None:
    assert browser.post(f"{published}/correct").status == 303


def publish(browser: Browser, published: str) -> None:
    read = read_through(browser, published)
    assert browser.post(f"{published}/publish", read=read, correction="Tolv, inte elva.").status == 303


def todo(world: SimpleNamespace, name: str) -> str:
    return Browser(world.app, getattr(world, name)).get("/actions").text


def test_handed_over_while_the_correction_is_open_it_stays_so(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace, item: str
) -> None:
    correct(alice, published)
    assert handed_over.to(world.charlie).status == 303
    assert "Charlie Ek" in alice.get(f"{published}/write?item={item}")
    alice.post(f"{published}/write/{item}", text="Tolv är med.", revision="1")
    publish(alice, published)
    assert "Ring" in todo(world, "charlie")
    assert "Ring" not in todo(world, "bob")


def test_handed_over_before_the_correction_was_opened_it_stays_so(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace
) -> None:
    handed_over.to(world.charlie)
    correct(alice, published)
    publish(alice, published)
    assert "Ring" in todo(world, "charlie")
    assert "Ring" not in todo(world, "bob")


def test_a_page_that_was_open_all_the_time_gives_nothing_back(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace, item: str
) -> None:
    correct(alice, published)
    fields = fields_of(alice, published, item)
    assert fields["owner"] == str(world.bob.id)
    handed_over.to(world.charlie)
    assert alice.post(f"{published}/write/{item}", **{**fields, "what": "Ring alla"}).status == 303
    publish(alice, published)
    assert "Ring alla" in todo(world, "charlie")


def test_who_has_it_now_can_be_kept_though_they_were_not_there(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace, item: str
) -> None:
    row = db.session.scalars(select(Membership).where(Membership.person_id == world.charlie.id)).one()
    correct(alice, published)
    handed_over.to(world.charlie)
    db.session.delete(row)
    db.session.commit()
    fields = fields_of(alice, published, item)
    assert fields["owner"] == str(world.charlie.id)
    page = alice.post(f"{published}/write/{item}", **{**fields, "what": ""})
    assert page.status == 422
    assert f'<option selected value="{world.charlie.id}"' in page.html
    assert alice.post(f"{published}/write/{item}", **{**fields, "what": "Ring alla"}).status == 303
    publish(alice, published)
    assert "Ring alla" in todo(world, "charlie")


def test_the_correction_can_still_say_that_it_was_somebody_else(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace, item: str
) -> None:
    correct(alice, published)
    fields = fields_of(alice, published, item)
    alice.post(f"{published}/write/{item}", **{**fields, "owner": str(world.alice.id)})
    handed_over.to(world.charlie)
    assert "Ring" in todo(world, "charlie")  # until it is published
    publish(alice, published)
    assert "Ring" in todo(world, "alice")
    assert "Ring" not in todo(world, "charlie")


def test_or_that_it_was_the_same_one_after_all(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace, item: str
) -> None:
    correct(alice, published)
    handed_over.to(world.charlie)
    fields = fields_of(alice, published, item)
    assert fields["owner"] == str(world.charlie.id)
    alice.post(f"{published}/write/{item}", **{**fields, "owner": str(world.bob.id)})
    publish(alice, published)
    assert "Ring" in todo(world, "bob")


def test_what_is_done_meanwhile_is_done(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace, item: str
) -> None:
    correct(alice, published)
    fields = fields_of(alice, published, item)
    handed_over.to(world.charlie)
    charlie = Browser(world.app, world.charlie)
    charlie.post(re.findall(r'action="(/actions/[^"]+/done)"', charlie.get("/actions").html)[0])
    alice.post(f"{published}/write/{item}", **{**fields, "what": "Ring alla"})
    publish(alice, published)
    page = charlie.get("/actions")
    assert "Klart: Ring alla" in page
    assert "Väntar 0" in page


def test_thrown_away_the_correction_changes_nothing(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace
) -> None:
    correct(alice, published)
    handed_over.to(world.charlie)
    assert alice.post(f"{published}/discard").status == 303
    assert "Ring" in todo(world, "charlie")


def test_in_the_same_moment_one_waits_for_the_other(
    world: SimpleNamespace, alice: Browser, published: str, handed_over: SimpleNamespace
) -> None:
    correct(alice, published)
    read = read_through(alice, published)
    said = {"read": read, "correction": "Tolv, inte elva."}
    pages = at_once(lambda: handed_over.to(world.charlie), lambda: alice.post(f"{published}/publish", **said))
    if 409 in {page.status for page in pages}:  # handed over while it was read through
        publish(alice, published)
    assert "Ring" in todo(world, "charlie")
    assert "Ring" not in todo(world, "bob")
