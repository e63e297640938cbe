"""Reading the log."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select, true

from app import db
from app.audit.actions import What
from app.audit.models import AuditEntry

PAGE = 100
AT_MOST_EXPORTED = 50_000
_NEWEST_FIRST = (AuditEntry.at.desc(), AuditEntry.id)


def count_entries(*, what: What | None = None) -> int:
    """Return how many lines the log has, perhaps of one kind only."""
    return db.session.scalar(select(func.count()).select_from(AuditEntry).where(_of(what))) or 0


def entries(*, what: What | None = None, page: int = 1) -> Sequence[AuditEntry]:
    """Return a page of the log, the newest first, PAGE lines each; page counts from 1."""
    found = select(AuditEntry).where(_of(what)).order_by(*_NEWEST_FIRST)
    return db.session.scalars(found.limit(PAGE).offset((page - 1) * PAGE)).all()


def entries_to_export(*, what: What | None = None) -> Sequence[AuditEntry]:
    """Return the newest AT_MOST_EXPORTED lines of the log, the newest first."""
    found = select(AuditEntry).where(_of(what)).order_by(*_NEWEST_FIRST)
    return db.session.scalars(found.limit(AT_MOST_EXPORTED)).all()


def _of(what: What | None) -> ColumnElement[bool]:
    return true() if what is None else AuditEntry.what == what.value
