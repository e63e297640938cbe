"""A file is written whole or not at all, and what belongs to nothing is swept away."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask

from app import clock, db
from app.files.actions import keep_row, sweep_files
from app.files.kinds import FileKind
from app.files.queries import not_as_kept
from app.files.shelf import Shelf
from tests.conftest import NOW

ROOT = Path(__file__).parents[2]


class Breaks(BytesIO):
    """A sender who hangs up half-way."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise ConnectionResetError
        return super().read(10)


def lying(shelf: Shelf) -> list[Path]:
    return [each for each in shelf.folder.rglob("*") if each.is_file()]


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "files")
    kept = shelf.keep(BytesIO(b"hej" * 100_000))
    assert shelf.path_of(kept.id).read_bytes() == b"hej" * 100_000
    assert (kept.size, len(kept.digest)) == (300_000, 64)
    assert shelf.path_of(kept.id).stat().st_mode & 0o777 == 0o600


def test_a_sender_who_hangs_up_leaves_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "files")
    with pytest.raises(ConnectionResetError):
        shelf.keep(Breaks(b"x" * 100))
    assert lying(shelf) == []


def test_killed_half_way_leaves_no_file_that_looks_whole(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from app.files.shelf import Shelf\n"
        "class Slow:\n"
        "    def read(self, size):\n"
        "        print('reading', flush=True); time.sleep(0.05); return b'x' * 1000\n"
        f"Shelf(Path({str(tmp_path / 'files')!r})).keep(Slow())\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(3):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    shelf = Shelf(tmp_path / "files")
    left = lying(shelf)
    assert [each.name[0] for each in left] == ["."]
    assert shelf.sweep([], at=clock.now() + timedelta(days=2)) == 1
    assert lying(shelf) == []


def test_a_link_on_the_disk_is_not_followed(tmp_path: Path) -> None:
    shelf, secret = Shelf(tmp_path / "files"), tmp_path / "secret_key"
    secret.write_text("hemligt")
    fake = uuid4()
    (shelf.folder / fake.hex[:2]).mkdir(parents=True)
    (shelf.folder / fake.hex[:2] / fake.hex).symlink_to(secret)
    with pytest.raises(FileNotFoundError):
        shelf.path_of(fake)


def test_rolled_back_leaves_no_row_and_the_file_is_swept_a_day_later(empty: Flask, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "files")
    gone, stays = shelf.keep(BytesIO(b"gone")), shelf.keep(BytesIO(b"stays"))
    keep_row(gone, kind=FileKind.TEXT, name="a.txt")
    db.session.rollback()
    keep_row(stays, kind=FileKind.TEXT, name="b.txt")
    db.session.commit()
    assert sweep_files(shelf, at=NOW + timedelta(hours=1)) == 0  # it might be under way
    assert sweep_files(shelf, at=NOW + timedelta(days=2)) == 1
    assert shelf.path_of(stays.id).read_bytes() == b"stays"


def test_what_is_missing_or_changed_on_the_disk_is_told(empty: Flask, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "files")
    whole, changed, missing = (shelf.keep(BytesIO(each)) for each in (b"1", b"2", b"3"))
    for number, kept in enumerate((whole, changed, missing)):
        keep_row(kept, kind=FileKind.TEXT, name=f"{number}.txt")
    shelf.path_of(changed.id).write_bytes(b"other")
    shelf.remove(missing.id)
    assert {(each.name, lost) for each, lost in not_as_kept(shelf)} == {("1.txt", False), ("2.txt", True)}


def test_the_sweeper_does_not_stumble_on_what_goes_meanwhile(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "files")
    assert shelf.sweep([], at=clock.now()) == 0  # no folder yet
    shelf.keep(BytesIO(b"x"))
    time.sleep(0.01)
    assert shelf.ids(before=clock.now() + timedelta(days=1)) != set()
