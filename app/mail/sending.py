"""Sending what waits: one letter at a time, each claimed, written, handed over and noted, so that a worker may die."""

from collections.abc import Callable
from time import monotonic, sleep

from sqlalchemy.exc import OperationalError

from app import db
from app.mail import office, queue
from app.mail.delivery import Outcome, Result, Way
from app.mail.setup import Setup
from app.mail.troubles import BROKE_OFF, Trouble
from app.mail.writing import Ready, prepare

AT_MOST = 30.0
"""Seconds a round goes on: other chores wait for it."""
INSIST_AFTER = (1, 2, 5, 10)
"""Seconds between tries to note what became of a letter."""
PER_CONNECTION = 50
"""Letters on one connection: many servers take no more."""


def send_what_waits(setup: Setup, *, stops: Callable[[], bool] = lambda: False) -> int:
    """Do one round and return how many letters the server took. stops is asked between letters.

    Costs two reads when nothing is due. Several workers may do it at once, on the same database.
    """
    db.begin(writing=False)
    state = office.as_it_is()
    if state.is_demo:
        return _show_what_waits()
    if setup.server is None or not office.is_open(state) or not queue.is_anything_due():
        db.session.rollback()
        return 0
    way = Way(setup.server, host=setup.host)
    try:
        return _send(setup, way, stops)
    except Trouble as trouble:
        told = trouble
        _noted(lambda: office.could_not_reach(told))
        return 0
    finally:
        way.close()


def _send(setup: Setup, way: Way, stops: Callable[[], bool]) -> int:
    until, taken, handled = monotonic() + AT_MOST, 0, 0
    while monotonic() < until and not stops():
        if handled and handled % PER_CONNECTION == 0:
            way.close()
        way.open()  # before a letter is claimed: a server that is away concerns none of them
        ready = prepare(setup)
        if ready is None:
            break
        handled += 1
        if isinstance(ready, Ready):
            result = _hand_over(setup, way, ready)
            taken += result is Result.TAKEN
            if result is Result.BROKEN:
                break
    return taken


def _hand_over(setup: Setup, way: Way, ready: Ready) -> Result:
    try:
        outcome = way.deliver(ready.body, sender=setup.sender.email, receiver=ready.email)
    except Trouble:
        _noted(lambda: queue.release(ready.claim))
        raise
    _noted(lambda: _note(ready, outcome))
    return outcome.result


def _note(ready: Ready, outcome: Outcome) -> None:
    if outcome.result is Result.TAKEN:
        queue.note_sent(ready.id, email=ready.email)
        if office.as_it_is().trouble:
            office.reached()
    elif outcome.result is Result.NEVER:
        queue.note_failed(ready.claim, outcome.reason)
    else:
        queue.note_later(ready.claim, outcome.reason)
    if outcome.result is Result.BROKEN:
        office.could_not_reach(Trouble(BROKE_OFF, outcome.reason))


def _show_what_waits() -> int:
    db.session.rollback()
    if queue.is_anything_due():
        _noted(queue.show_what_waits)
    return 0


def _noted(change: Callable[[], object]) -> None:
    """Make a change in a short transaction of its own, at once; insist while the database is away or busy."""
    for pause in (*INSIST_AFTER, None):
        try:
            db.begin(writing=True)
            change()
            db.session.commit()
            break
        except OperationalError:  # what the server has taken and nobody noted would be sent again
            db.session.rollback()
            if pause is None:
                raise
            sleep(pause)
