"""What can happen to a file: it is kept, and what belongs to nothing is swept away."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from app import db
from app.files.kinds import FileKind
from app.files.models import StoredFile
from app.files.names import clean_name
from app.files.shelf import Kept, Shelf


def keep_row(kept: Kept, *, kind: FileKind, name: str) -> StoredFile:
    """Write the row of a file that lies on the shelf. name: as it was sent."""
    stored = StoredFile(id=kept.id, kind=kind, name=clean_name(name, kind), size=kept.size, digest=kept.digest)
    db.session.add(stored)
    db.session.flush()
    return stored


def let_go(file_ids: Sequence[UUID]) -> None:
    """Delete the rows of files that nothing tells of any more. The files themselves are swept away after the commit.

    In that order: whatever dies in between, a row never points to a file that is not there.
    """
    db.session.execute(delete(StoredFile).where(StoredFile.id.in_(file_ids)))


def sweep_files(shelf: Shelf, *, at: datetime) -> int:
    """Let go of files that no row tells of, if they have lain for a day; return how many that was."""
    return shelf.sweep(set(db.session.scalars(select(StoredFile.id))), at=at)
