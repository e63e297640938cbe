"""What the administrator sees of the outbox."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from app import db
from app.mail.kinds import State
from app.mail.models import Posted
from app.wording import N_

PAGE = 50


class Pile(StrEnum):
    """Where a letter lies."""

    FAILED = "failed"
    WAITING = "waiting"
    DONE = "done"

    @property
    def label(self) -> str:
        """What its tab is called."""
        return {
            Pile.FAILED: N_("Gick inte fram"),
            Pile.WAITING: N_("Väntar"),
            Pile.DONE: N_("Klara"),
        }[self]

    @property
    def states(self) -> tuple[State, ...]:
        """How far the letters in it have come."""
        return {
            Pile.FAILED: (State.FAILED,),
            Pile.WAITING: (State.WAITING,),
            Pile.DONE: (State.SENT, State.SHOWN, State.DROPPED),
        }[self]


def piles() -> dict[Pile, int]:
    """Return how many letters lie where, in one statement."""
    counted = select(Posted.state, func.count()).group_by(Posted.state)
    found = {row[0]: row[1] for row in db.session.execute(counted)}
    return {pile: sum(found.get(state, 0) for state in pile.states) for pile in Pile}


def letters_in(pile: Pile, *, page: int = 1) -> Sequence[Posted]:
    """Return a page of a pile, PAGE letters each: what waits in the order it leaves, the rest with the latest first."""
    order = (Posted.next_try_at, Posted.id) if pile is Pile.WAITING else (Posted.ended_at.desc(), Posted.id)
    found = select(Posted).where(_in(pile)).order_by(*order)
    return db.session.scalars(found.limit(PAGE).offset((page - 1) * PAGE)).all()


def letter_by(letter_id: UUID) -> Posted:
    """Return a letter. Raises NoResultFound."""
    return db.session.scalars(select(Posted).where(Posted.id == letter_id)).one()


def _in(pile: Pile) -> ColumnElement[bool]:
    return Posted.state.in_(pile.states)
