"""The log of who did what, when. Rows are only added."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app import clock
from app.db import Model, WithId


class AuditEntry(WithId, Model):
    """One line of the log. People are kept as text too, since accounts come and go."""

    __tablename__ = "audit_entries"

    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    what: Mapped[str] = mapped_column(index=True)
    """A word of app.audit.actions.What."""
    actor_id: Mapped[UUID | None]
    actor: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    """The person, network or meeting it was about, in words."""
    subject_id: Mapped[UUID | None]
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
