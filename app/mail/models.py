"""The outbox, what people have switched off, and how the sending stands."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app import clock
from app.db import Model, WithId
from app.mail.kinds import Kind, State


class Posted(WithId, Model):
    """A letter to one person: what it is about, never its text. Its id is its Message-ID, however often it is tried."""

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("key", "person_id", name="uq_letters_key_person"),
        Index("ix_letters_state_next", "state", "next_try_at"),
    )

    kind: Mapped[Kind]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    email: Mapped[str]
    """The address when it was posted; after it was sent, the one it went to."""
    name: Mapped[str]
    language: Mapped[str]
    network_id: Mapped[UUID | None] = mapped_column(ForeignKey("networks.id", ondelete="SET NULL"))
    about: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """The ids it is written from, emptied when it has been sent."""
    key: Mapped[str | None]
    """The same key reaches the same person once."""
    posted_at: Mapped[datetime] = mapped_column(default=clock.now)
    state: Mapped[State] = mapped_column(default=State.WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(default=clock.now)
    claimed_until: Mapped[datetime | None]
    """A worker is at it; when this has passed, the worker is taken to be dead."""
    claim: Mapped[UUID | None] = mapped_column(Uuid)
    ended_at: Mapped[datetime | None]
    """When it was sent, failed or was no longer needed."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it has not arrived: what the server said, or a sentence of ours."""


class Silence(WithId, Model):
    """A kind of letter that a person does without, in one network or, with no network, everywhere."""

    __tablename__ = "mail_silences"
    __table_args__ = (Index("ix_mail_silences_person_kind", "person_id", "kind"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    kind: Mapped[Kind]
    network_id: Mapped[UUID | None] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"))
    since: Mapped[datetime] = mapped_column(default=clock.now)


class PostOffice(Model):
    """The one row that all workers read: whether letters leave at all, and what is wrong with the way out."""

    __tablename__ = "post_office"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    is_demo: Mapped[bool] = mapped_column(default=False)
    """A demo never sends out."""
    stopped_at: Mapped[datetime | None]
    stopped_by: Mapped[str] = mapped_column(default="")
    trouble: Mapped[str] = mapped_column(Text, default="")
    """Why the server takes no letters: a sentence of ours and, on a line of its own, what the server said."""
    trouble_since: Mapped[datetime | None]
    rests: Mapped[int] = mapped_column(default=0)
    resting_until: Mapped[datetime | None]

    @property
    def why(self) -> str:
        """What is wrong with the way out, to be translated."""
        return self.trouble.partition("\n")[0]

    @property
    def said(self) -> str:
        """What the server said, in its words."""
        return self.trouble.partition("\n")[2]
