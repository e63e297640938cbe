"""Meetings of the children's network, Tuesday 24 November 2026 at 9.30 to 12.00 unless said otherwise."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import event

from app import db
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Network
from app.occasions import actions as occasions

BEGINS = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
LENGTH = timedelta(hours=2, minutes=30)


@pytest.fixture
def make_meeting(world: SimpleNamespace) -> Callable[..., Meeting]:
    """Plan a meeting with ten minutes for each title, committed. call=False leaves it a draft."""

    def make(
        *titles: str, network: Network | None = None, begins: datetime = BEGINS, call: bool = True, **more: Any
    ) -> Meeting:
        described: dict[str, Any] = {
            "title": "Läsning på fritiden", "place": "Vimmerby bibliotek", "hosts": [network or world.children],
            "span": occasions.timed(begins, begins + LENGTH),
        }  # fmt: skip
        is_called = more.pop("call", True)
        occasion = occasions.create_occasion(by=world.alice, host_name="knutpunkt.example", **{**described, **more})
        if is_called:
            occasions.call(occasion)
        meeting = Meeting(id=occasion.id, occasion=occasion)
        db.session.add(meeting)
        for position, title in enumerate(titles):
            kind = ItemKind.PAUSE if title == "Paus" else ItemKind.DISCUSSION
            ten = timedelta(minutes=10)
            db.session.add(AgendaItem(meeting_id=meeting.id, position=position, title=title, kind=kind, duration=ten))
        db.session.commit()
        return meeting

    return make


@pytest.fixture
def url(make_meeting: Callable[..., Meeting]) -> str:
    """Where the page is of a called meeting with three items and a pause."""
    return make_meeting("Inledning", "Sommarläsning", "Paus", "Övriga frågor").occasion.path


@pytest.fixture
def item(url: str) -> Callable[[str], str]:
    """Where a named item of that meeting's agenda is changed."""

    def address(title: str) -> str:
        found = db.session.query(AgendaItem).filter_by(title=title).one()
        db.session.rollback()
        return f"{url}/agenda/{found.id}"

    return address


@pytest.fixture
def asked() -> Callable[[], AbstractContextManager[list[str]]]:
    """Count what is asked of the database: with asked() as statements: ..."""

    @contextmanager
    def count() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(connection: object, cursor: object, statement: str, *_: object) -> None:
            if not statement.startswith("BEGIN"):
                statements.append(statement)

        event.listen(db.engine(), "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(db.engine(), "before_cursor_execute", note)

    return count
