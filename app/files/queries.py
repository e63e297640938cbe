"""Finding files: one by its id, and those that are not as they were kept."""

import hashlib
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from app import db
from app.files.models import StoredFile
from app.files.shelf import Shelf


def file_of(file_id: UUID) -> StoredFile:
    """Return a file's row. Whoever asks has found that the person may see what it belongs to. Raises NoResultFound."""
    return db.session.scalars(select(StoredFile).where(StoredFile.id == file_id)).one()


def not_as_kept(shelf: Shelf) -> Iterator[tuple[StoredFile, bool]]:
    """Yield every file that is missing (True) or holds something else than what was kept (False)."""
    for stored in db.session.scalars(select(StoredFile).order_by(StoredFile.kept_at, StoredFile.id)):
        try:
            with shelf.path_of(stored.id).open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            yield stored, True
        else:
            if digest != stored.digest:
                yield stored, False
