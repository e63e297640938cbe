"""The bytes of a feed: joined from the occasions' kept texts, then kept whole for the next who asks."""

from app import clock, db
from app.feeds.kept import Body, Shelf, body_of
from app.feeds.standing import Standing, standing_of
from app.ical.event import CalendarHead
from app.ical.store import texts_for
from app.ical.writer import calendar_bytes

SHELF = Shelf(16 * 1024 * 1024)
"""In each worker; a feed of 2,000 meetings takes 1.4 MB."""
TRIES = 3


def body_for(token: str, standing: Standing, *, base_url: str) -> tuple[Standing, Body]:
    """Return a feed's bytes, and the standing whose ETag is theirs: something may change while they are read."""
    for _ in range(TRIES):
        kept = SHELF.take(standing.etag)
        if kept is not None:
            return standing, kept
        before, body = standing, _joined(standing, base_url)
        standing = standing_of(token) or before
        if standing.etag == before.etag:
            SHELF.put(before.etag, body)
            break
        db.begin(writing=False)
    return before, body


def _joined(standing: Standing, base_url: str) -> Body:
    head = CalendarHead(name=standing.name, url=f"{base_url}/calendar")
    texts = texts_for(standing.reader(), standing.window)
    return body_of(calendar_bytes(head, texts, time_zone=clock.zone().key))
