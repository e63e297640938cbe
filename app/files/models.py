"""The files that are kept: what each is, and what it was called. What is in them lies on disk, under the row's id."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app import clock
from app.db import Model, WithId
from app.files.kinds import FileKind


class StoredFile(WithId, Model):
    """One file as it was sent; it is never changed."""

    __tablename__ = "files"

    kind: Mapped[FileKind]
    name: Mapped[str]
    """What it is called when it is fetched."""
    size: Mapped[int]
    """In bytes."""
    digest: Mapped[str]
    """SHA-256 of its bytes, by which a copy from a backup is known to be the same."""
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)
