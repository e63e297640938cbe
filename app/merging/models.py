"""What was merged into whom, and what moved with it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Model, WithId
from app.people.models import Person


class Merge(WithId, Model):
    """Two accounts became one. Rows are only added; enough is kept to see, and by hand to undo, what was done."""

    __tablename__ = "merges"

    kept_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    gone_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    by: Mapped[str]
    """Who merged them, as text."""
    before: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """What was said of both before, field by field, as text: {"kept": {...}, "gone": {...}}."""
    moved: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """What moved: {"column", "how", "rows": [key, ...]}, and of rows that were joined or let go, all they held."""
    gone: Mapped[Person] = relationship(foreign_keys=gone_id)
