"""A meeting of the children's network, called for Tuesday 24 November 2026, 9.30 to 12.00."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import event

from app import db
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.occasions import actions as occasions

BEGINS = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


@pytest.fixture
def make_meeting(world: SimpleNamespace) -> Callable[..., Meeting]:
    """Plan a meeting; committed. call=False leaves it a draft."""

    def make(
        *titles: str, network=None, begins: datetime = BEGINS, span=None, call: bool = True, title="Läsning på fritiden"
    ) -> Meeting:
        hosts = [network or world.children]
        span = span or occasions.timed(begins, begins + timedelta(hours=2, minutes=30))
        occasion = occasions.create_occasion(
            title=title, span=span, hosts=hosts, by=world.alice, host_name="knutpunkt.example", place="Vimmerby bibliotek"
        )
        if call:
            occasions.call(occasion)
        meeting = Meeting(id=occasion.id, occasion=occasion)
        db.session.add(meeting)
        for position, each in enumerate(titles):
            item = {"meeting_id": meeting.id, "position": position, "title": each, "duration": timedelta(minutes=10)}
            db.session.add(AgendaItem(**item, kind=ItemKind.PAUSE if each == "Paus" else ItemKind.DISCUSSION))
        db.session.commit()
        return meeting

    return make


@pytest.fixture
def meeting(make_meeting: Callable[..., Meeting]) -> Meeting:
    """Called, with nothing on its agenda."""
    return make_meeting()


@pytest.fixture
def url(meeting: Meeting) -> str:
    """Where the meeting's page is."""
    return meeting.occasion.path


@pytest.fixture
def statements() -> Callable[[], Iterator[list[str]]]:
    """Count what is asked of the database: with statements() as asked: ..."""

    @contextmanager
    def count() -> Iterator[list[str]]:
        asked: list[str] = []

        def note(connection, cursor, statement, parameters, context, executemany) -> None:
            asked.append(statement)

        event.listen(db.engine(), "before_cursor_execute", note)
        try:
            yield asked
        finally:
            event.remove(db.engine(), "before_cursor_execute", note)

    return count
