"""The outbox as tests read it: who gets what, what a letter would say now, and a worker that has sent it."""

from collections.abc import Sequence

from flask import Flask
from icalendar import Calendar, Event
from sqlalchemy import select

from app import db
from app.mail import queue
from app.mail.kinds import Kind, State
from app.mail.letters import Letter
from app.mail.models import Posted
from app.mail.setup import setup
from app.mail.writing import preview

CALLED, MOVED, CANCELLED = Kind.MEETING_CALLED, Kind.MEETING_MOVED, Kind.MEETING_CANCELLED


def waiting(*kinds: Kind) -> Sequence[Posted]:
    """The letters that wait, perhaps of some kinds only, by name."""
    db.session.rollback()
    found = select(Posted).where(Posted.state == State.WAITING, Posted.kind.in_(kinds or tuple(Kind)))
    return db.session.scalars(found.order_by(Posted.name, Posted.posted_at, Posted.id)).all()


def told(*kinds: Kind) -> list[tuple[str, str]]:
    """The given name and the kind of each letter that waits."""
    return [(each.name.split()[0], each.kind.value) for each in waiting(*kinds)]


def written(app: Flask, letter: Posted) -> Letter | None:
    """What a letter would say if it left now, in its receiver's language; None when it would not leave."""
    with app.app_context():
        found = preview(setup(app.config["SETTINGS"]), letter)
        db.session.rollback()
    return found[0] if found else None


def only(app: Flask, *kinds: Kind) -> Letter:
    """The one letter that waits, as it would be written now."""
    (letter,) = waiting(*kinds)
    found = written(app, letter)
    assert found is not None
    return found


def words(letter: Letter) -> str:
    """All that a letter says, its calendar file too, with plain spaces."""
    facts = (f"{name}: {value}" for name, value in letter.facts)
    files = (each.body.decode() for each in letter.attachments)
    said = (letter.subject, *letter.paragraphs, *facts, letter.quote, *letter.after, letter.why, *files)
    return "\n".join(said).replace("\u00a0", " ").replace("\r\n ", "")


def event_in(letter: Letter) -> Event:
    """The one event of a letter's calendar file."""
    (file,) = letter.attachments
    (event,) = Calendar.from_ical(file.body).events
    return event


def send_all() -> None:
    """What a worker does: every letter that waits has left."""
    for letter in waiting():
        queue.note_sent(letter.id, email=letter.email)
    db.session.commit()
