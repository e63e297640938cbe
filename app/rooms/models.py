"""What lies in a network's room. Nothing is overwritten: a document, a link and a mandate get a new version."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Model, WithId
from app.files.models import StoredFile
from app.networks.models import Network

STAYS = timedelta(days=30)
"""How long a removed document can be put back."""


class Document(WithId, Model):
    """A document or a link, by its title; what it holds is in its versions."""

    __tablename__ = "documents"

    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    is_pinned: Mapped[bool] = mapped_column(default=False)
    """Pinned ones stand first."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)
    """When its latest version was added."""
    removed_at: Mapped[datetime | None]
    """Removed, and can be put back for a while; then the worker deletes it."""
    network: Mapped[Network] = relationship()
    versions: Mapped[list["DocumentVersion"]] = relationship(
        back_populates="document", order_by="DocumentVersion.number.desc()"
    )
    """The latest first."""

    @property
    def latest(self) -> "DocumentVersion":
        """What it holds now."""
        return self.versions[0]

    @property
    def stays_until(self) -> date | None:
        """The last day on which it can be put back, when it has been removed."""
        return None if self.removed_at is None else self.removed_at.astimezone(clock.zone()).date() + STAYS

    @property
    def path(self) -> str:
        """Where its page is, after the installation's address."""
        return f"{self.network.path}/documents/{self.id}"


class DocumentVersion(WithId, Model):
    """A file, or the address of something elsewhere; never changed, and deleted only with its document."""

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    number: Mapped[int]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("files.id"), index=True)
    link: Mapped[str] = mapped_column(Text, default="")
    """Begins with https://; empty for a file."""
    added_at: Mapped[datetime] = mapped_column(default=clock.now)
    added_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    added_by: Mapped[str]
    """Who added it, as text."""
    document: Mapped[Document] = relationship(back_populates="versions")
    file: Mapped[StoredFile | None] = relationship(lazy="joined")


class Notice(WithId, Model):
    """A few words from the coordinator to the members, until a day."""

    __tablename__ = "notices"
    __table_args__ = (Index("ix_notices_standing", "network_id", "until"),)

    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(Text)
    """Markdown."""
    until: Mapped[date]
    """The last day it stands."""
    written_at: Mapped[datetime] = mapped_column(default=clock.now)
    written_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    written_by: Mapped[str]
    removed_at: Mapped[datetime | None]
    network: Mapped[Network] = relationship()


class MandateVersion(WithId, Model):
    """What a network was asked to do, from a day on; the version in force is the latest whose day has come."""

    __tablename__ = "mandate_versions"
    __table_args__ = (UniqueConstraint("network_id", "number"),)

    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    """Markdown."""
    decided_by: Mapped[str] = mapped_column(default="")
    """Who decided it, in words: a meeting, a managers' group, a board."""
    valid_from: Mapped[date]
    why: Mapped[str] = mapped_column(Text, default="")
    """What was changed and why, in the writer's words."""
    written_at: Mapped[datetime] = mapped_column(default=clock.now)
    written_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    written_by: Mapped[str]


class Handover(Model):
    """What the one who coordinates wants the next one to know."""

    __tablename__ = "handovers"

    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    """Markdown."""
    revision: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)
    changed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    changed_by: Mapped[str]
