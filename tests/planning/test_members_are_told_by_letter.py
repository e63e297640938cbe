"""Calling, moving and cancelling reach the members by mail: each once, but not the one who does it."""

import re
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import db
from app.mail.choices import switch_off
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Language, Person
from tests.browser_double import Browser, Page
from tests.calendar_world import events, make_link
from tests.conftest import NOW
from tests.outbox import CALLED, CANCELLED, MOVED, event_in, only, send_all, told, waiting, words, written
from tests.planning.conftest import revision_on

Plan = Callable[..., str]
Fields = Callable[..., dict[str, object]]
MAILED = re.compile(r"(\d+) person(?:er)? får ett mejl")


def number(page: Page) -> int:
    """How many get a letter, as a page says."""
    found = MAILED.search(page.text)
    return int(found[1]) if found else 0


@pytest.fixture
def joined(world: SimpleNamespace) -> None:
    """Charlie is a member too, Dana reads as a guest, and somebody whose account is closed still has a role."""
    closed = Person(given_name="Stängd", family_name="Ek", email="stangd@knutpunkt.example", closed_at=NOW)
    since = NOW.date() - timedelta(days=30)
    for person, role in ((world.charlie, Role.MEMBER), (world.dana, Role.GUEST), (closed, Role.MEMBER)):
        db.session.add(Membership(network=world.children, person=person, role=role, starts_on=since))
    db.session.commit()


@pytest.fixture
def change(alice: Browser, filled: Fields) -> Callable[..., Page]:
    """Alice changes a meeting, with the box for a letter ticked unless with_letter=None."""

    def change(address: str, **changes: object) -> Page:
        form = alice.get(f"{address}/edit")
        return alice.post(f"{address}/edit", **filled(**{"with_letter": "y", **changes}), revision=revision_on(form))

    return change


def test_a_draft_tells_nobody(joined: None, plan: Plan, change: Callable[..., Page]) -> None:
    change(plan(), place="Nybro bibliotek")
    assert told() == []


def test_those_who_are_called_get_one_letter_each_as_many_as_was_said(joined: None, alice: Browser, plan: Plan) -> None:
    address = plan()
    assert number(alice.get(f"{address}/call")) == 2
    assert number(alice.send(f"{address}/call")) == 2
    assert told() == [("Bob", "meeting-called"), ("Charlie", "meeting-called")]
    alice.post(f"{address}/call")
    assert len(waiting()) == 2


def test_who_does_without_is_not_counted(world: SimpleNamespace, joined: None, alice: Browser, plan: Plan) -> None:
    switch_off(world.bob.id, CALLED, world.children.id)
    db.session.commit()
    address = plan()
    assert number(alice.get(f"{address}/call")) == 1
    alice.post(f"{address}/call")
    assert told() == [("Charlie", "meeting-called")]


def test_the_letter_says_when_and_where_and_what_it_is_about(world: SimpleNamespace, plan: Plan) -> None:
    plan(call=True, agenda=True, link="https://meet.example/rum")
    letter = only(world.app)
    said = words(letter)
    assert letter.subject.replace("\u00a0", " ") == "Kallelse: Läsning på fritiden, tis 24 nov kl. 9.30"
    for part in ("Du är kallad till möte med Barn- och unganätverket.", "När: tis 24 nov kl. 9.30–12.00, v. 48",
                 "Var: Vimmerby bibliotek", "Digitalt: https://meet.example/rum", "Svara senast: tis 17 nov",
                 "Dagordning: 1. Mötet öppnas", "för att du är med i Barn- och unganätverket."):  # fmt: skip
        assert part in said
    assert letter.button is not None
    assert letter.button.url.startswith("http://knutpunkt.example/meetings/")


def test_it_comes_in_the_receivers_language(world: SimpleNamespace, plan: Plan) -> None:
    db.session.get_one(Person, world.bob.id).language = Language.ENGLISH
    db.session.commit()
    plan(call=True)
    said = words(only(world.app))
    assert "Tue 24 Nov, 9:30" in said
    assert "Vimmerby bibliotek" in said
    assert "Du är kallad" not in said


