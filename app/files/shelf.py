"""Where files lie: in a folder of the instance, each under its row's id, written whole or not at all.

The bytes are on disk before the row is written. If the transaction then fails the file belongs to nobody and is swept
away a day later; a row never points to a file that is not there.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid4

from app import clock

WAITS = timedelta(days=1)
"""How long a file that belongs to no row is left: an upload may be under way."""

_AT_ONCE = 64 * 1024
_NAME = re.compile(r"[0-9a-f]{32}\Z")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that lies on the shelf and has no row yet."""

    id: UUID
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of the files."""

    folder: Path

    def keep(self, stream: BinaryIO) -> Kept:
        """Write all of a stream to disk, and return what it is known by."""
        kept = uuid4()
        place = self._place(kept)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = place.parent / f".{secrets.token_hex(12)}"
        try:
            size, digest = _written(stream, made)
            made.replace(place)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
        _settle(place.parent)
        return Kept(kept, size, digest)

    def path_of(self, file_id: UUID) -> Path:
        """Return where a file lies. Raises FileNotFoundError when it is not there."""
        place = self._place(file_id)
        if not place.is_file() or place.is_symlink():
            raise FileNotFoundError(file_id)
        return place

    def remove(self, file_id: UUID) -> None:
        """Let a file go. Once it has gone nothing happens."""
        self._place(file_id).unlink(missing_ok=True)

    def ids(self, *, before: datetime) -> set[UUID]:
        """Return the ids of the files that have lain here since before a moment."""
        return {UUID(each.name) for each in self._old(before) if _NAME.match(each.name)}

    def sweep(self, belonging: Collection[UUID], *, at: datetime) -> int:
        """Let go of what has lain for a day and belongs to no row, half-written files too; return how many it was."""
        kept = {each.hex for each in belonging}
        gone = [each for each in self._old(at - WAITS) if each.name not in kept]
        for each in gone:
            each.unlink(missing_ok=True)
        return len(gone)

    def _place(self, file_id: UUID) -> Path:
        return self.folder / file_id.hex[:2] / file_id.hex

    def _old(self, moment: datetime) -> Iterator[Path]:
        for each in self.folder.glob("*/*"):
            try:
                is_old = each.lstat().st_mtime < moment.timestamp()
            except OSError:
                continue
            if is_old:
                yield each


def _written(stream: BinaryIO, path: Path) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while chunk := stream.read(_AT_ONCE):
            file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    moment = clock.now().timestamp()
    os.utime(path, (moment, moment))
    return size, digest.hexdigest()


def _settle(folder: Path) -> None:
    """Let the disk remember the new name too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
