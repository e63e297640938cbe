"""The letters that wait, one claimed at a time, and the notes of what became of them."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, and_, or_, select, update

from app import clock, db
from app.mail.kinds import State
from app.mail.models import Posted
from app.mail.pauses import pause_after
from app.mail.setup import Setup


def is_anything_due() -> bool:
    """Whether a letter is waiting for somebody to take it now."""
    return db.session.execute(select(Posted.id).where(_due()).limit(1)).first() is not None


def claim_next(setup: Setup) -> Posted | None:
    """Claim the letter that has been due the longest, for as long as a lease; nobody else takes it meanwhile.

    SQLite's writers wait in line; on PostgreSQL a letter that another worker is just taking is passed over.
    """
    found = select(Posted).where(_due()).order_by(Posted.next_try_at, Posted.id).limit(1)
    letter = db.session.scalars(found.with_for_update(skip_locked=True)).one_or_none()
    if letter is not None:
        letter.claim, letter.claimed_until = uuid4(), clock.now() + setup.lease
        db.session.flush()
    return letter


def release(claim: UUID) -> None:
    """Let go of a letter as if nobody had tried."""
    _change(Posted.claim == claim)


def note_sent(letter_id: UUID, *, email: str) -> None:
    """Note that the server has taken a letter, whoever may hold it by now. What it was written from is forgotten."""
    _change(Posted.id == letter_id, state=State.SENT, ended_at=clock.now(), email=email, about={}, reason="")


def note_failed(claim: UUID, reason: str) -> None:
    """Note that the server will never take a letter."""
    _change(Posted.claim == claim, state=State.FAILED, ended_at=clock.now(), tries=Posted.tries + 1, reason=reason)


def note_later(claim: UUID, reason: str) -> None:
    """Note that a letter is to be tried again after a pause, or has been tried for long enough."""
    _try_later(Posted.claim == claim, reason)


def note_not_written(letter_id: UUID, reason: str) -> None:
    """Note that a letter could not be written; it is tried again as if the server had been busy."""
    _try_later(and_(Posted.id == letter_id, _due()), reason)


def note_dropped(letter: Posted, reason: str) -> None:
    """Note that a letter is no longer to be sent."""
    _change(Posted.id == letter.id, state=State.DROPPED, ended_at=clock.now(), about={}, reason=reason)


def note_shown(letter: Posted) -> None:
    """Note that a letter to an address that belongs to nobody would have been sent."""
    _change(Posted.id == letter.id, state=State.SHOWN, ended_at=clock.now())


def show_what_waits() -> None:
    """Note that every letter that is due would have been sent: a demo sends none."""
    _change(_due(), state=State.SHOWN, ended_at=clock.now())


def _due() -> ColumnElement[bool]:
    now = clock.now()
    free = or_(Posted.claimed_until.is_(None), Posted.claimed_until < now)
    return and_(Posted.state == State.WAITING, Posted.next_try_at <= now, free)


def _try_later(which: ColumnElement[bool], reason: str) -> None:
    tries = db.session.scalar(select(Posted.tries).where(which))
    if tries is None:
        return  # the lease ran out, and somebody else has it
    pause = pause_after(tries + 1)
    if pause is None:
        _change(which, state=State.FAILED, ended_at=clock.now(), tries=tries + 1, reason=reason)
    else:
        _change(which, next_try_at=clock.now() + pause, tries=tries + 1, reason=reason)


def _change(which: ColumnElement[bool], **values: Any) -> None:
    """Change a letter and let go of it."""
    db.session.execute(update(Posted).where(which).values(claim=None, claimed_until=None, **values))
