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
    """The version of the writer that made it, and what else its bytes depend on: time zone and address."""
    text: Mapped[bytes] = mapped_column(LargeBinary)
    """For those who take part. Empty for an occasion that iCalendar has no way to tell."""
    without_link: Mapped[bytes | None] = mapped_column(LargeBinary)
    """For those who only read, where the text has the address of the online room; else nothing."""
