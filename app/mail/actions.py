"""What an administrator does with letters that have not arrived."""

from typing import Any

from sqlalchemy import ColumnElement, and_, update

from app import clock, db
from app.mail.kinds import State
from app.mail.models import Posted
from app.wording import N_

STRUCK = N_("Ströks av den som administrerar.")


def send_again(letter: Posted) -> int:
    """Let a letter that failed, or waits for its next try, be tried at once; 1 if it will be."""
    return _try_now(and_(Posted.id == letter.id, Posted.state.in_((State.FAILED, State.WAITING))))


def send_all_again() -> int:
    """Let every letter that failed be tried again, and return how many."""
    return _try_now(Posted.state == State.FAILED)


def strike(letter: Posted) -> int:
    """Let a letter that has not left stay here; 1 if it had not."""
    return _strike(and_(Posted.id == letter.id, Posted.state.in_((State.FAILED, State.WAITING))))


def strike_all_waiting() -> int:
    """Let nothing of what waits leave, and return how many letters it was."""
    return _strike(Posted.state == State.WAITING)


def _try_now(which: ColumnElement[bool]) -> int:
    return _change(
        which, state=State.WAITING, tries=0, next_try_at=clock.now(), ended_at=None, claim=None, claimed_until=None
    )


def _strike(which: ColumnElement[bool]) -> int:
    return _change(which, state=State.DROPPED, about={}, ended_at=clock.now(), reason=STRUCK)


def _change(which: ColumnElement[bool], **values: Any) -> int:
    return int(db.session.execute(update(Posted).where(which).values(**values)).rowcount)  # type: ignore[attr-defined]