def test_its_file_is_the_event_that_feeds_and_the_page_have(world: SimpleNamespace, bob: Browser, plan: Plan) -> None:
    address = plan(call=True)
    mine, file = event_in(only(world.app)), bob.client.get(f"{address}.ics").data
    theirs = events(world.app, make_link(bob))["Läsning på fritiden"]
    assert [str(mine[each]) for each in ("UID", "SEQUENCE")] == [str(theirs[each]) for each in ("UID", "SEQUENCE")]
    (attached,) = only(world.app).attachments
    assert attached.body == file
    assert b"METHOD" not in file
    assert attached.name == "lasning-pa-fritiden.ics"


def test_the_joint_meeting_is_one_letter_and_names_no_closed_network(
    world: SimpleNamespace, joined: None, plan: Plan
) -> None:
    plan(call=True, hosts=[str(world.secret.id), str(world.children.id)])
    assert told() == [("Bob", "meeting-called"), ("Charlie", "meeting-called")]
    bob, charlie = waiting()
    assert "Stängda gruppen" in words(written(world.app, bob))
    assert "Stängda" not in words(written(world.app, charlie))
    assert "Barn- och unganätverket" in words(written(world.app, charlie))


def test_a_new_time_or_place_is_told_and_other_words_are_not(
    world: SimpleNamespace, alice: Browser, plan: Plan, change: Callable[..., Page]
) -> None:
    address = plan(call=True)
    send_all()
    change(address, description="Ta med fika", title="Läsning")
    assert told() == []
    assert number(alice.get(f"{address}/edit")) == 1
    change(address, place="Nybro bibliotek")
    assert only(world.app, MOVED).subject.startswith("Ny plats: Läsning på fritiden")
    assert "Tidigare plats: Vimmerby bibliotek" in words(only(world.app))


def test_the_box_can_be_left_empty(plan: Plan, change: Callable[..., Page]) -> None:
    address = plan(call=True)
    send_all()
    change(address, place="Vimmerby bibliotek, Läsrummet", with_letter=None)
    assert told() == []


def test_two_moves_are_one_letter_with_the_newest_time(
    world: SimpleNamespace, plan: Plan, change: Callable[..., Page]
) -> None:
    address = plan(call=True)
    send_all()
    change(address, first_day="2026-11-25")
    change(address, first_day="2026-11-26", place="Nybro bibliotek")
    said = words(only(world.app, MOVED))
    for part in ("Flyttat: Läsning på fritiden, tors 26 nov", "Tidigare: tis 24 nov kl. 9.30", "Var: Nybro bibliotek"):
        assert part in said
    assert event_in(only(world.app))["SEQUENCE"] >= 2


def test_moved_back_before_the_letter_has_left_there_is_nothing_to_tell(
    world: SimpleNamespace, plan: Plan, change: Callable[..., Page]
) -> None:
    address = plan(call=True)
    send_all()
    change(address, first_day="2026-11-25")
    change(address)
    assert [written(world.app, each) for each in waiting()] == [None]


def test_moved_before_the_call_has_left_the_call_says_the_new_time(
    world: SimpleNamespace, plan: Plan, change: Callable[..., Page]
) -> None:
    address = plan(call=True)
    change(address, first_day="2026-11-25")
    assert told() == [("Bob", "meeting-called")]
    assert "ons 25 nov" in only(world.app).subject.replace("\u00a0", " ")


def test_a_network_that_joins_in_is_called(
    world: SimpleNamespace, plan: Plan, digital: str, change: Callable[..., Page]
) -> None:
    address = plan(call=True)
    send_all()
    change(address, hosts=[str(world.children.id), digital])
    assert told() == [("Charlie", "meeting-called")]


def test_a_cancellation_needs_no_box(world: SimpleNamespace, alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    send_all()
    assert number(alice.get(f"{address}/cancel")) == 1
    assert number(alice.send(f"{address}/cancel", because="Snö")) == 1
    letter = only(world.app, CANCELLED)
    assert letter.quote == "Snö"
    assert event_in(letter)["STATUS"] == "CANCELLED"
