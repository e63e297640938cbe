"""Tries to sign in are counted, so that guessing is slow; each pause ends by itself and nobody is shut out for good."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil
from uuid import UUID

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from app import clock, db
from app.accounts.models import FailedSignIn
from app.wording import N_, Refusal

COUNTED = timedelta(hours=1)
"""How long a failed try counts."""
FREE_FOR_ACCOUNT = 5
FREE_FOR_ADDRESS = 30
"""A whole library may share one network address."""
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)


class TooManyTries(Refusal):
    """Somebody has tried too often; wait is how long until the next try."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        minutes = ceil(wait / timedelta(minutes=1))
        if minutes <= 1:
            super().__init__(N_("Det har blivit för många försök. Vänta en minut och försök igen."))
        else:
            super().__init__(
                N_("Det har blivit för många försök. Vänta %(minutes)s minuter och försök igen."), minutes=minutes
            )


def account_key(*words: str) -> str:
    """Return what the tries at one account are counted under: a hash, whether or not the account exists."""
    return sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def pause_after(failures: int, *, free: int) -> timedelta:
    """Return how long to wait after so many failures: nothing while they are free, then twice as long each time."""
    if failures < free:
        return timedelta()
    doublings = 1 << min(failures - free, 10)
    return min(FIRST_PAUSE * doublings, LONGEST_PAUSE)


def begin(account: str, *, address: str = "") -> UUID:
    """Write down a try before the password is looked at, so that many at once are counted too. Raises TooManyTries.

    address is left empty when the place does not matter: then only the account's tries are asked for.
    """
    at = clock.now()
    _refuse_during_a_pause(db.session(), account, address, at)
    with db.apart() as own:
        tried = FailedSignIn(account=account, address=address, at=at)
        own.add(tried)
    try:
        with db.apart() as own:  # sees what others have written at the same time
            _refuse_during_a_pause(own, account, address, at, but=tried.id)
    except TooManyTries:
        with db.apart() as own:
            own.execute(delete(FailedSignIn).where(FailedSignIn.id == tried.id))
        raise
    return tried.id


def forget(account: str) -> None:
    """Strike out an account's failures once somebody has given the right password."""
    db.session.execute(delete(FailedSignIn).where(FailedSignIn.account == account))


def _refuse_during_a_pause(
    session: Session, account: str, address: str, at: datetime, *, but: UUID | None = None
) -> None:
    same = FailedSignIn.account == account
    same = or_(same, FailedSignIn.address == address) if address else same
    tried = select(FailedSignIn.id, FailedSignIn.account, FailedSignIn.address, FailedSignIn.at)
    rows = session.execute(tried.where(same, FailedSignIn.at > at - COUNTED)).all()
    others = [row for row in rows if row.id != but]
    ends = [_pause_ends((row.at for row in others if row.account == account), free=FREE_FOR_ACCOUNT)]
    if address:
        ends.append(_pause_ends((row.at for row in others if row.address == address), free=FREE_FOR_ADDRESS))
    end = max((end for end in ends if end is not None), default=at)
    if at < end:
        raise TooManyTries(end - at)


def _pause_ends(failures: Iterable[datetime], *, free: int) -> datetime | None:
    moments = list(failures)
    pause = pause_after(len(moments), free=free)
    return max(moments) + pause if pause else None  # a try at the same moment, or noted just after, is no pause
