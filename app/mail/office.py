"""The post office: one row that every worker reads, saying whether letters leave and what is wrong with the way out."""

from sqlalchemy import update

from app import clock, db
from app.inserting import insert_unless_there
from app.mail.models import PostOffice
from app.mail.pauses import LONGEST, rest_after
from app.mail.troubles import Trouble

_THE_ONE = 1


def as_it_is() -> PostOffice:
    """Return how the sending stands, to be read; a new installation has nothing to tell."""
    found = db.session.get(PostOffice, _THE_ONE, populate_existing=True)
    return found or PostOffice(id=_THE_ONE, is_demo=False, stopped_by="", trouble="", rests=0)


def is_open(state: PostOffice) -> bool:
    """Whether letters leave now: nobody has stopped them, and the server is not being left alone."""
    return state.stopped_at is None and (state.resting_until is None or state.resting_until <= clock.now())


def stop(*, by: str) -> None:
    """Let no letter leave until somebody starts the sending again. by: the name of who stopped it."""
    _change(stopped_at=clock.now(), stopped_by=by)


def start() -> None:
    """Let letters leave again, and at once."""
    _change(stopped_at=None, stopped_by="", resting_until=None)


def never_send() -> None:
    """Make this installation a demo: it shows what would have been sent, and never calls a server."""
    _change(is_demo=True)


def could_not_reach(trouble: Trouble) -> None:
    """Note why the server could not be reached, or takes nothing, and leave it alone for a while.

    What lasts until somebody mends it is not tried often: a wrong password said again and again locks an account.
    """
    known = as_it_is()
    rests, now = max(known.rests + 1, LONGEST if trouble.lasts else 0), clock.now()
    since, told = known.trouble_since or now, f"{trouble.why}\n{trouble.said}"[:1000].strip()
    _change(trouble=told, trouble_since=since, rests=rests, resting_until=now + rest_after(rests))


def reached() -> None:
    """Note that the server takes letters again."""
    _change(trouble="", trouble_since=None, rests=0, resting_until=None)


def _change(**values: object) -> None:
    new = {"id": _THE_ONE, "is_demo": False, "stopped_by": "", "trouble": "", "rests": 0}
    db.session.execute(insert_unless_there(PostOffice, [new], key=["id"]))
    db.session.execute(update(PostOffice).where(PostOffice.id == _THE_ONE).values(**values))
