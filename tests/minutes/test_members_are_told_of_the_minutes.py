"""Published minutes reach all who belong to the networks by mail, guests too; a correction says what it corrects."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.meetings.models import Meeting
from app.networks.kinds import Role
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import begin_and_publish, read_through
from tests.outbox import send_all, told, waiting, words, written


@pytest.fixture
def guest(world: SimpleNamespace) -> None:
    """Charlie reads as a guest."""
    since = NOW.date() - timedelta(days=30)
    membership = Membership(network_id=world.children.id, person_id=world.charlie.id, role=Role.GUEST, starts_on=since)
    db.session.add(membership)
    db.session.commit()


@pytest.fixture
def published(guest: None, alice: Browser, meeting: Meeting) -> str:
    """Notes with a decision and a promise, published; where they are."""
    return begin_and_publish(alice, meeting, clause="ha en kampanj", what="Ring", owner_text="Alla")


def correct(alice: Browser, url: str, what: str, **more: str) -> None:
    alice.post(f"{url}/correct")
    alice.post(f"{url}/publish", read=read_through(alice, url), correction=what, **more)


def test_each_who_belongs_gets_one_as_many_as_was_said(guest: None, alice: Browser, meeting: Meeting) -> None:
    url = f"/meetings/{meeting.id}/minutes"
    alice.post(f"{url}/begin")
    assert "2 personer får ett mejl." in alice.get(f"{url}/publish")
    assert told() == []
    alice.post(f"{url}/publish", read=read_through(alice, url))
    assert told() == [("Bob", "minutes-published"), ("Charlie", "minutes-published")]


def test_it_says_what_came_of_it(world: SimpleNamespace, published: str) -> None:
    letter = written(world.app, waiting()[0])
    said = words(letter)
    assert letter.subject.startswith("Minnesanteckningar: Läsning på fritiden, ")
    assert "Beslut: 1\nÅtgärder: 1" in said
    assert letter.button.url == f"http://knutpunkt.example{published}"


def test_a_correction_says_what_is_corrected(world: SimpleNamespace, alice: Browser, published: str) -> None:
    send_all()
    alice.post(f"{published}/correct")
    assert "2 personer får ett mejl." in alice.get(f"{published}/publish")
    correct(alice, published, "Datumet var fel.", with_letter="y")
    assert len(waiting()) == 2
    letter = written(world.app, waiting()[0])
    assert letter.subject.startswith("Rättelse: Läsning på fritiden")
    assert letter.quote == "Datumet var fel."


def test_two_corrections_are_one_letter_with_both(world: SimpleNamespace, alice: Browser, published: str) -> None:
    send_all()
    correct(alice, published, "Datumet var fel.", with_letter="y")
    correct(alice, published, "Namnet var fel.", with_letter="y")
    assert len(waiting()) == 2
    assert written(world.app, waiting()[0]).quote == "Datumet var fel.\nNamnet var fel."


def test_a_misspelling_can_be_corrected_quietly(alice: Browser, published: str) -> None:
    send_all()
    correct(alice, published, "Stavfel.")
    assert told() == []


def test_corrected_before_the_first_has_left_there_is_nothing_to_correct(
    world: SimpleNamespace, alice: Browser, published: str
) -> None:
    correct(alice, published, "Stavfel.", with_letter="y")
    assert len(waiting()) == 2
    assert written(world.app, waiting()[0]).subject.startswith("Minnesanteckningar: ")


def test_who_has_left_reads_no_more(world: SimpleNamespace, published: str) -> None:
    charlie = next(each for each in waiting() if each.name.startswith("Charlie"))
    membership = db.session.scalars(select(Membership).where(Membership.role == Role.GUEST)).one()
    membership.ends_on = NOW.date() - timedelta(days=1)
    db.session.commit()
    assert written(world.app, charlie) is None


def test_a_draft_tells_nobody(alice: Browser, meeting: Meeting) -> None:
    alice.post(f"/meetings/{meeting.id}/minutes/begin")
    assert told() == []
