"""Minutes: written per agenda item, frozen version by version."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Model, WithId
from app.meetings.models import Meeting
from app.networks.kinds import RecordForm
from app.people.models import Person
from app.wording import N_


class Presence(StrEnum):
    """Whether somebody took part."""

    ON_SITE = "on-site"
    ONLINE = "online"
    ABSENT = "absent"

    @property
    def label(self) -> str:
        """What people call it."""
        words = {Presence.ON_SITE: N_("På plats"), Presence.ONLINE: N_("Digitalt"), Presence.ABSENT: N_("Frånvarande")}
        return words[self]


class Minutes(Model):
    """The working copy of a meeting's minutes, seen by those who write them."""

    __tablename__ = "minutes"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id"))
    year: Mapped[int]
    number: Mapped[int | None]
    """Given when first published: 3 of Protokoll 3/2026."""
    form: Mapped[RecordForm]
    """What the network writes; settled when first published."""
    drafting: Mapped[bool] = mapped_column(default=True)
    """Whether a draft or a correction is open for writing."""
    chair: Mapped[str] = mapped_column(default="")
    secretary: Mapped[str] = mapped_column(default="")
    guests: Mapped[str] = mapped_column(default="")
    """Others who were present, as text."""
    attendance_revision: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime] = mapped_column(default=clock.now)
    started_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    __table_args__ = (UniqueConstraint("network_id", "year", "number"),)
    meeting: Mapped[Meeting] = relationship()
    notes: Mapped[list["ItemNote"]] = relationship(cascade="all, delete-orphan")
    attendances: Mapped[list["Attendance"]] = relationship(cascade="all, delete-orphan")


class ItemNote(Model):
    """What is written under one agenda item, in Markdown."""

    __tablename__ = "item_notes"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("minutes.meeting_id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_items.id"), primary_key=True)
    text: Mapped[str] = mapped_column(Text, default="")
    revision: Mapped[int] = mapped_column(default=0)
    """Rises at each save; a save that began from an older one is refused with both texts shown."""
    pen: Mapped[str] = mapped_column(default="")
    """Which open page wrote last: that page's next save is never a quarrel with itself, also if an answer got lost."""
    adjourned: Mapped[bool] = mapped_column(default=False)
    """Whether the item was put off to another meeting."""
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)
    changed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    changed_by: Mapped[Person | None] = relationship()


class Attendance(Model):
    """Whether one person took part."""

    __tablename__ = "attendances"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("minutes.meeting_id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    presence: Mapped[Presence]
    person: Mapped[Person] = relationship()


class PublishedMinutes(WithId, Model):
    """One version as it was published: complete in itself, never changed, never deleted."""

    __tablename__ = "published_minutes"
    __table_args__ = (UniqueConstraint("meeting_id", "version"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    version: Mapped[int]
    published_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    published_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    published_by: Mapped[str]
    correction: Mapped[str] = mapped_column(default="")
    """What was corrected, in the writer's words; empty for the first version."""
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Everything the page shows, as text: names, titles and municipalities as they were that day."""
    meeting: Mapped[Meeting] = relationship()
