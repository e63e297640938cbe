"""A file waits for the one who sent it, as it was sent, and not for long."""

import stat
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app import clock
from app.imports.waiting import MOST_WAITING, Shelf, Upload, UploadIsGone, forget_old_uploads
from tests.conftest import NOW

ALICE, BOB = uuid4(), uuid4()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "uploads", ALICE, "members")


def test_it_is_fetched_as_it_was_sent(shelf: Shelf) -> None:
    key = shelf.keep(Upload("C:\\Min mapp\\å\nb.csv", b"a\n\xff\n"))

    assert shelf.fetch(key) == Upload("å b.csv", b"a\n\xff\n")
    assert stat.S_IMODE(next(shelf.folder.iterdir()).stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700


def test_it_is_nobody_elses_and_for_nothing_else(shelf: Shelf) -> None:
    key = shelf.keep(Upload("a.csv", b"a"))

    for other in (Shelf(shelf.folder, BOB, "members"), Shelf(shelf.folder, ALICE, "calendar")):
        with pytest.raises(UploadIsGone):
            other.fetch(key)


@pytest.mark.parametrize("key", ["", "x", "../../../../etc/passwd", "a" * 31 + "/", "a" * 32, "a" * 32 + "\n"])
def test_a_key_that_was_never_given_opens_nothing(shelf: Shelf, key: str) -> None:
    shelf.keep(Upload("a.csv", b"a"))

    with pytest.raises(UploadIsGone):
        shelf.fetch(key)


def test_a_file_that_was_changed_on_the_way_is_not_read(shelf: Shelf) -> None:
    key = shelf.keep(Upload("a.csv", b"abc"))
    (path,) = shelf.folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(UploadIsGone):
        shelf.fetch(key)


def test_after_a_day_it_goes(shelf: Shelf) -> None:
    with clock.held_at(NOW):
        key = shelf.keep(Upload("a.csv", b"a"))

    assert forget_old_uploads(shelf.folder, at=NOW + timedelta(hours=23)) == 0
    assert shelf.fetch(key).data == b"a"
    assert forget_old_uploads(shelf.folder, at=NOW + timedelta(hours=25)) == 1
    assert list(shelf.folder.iterdir()) == []


def test_there_is_nothing_to_forget_before_the_first_file(tmp_path: Path) -> None:
    assert forget_old_uploads(tmp_path / "uploads", at=NOW) == 0


def test_one_person_can_not_fill_the_disk(shelf: Shelf) -> None:
    keys = []
    for hour in range(MOST_WAITING + 2):
        with clock.held_at(NOW + timedelta(minutes=hour)):
            keys.append(shelf.keep(Upload("a.csv", b"a")))

    assert len(list(shelf.folder.iterdir())) == MOST_WAITING
    assert shelf.fetch(keys[-1]).data == b"a"
    with pytest.raises(UploadIsGone):
        shelf.fetch(keys[0])
