"""What calendars are tested with: occasions in a line, links made on the page, feeds read back."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
from flask import Flask
from icalendar import Calendar
from sqlalchemy import event
from werkzeug.test import TestResponse

from app import db
from app.networks.models import Network
from app.occasions import actions
from app.occasions.models import Occasion
from tests.browser_double import Browser, Page

TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
"""24 November 2026, 9.30 in Stockholm: 19 days from now."""


def planned(title: str, *hosts: Network, **more: Any) -> Occasion:
    """A draft, committed."""
    return _committed(_draft(title, *hosts, **more))


def called(title: str, *hosts: Network, **more: Any) -> Occasion:
    """Something that stands in the calendars."""
    made = _draft(title, *hosts, **more)
    actions.call(made)
    return _committed(made)


def cancelled(title: str, *hosts: Network, **more: Any) -> Occasion:
    """Something that was to be."""
    made = _draft(title, *hosts, **more)
    actions.call(made)
    actions.cancel(made, because="Talaren är sjuk")
    return _committed(made)


def _draft(
    title: str, *hosts: Network, at: datetime | date = TUESDAY, days: int = 1, hours: float = 2.5, **more: Any
) -> Occasion:
    if isinstance(at, datetime):
        span = actions.timed(at, at + timedelta(hours=hours))
    else:
        span = actions.whole_days(at, at + timedelta(days=days - 1))
    return actions.create_occasion(title=title, span=span, hosts=hosts, by=None, host_name="knutpunkt.example", **more)


def _committed(occasion: Occasion) -> Occasion:
    """Kept, and free of the session, so that what requests do to the session does not reach it."""
    db.session.commit()
    db.session.expunge_all()
    return occasion


@contextmanager
def changing(occasion: Occasion) -> Iterator[Occasion]:
    """What a coordinator does meanwhile on another page; committed."""
    db.session.remove()
    yield db.session.get_one(Occasion, occasion.id)
    db.session.commit()


def make_link(browser: Browser, networks: Sequence[Network] = (), **fields: Any) -> str:
    """Make a link on the page and return its path, secret and all. Without networks it follows all one's own."""
    chosen = {"scope": "chosen", "networks": [str(each.id) for each in networks]} if networks else {"scope": "mine"}
    return path_in(browser.post("/feeds", **{"name": "Möten", "with_cancelled": "y", **chosen, **fields}))


def path_in(page: Page) -> str:
    """The path of the link that a page shows."""
    found = re.search(r'value="http://knutpunkt\.example(/feeds/[^"]+\.ics)"', page.html)
    assert found, page.text
    return found[1]


def fetch(app: Flask, path: str, *, method: str = "GET", **headers: str) -> TestResponse:
    """Ask as a calendar program does: no cookies, no patience."""
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    return app.test_client(use_cookies=False).open(path, method=method, headers=asked)


def events(app: Flask, path: str) -> dict[str, Any]:
    """What a calendar program shows of a feed: its events by title, in order."""
    answer = fetch(app, path)
    assert answer.status_code == 200
    return {str(each["SUMMARY"]): each for each in Calendar.from_ical(answer.data).events}


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL that is sent meanwhile, whatever way it goes."""
    sent: list[str] = []
    watch = _watch_sqlite if db.engine().dialect.name == "sqlite" else _watch_postgresql
    with watch(sent):
        yield sent


@contextmanager
def _watch_sqlite(sent: list[str]) -> Iterator[None]:
    def trace(connection: Any, *_rest: object) -> None:
        connection.set_trace_callback(sent.append)

    event.listen(db.engine(), "checkout", trace)
    try:
        yield
    finally:
        event.remove(db.engine(), "checkout", trace)
        db.engine().dispose()  # the traced connections are not used again


@contextmanager
def _watch_postgresql(sent: list[str]) -> Iterator[None]:
    execute = psycopg.Cursor.execute

    def watched(self: Any, query: Any, *rest: Any, **more: Any) -> Any:
        sent.append(str(query))
        return execute(self, query, *rest, **more)

    psycopg.Cursor.execute = watched  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        psycopg.Cursor.execute = execute  # type: ignore[method-assign]
