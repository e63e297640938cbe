"""What is forgotten by itself: letters that left, or never had to, some time ago."""

from datetime import datetime, timedelta

from sqlalchemy import delete

from app import db
from app.mail.kinds import State
from app.mail.models import Posted

KEPT = timedelta(days=90)
"""How long it is remembered that a letter was sent: the kind, to whom, when, and how it went."""


def forget_old_letters(now: datetime) -> None:
    """Delete what ended long ago. What waits, waits."""
    db.session.execute(delete(Posted).where(Posted.state != State.WAITING, Posted.ended_at < now - KEPT))
