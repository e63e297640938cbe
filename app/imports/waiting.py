"""Uploaded files that wait for somebody to agree to the preview. They go when they have been read in, or after a day.

The file stays on the server between the preview and the reading in, so that what is read in is what was shown, whatever
the browser sends. It lies under a name that can't be guessed, for the one who sent it and for one purpose only.
"""

import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from app import clock
from app.wording import N_, Refusal

LASTS = timedelta(days=1)
MOST_WAITING = 5
"""How many files one person can have waiting; the oldest gives way."""

_KEY = re.compile(r"[A-Za-z0-9_-]{32}\Z")


class UploadIsGone(Refusal):
    """The file has been read in already, has waited too long, or was somebody else's."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent: its name, without folders, and what is in it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where one person's files for one purpose wait: members, or the calendar of a network."""

    folder: Path
    owner: UUID
    purpose: str

    def keep(self, upload: Upload, *, key: str = "") -> str:
        """Keep a file and return the key it is fetched with; with a key, in place of what lies there."""
        forget_old_uploads(self.folder, at=clock.now())
        self.folder.mkdir(mode=0o700, exist_ok=True)
        for old in self._waiting()[: -(MOST_WAITING - 1)]:
            old.unlink(missing_ok=True)
        key = key or secrets.token_urlsafe(24)
        made = self.folder / f".{secrets.token_hex(8)}"
        body = _bare(upload.name).encode() + b"\n" + upload.data
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(hashlib.sha256(body).digest() + body)
        moment = clock.now().timestamp()
        os.utime(made, (moment, moment))
        made.replace(self._path(key))  # whole or not at all
        return key

    def fetch(self, key: str) -> Upload:
        """Return the file of a key. Raises UploadIsGone."""
        try:
            kept = self._path(key).read_bytes()
        except OSError:
            kept = b""
        digest, body = kept[:32], kept[32:]
        if not kept or hashlib.sha256(body).digest() != digest:
            raise UploadIsGone(N_("Filen väntar inte längre. Välj den igen."))
        name, _, data = body.partition(b"\n")
        return Upload(name.decode(), data)

    def remove(self, key: str) -> None:
        """Let a file go. Once it has gone nothing happens."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not _KEY.match(key):
            raise UploadIsGone(N_("Filen väntar inte längre. Välj den igen."))
        purpose = hashlib.sha256(self.purpose.encode()).hexdigest()[:16]
        return self.folder / f"{self.owner.hex}-{purpose}-{key}"

    def _waiting(self) -> list[Path]:
        """Return the person's files, whatever for, the oldest first."""
        return sorted(self.folder.glob(f"{self.owner.hex}-*"), key=_age)


def forget_old_uploads(folder: Path, *, at: datetime) -> int:
    """Let go of what has waited for more than a day, and return how many files that was."""
    old = (
        [path for path in folder.iterdir() if at.timestamp() - _age(path) > LASTS.total_seconds()]
        if folder.is_dir()
        else []
    )
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _age(path: Path) -> float:
    """Return when a file was kept, in seconds; one that has just gone counts as the oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _bare(name: str) -> str:
    """Return a file's name on one line, without its folders."""
    return " ".join(name.replace("\\", "/").rsplit("/", 1)[-1].split())[:150] or "fil"
