"""A meeting that is going on: called, with three items on its agenda."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from app import db
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Network
from app.occasions import actions as occasions
from app.occasions.kinds import Reply
from tests.browser_double import Browser
from tests.conftest import NOW

ITEMS = (("Mötet öppnas", ItemKind.INFORMATION), ("Paus", ItemKind.PAUSE), ("Sommarläsning 2027", ItemKind.DECISION),
         ("Övriga frågor", ItemKind.DISCUSSION))  # fmt: skip


def call_meeting(
    *hosts: Network, title: str = "Läsning på fritiden", starts_at: datetime = NOW - timedelta(minutes=30), called: bool = True
) -> Meeting:
    """Call a meeting of two and a half hours, with the items above."""
    span = occasions.timed(starts_at, starts_at + timedelta(hours=2, minutes=30))
    occasion = occasions.create_occasion(
        title=title, span=span, hosts=hosts, by=None, host_name="knutpunkt.example", place="Vimmerby bibliotek"
    )
    meeting = Meeting(id=occasion.id)
    meeting.occasion = occasion
    db.session.add(meeting)
    db.session.flush()
    for position, (name, kind) in enumerate(ITEMS):
        length = timedelta(minutes=15)
        db.session.add(AgendaItem(meeting_id=meeting.id, position=position, title=name, kind=kind, duration=length))
    if called:
        occasions.call(occasion)
    db.session.commit()
    return meeting


@pytest.fixture
def meeting(world: SimpleNamespace) -> Meeting:
    """The meeting of the children's network, going on now; Bob has said that he joins online."""
    meeting = call_meeting(world.children)
    occasions.answer(meeting.occasion, world.bob, Reply.ONLINE)
    db.session.commit()
    return meeting


@pytest.fixture
def item(meeting: Meeting) -> AgendaItem:
    """The item on which something is decided."""
    return meeting.items[2]


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


@pytest.fixture
def statements(world: SimpleNamespace) -> "Callable[[], int]":
    """Count the SQL statements from now on."""
    from sqlalchemy import event

    counted: list[str] = []
    event.listen(db.engine(), "before_cursor_execute", lambda *given: counted.append(given[2]))
    return lambda: len(counted)
