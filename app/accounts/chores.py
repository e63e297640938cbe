"""What is forgotten by itself: sign-ins that have gone stale and failed tries and old links that no longer matter."""

from datetime import datetime, timedelta

from sqlalchemy import and_, delete, or_

from app import db
from app.accounts.kinds import Purpose
from app.accounts.models import FailedSignIn, Invitation, SignIn
from app.accounts.sign_ins import AT_MOST, IDLE, STAYS

REMEMBER_FAILURES = timedelta(days=1)
REMEMBER_RESETS = timedelta(days=30)


def forget_the_old(now: datetime) -> None:
    """Delete what has no more use at a moment."""
    gone = or_(
        and_(SignIn.stays, SignIn.created_at < now - STAYS),
        and_(~SignIn.stays, or_(SignIn.created_at < now - AT_MOST, SignIn.seen_at < now - IDLE)),
    )
    db.session.execute(delete(SignIn).where(gone))
    db.session.execute(delete(FailedSignIn).where(FailedSignIn.at < now - REMEMBER_FAILURES))
    old_resets = (Invitation.purpose == Purpose.RESET, Invitation.created_at < now - REMEMBER_RESETS)
    db.session.execute(delete(Invitation).where(*old_resets))
