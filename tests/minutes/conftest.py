"""A meeting that is going on: called, with three items on its agenda."""

from types import SimpleNamespace

import pytest

from app import db
from app.meetings.kinds import ItemKind
from app.meetings.models import Meeting
from app.occasions import actions as occasions
from app.occasions.kinds import Reply
from tests.browser_double import Browser
from tests.minutes.writing import call_meeting


@pytest.fixture
def meeting(world: SimpleNamespace) -> Meeting:
    """The meeting of the children's network, going on now; Bob has said that he joins online."""
    meeting = call_meeting(world.children)
    occasions.answer(meeting.occasion, world.bob, Reply.ONLINE)
    db.session.commit()
    return meeting


@pytest.fixture
def desk(alice: Browser, url: str, items: list[str]) -> str:
    """The writing page of minutes that Alice has begun."""
    assert alice.post(f"{url}/begin").status == 303
    return f"{url}/write"


@pytest.fixture
def items(meeting: Meeting) -> list[str]:
    """The ids of the agenda's items, the pause left out."""
    return [str(item.id) for item in meeting.items if item.kind is not ItemKind.PAUSE]


@pytest.fixture
def url(meeting: Meeting) -> str:
    """Where its minutes are."""
    return f"/meetings/{meeting.id}/minutes"
