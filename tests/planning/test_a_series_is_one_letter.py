"""Members are called to all the meetings of a series in one letter, and each meeting is then its own."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from icalendar import Calendar
from sqlalchemy import select

from app import db
from app.occasions.models import Occasion
from tests.browser_double import Browser
from tests.outbox import only, send_all, told, words
from tests.planning.conftest import NEW, SERIES
from tests.planning.test_members_are_told_by_letter import number

Fields = Callable[..., dict[str, object]]
DAYS = ["2026-11-24", "2026-12-01", "2026-12-08"]


@pytest.fixture
def called(alice: Browser, filled: Fields) -> list[str]:
    """Three weekly meetings, called together; where they are."""
    asked = alice.post(NEW, **filled(rhythm="weekly", count="3"))
    assert number(asked) == 1
    page = alice.send(SERIES, **filled(rhythm="weekly", count="3", do="call"), days=DAYS)
    assert number(page) == 1
    db.session.rollback()
    return [each.path for each in db.session.scalars(select(Occasion).order_by(Occasion.starts_at))]


def test_one_letter_tells_of_all(world: SimpleNamespace, called: list[str]) -> None:
    assert told() == [("Bob", "meeting-called")]
    letter = only(world.app)
    assert letter.subject.replace("\u00a0", " ") == "Kallelse: Läsning på fritiden, 3 möten från tis 24 nov"
    said = words(letter)
    for day in ("tis 24 nov: 9.30–12.00, Vimmerby bibliotek", "tis 1 dec: 9.30–12.00", "tis 8 dec: 9.30–12.00"):
        assert day in said
    assert len(Calendar.from_ical(letter.attachments[0].body).events) == 3


def test_drafts_are_not_told(alice: Browser, filled: Fields) -> None:
    alice.post(SERIES, **filled(rhythm="weekly", count="3", do="draft"), days=DAYS)
    assert told() == []


def test_one_cancelled_before_it_has_left_is_not_in_it(
    world: SimpleNamespace, alice: Browser, called: list[str]
) -> None:
    alice.post(f"{called[1]}/cancel")
    assert told() == [("Bob", "meeting-called")]
    said = words(only(world.app))
    assert "1 dec" not in said
    assert "8 dec" in said


def test_one_cancelled_afterwards_is_told_for_itself(alice: Browser, called: list[str]) -> None:
    send_all()
    alice.post(f"{called[1]}/cancel")
    assert told() == [("Bob", "meeting-cancelled")]
