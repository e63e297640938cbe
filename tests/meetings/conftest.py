"""Meetings of the children's network, Tuesday 24 November 2026 at 9.30 to 12.00 unless said otherwise."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, inspect

from app import db
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Network
from app.occasions import actions as occasions
from app.occasions.models import Occasion

BEGINS = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
LENGTH = timedelta(hours=2, minutes=30)
TEN = timedelta(minutes=10)


def planned(occasion: Occasion) -> None:
    """Leave it a draft."""


@dataclass(frozen=True)
class Made:
    """A meeting that is in the database."""

    id: UUID
    url: str
    items: dict[str, UUID]

    def item(self, title: str) -> str:
        """Where a named item of its agenda is changed."""
        return f"{self.url}/agenda/{self.items[title]}"


@pytest.fixture
def make_meeting(world: SimpleNamespace) -> Callable[..., Made]:
    """Plan a meeting with ten minutes for each title, committed.

    then: what happens to its occasion, if not that it is called. facts: what is true of the meeting.
    """

    def make(
        *titles: str,
        hosts: Sequence[Network] = (world.children,),
        begins: datetime = BEGINS,
        then: Callable[[Occasion], object] = occasions.call,
        facts: dict[str, datetime] | None = None,
        **more: Any,
    ) -> Made:
        described = {"title": "Läsning på fritiden", "place": "Vimmerby bibliotek", **more}
        described.setdefault("span", occasions.timed(begins, begins + LENGTH))
        found = [db.session.get_one(Network, inspect(each).identity) for each in hosts]
        occasion = occasions.create_occasion(by=None, hosts=found, host_name="knutpunkt.example", **described)
        then(occasion)
        db.session.add(Meeting(id=occasion.id, **(facts or {})))
        items = [
            AgendaItem(meeting_id=occasion.id, position=position, title=title, duration=TEN)
            for position, title in enumerate(titles)
        ]
        for item in items:
            item.kind = ItemKind.PAUSE if item.title == "Paus" else ItemKind.DISCUSSION
        db.session.add_all(items)
        db.session.commit()
        return Made(occasion.id, occasion.path, {item.title: item.id for item in items})

    return make


@pytest.fixture
def meeting(make_meeting: Callable[..., Made]) -> Made:
    """Called, with three items and a pause."""
    return make_meeting("Inledning", "Sommarläsning", "Paus", "Övriga frågor")


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
