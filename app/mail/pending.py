"""Letters that no worker has taken up yet: they tell what is true when they are written, so nobody needs another."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import select, update

from app import clock, db
from app.mail.kinds import State
from app.mail.models import Posted
from app.mail.outbox import NOT_WANTED


def pending(keys: Collection[str], *, hold: bool = True) -> Sequence[Posted]:
    """Return the letters with one of the keys that nobody has begun to send.

    They are held until this transaction ends, so that they are written with what it changes; hold=False only looks.
    One that has been tried is not among them: it may have arrived, and the same letter says the same.
    """
    found = select(Posted).where(
        Posted.key.in_(keys), Posted.state == State.WAITING, Posted.tries == 0, Posted.claim.is_(None)
    )
    in_order = found.order_by(Posted.person_id, Posted.id).execution_options(populate_existing=True)
    return db.session.scalars(in_order.with_for_update() if hold else in_order).all()


def take_back(letters: Iterable[Posted]) -> None:
    """Take back letters that pending() holds; their keys may be used again."""
    ids = [each.id for each in letters]
    gone: dict[str, Any] = {"state": State.DROPPED, "key": None, "about": {}, "reason": NOT_WANTED}
    for first in range(0, len(ids), 500):
        db.session.execute(
            update(Posted).where(Posted.id.in_(ids[first : first + 500])).values(ended_at=clock.now(), **gone)
        )
