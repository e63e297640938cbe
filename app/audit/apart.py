"""Writing in the log although nothing else was written: a failed sign-in, a refusal, an export."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from app import clock, db
from app.audit.actions import What
from app.audit.models import AuditEntry

NOTED_EVERY = timedelta(minutes=5)


def note(
    what: What, *, by: tuple[UUID | None, str], subject: str = "", subject_id: UUID | None = None, **details: str | int
) -> None:
    """Add a line to the log in a transaction of its own. Never while the request's own transaction may write."""
    entry = AuditEntry(what=what.value, actor_id=by[0], actor=by[1], subject=subject[:300], details=details)
    entry.subject_id = subject_id
    with db.apart() as own:
        own.add(entry)


def note_once(what: What, *, by: tuple[UUID | None, str], subject: str) -> None:
    """Add a line unless the same was noted within NOTED_EVERY, so that somebody who insists does not fill the log."""
    entry = AuditEntry(what=what.value, actor_id=by[0], actor=by[1], subject=subject[:300], details={})
    same = select(AuditEntry.id).where(
        AuditEntry.at > clock.now() - NOTED_EVERY,
        AuditEntry.what == entry.what,
        AuditEntry.actor_id == entry.actor_id,
        AuditEntry.subject == entry.subject,
    )
    with db.apart() as own:
        if own.execute(same.limit(1)).first() is None:
            own.add(entry)
