"""Each occasion's iCalendar text, kept until the occasion changes."""

from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model


class EventText(Model):
    """The VEVENT of an occasion at one revision, so that a feed joins texts and renders none."""

    __tablename__ = "event_texts"

    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int]
    writer: Mapped[str]
    """The version of the writer that made it."""
    text: Mapped[bytes] = mapped_column(LargeBinary)
