"""A coordinator removes a document: for 30 days it can be put back, then the worker deletes it, file and all."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import copy_context
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from sqlalchemy import event
from sqlalchemy.exc import NoResultFound

from app import clock, db
from app.cli.worker import work_through
from app.files.models import StoredFile
from app.files.queries import not_as_kept
from app.files.shelf import Shelf
from app.rooms import actions
from app.rooms.chores import AT_ONCE, delete_removed
from app.rooms.models import STAYS, Document, DocumentVersion
from app.statements.kinds import Page
from app.statements.shipped import shipped
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.files.samples import DOCX
from tests.rooms.conftest import CLOSED, DOCUMENTS, place_of, upload

LAST_DAY = date(2026, 12, 5)
LAST_MINUTE = datetime(2026, 12, 5, 22, 59, tzinfo=UTC)
"""23.59 in Stockholm on the last day."""
DAY_AFTER = LAST_MINUTE + timedelta(minutes=2)


@pytest.fixture
def shelf(settings: object) -> Shelf:
    """The files of this installation, none left from other tests."""
    folder: Path = settings.instance / "files"  # type: ignore[attr-defined]
    for each in folder.glob("*/*"):
        each.unlink()
    return Shelf(folder)


@pytest.fixture
def place(alice: Browser, shelf: Shelf) -> str:
    """A document of two versions that Alice has removed; another one stays."""
    upload(alice, title="Står kvar")
    upload(alice, title="Årsplan", to=CLOSED)
    place = place_of(alice.get(CLOSED), to=CLOSED)
    alice.post(f"{place}/replace", file=(BytesIO(DOCX), "Årsplan.docx"))
    assert "Till och med lör 5 dec går det att lägga tillbaka" in alice.send(f"{place}/remove")
    return place


def work(world: SimpleNamespace, at: datetime) -> None:
    with clock.held_at(at), world.app.app_context():
        work_through()


def lying(shelf: Shelf) -> int:
    return sum(each.is_file() for each in shelf.folder.glob("*/*"))


def rows() -> tuple[int, int, int]:
    db.session.remove()
    return tuple(db.session.query(each).count() for each in (Document, DocumentVersion, StoredFile))  # type: ignore[return-value]


def test_whoever_keeps_the_room_sees_until_when(place: str, alice: Browser, bob: Browser) -> None:
    assert "Borttaget tors 5 nov. Går att lägga tillbaka till och med lör 5 dec." in alice.get(CLOSED)
    assert "Borttaget" not in bob.get(CLOSED)


def test_put_back_in_the_last_minute_it_is_as_it_was(world: SimpleNamespace, place: str, shelf: Shelf) -> None:
    work(world, LAST_MINUTE)
    with clock.held_at(LAST_MINUTE):
        alice = Browser(world.app, world.alice)
        assert "Årsplan är tillbaka." in alice.send(f"{place}/restore")
    work(world, DAY_AFTER)
    with clock.held_at(DAY_AFTER):
        assert Browser(world.app, world.bob).get(f"{place}/latest").response.get_data() == DOCX
    assert (rows(), lying(shelf)) == ((2, 3, 3), 3)


def test_the_day_after_it_is_gone_with_all_its_files(world: SimpleNamespace, place: str, shelf: Shelf) -> None:
    with clock.held_at(DAY_AFTER):
        alice = Browser(world.app, world.alice)
        assert "Borttaget" not in alice.get(CLOSED)  # also if no worker runs
        assert alice.post(f"{place}/restore").status == 404
    work(world, DAY_AFTER)
    assert (rows(), lying(shelf)) == ((1, 1, 1), 1)
    with clock.held_at(DAY_AFTER):
        assert Browser(world.app, world.alice).post(f"{place}/restore").status == 404
        log = Browser(world.app, world.dana).get("/admin/log")
    assert "raderade ett borttaget dokument" in log
    assert log.text.count("Årsplan, Stängda gruppen") == 4  # added, replaced, removed, deleted


def test_a_link_goes_too(world: SimpleNamespace, alice: Browser, shelf: Shelf) -> None:
    alice.post(f"{DOCUMENTS}/new", link="https://kb.example/laslust", title="Läslust hos KB")
    alice.post(f"{place_of(alice.get(DOCUMENTS))}/remove")
    work(world, DAY_AFTER)
    assert rows() == (0, 0, 0)


def test_many_go_some_at_a_time(world: SimpleNamespace, shelf: Shelf) -> None:
    for number in range(AT_ONCE + 3):
        document = Document(network_id=world.children.id, title=f"Nr {number}", removed_at=NOW)
        document.versions = [DocumentVersion(number=1, link="https://kb.example", added_by="Alice")]
        db.session.add(document)
    db.session.commit()
    left = []
    for _ in range(3):
        work(world, DAY_AFTER)
        left.append(rows()[0])
    assert left == [3, 0, 0]


def test_wherever_the_worker_dies_no_row_lacks_its_file(world: SimpleNamespace, place: str, shelf: Shelf) -> None:
    for number in range(1, 30):
        with clock.held_at(DAY_AFTER), dies_at(number) as lives:
            try:
                delete_removed(clock.today())
                db.session.commit()
            except Died:
                db.session.rollback()
        assert list(not_as_kept(shelf)) == []
        assert rows() == ((1, 1, 1) if lives else (2, 3, 3))  # all of it or nothing
        if lives:
            break
    assert number > 5
    assert lying(shelf) == 3  # dead before the sweep: the files lie there, and belong to nothing
    work(world, DAY_AFTER)
    assert lying(shelf) == 1


def test_deleted_while_somebody_puts_it_back_it_does_not_exist(world: SimpleNamespace, place: str) -> None:
    document = db.session.query(Document).filter_by(title="Årsplan").one()
    db.session.expunge_all()
    with clock.held_at(DAY_AFTER):
        assert delete_removed(clock.today()) == 1
        db.session.commit()
    with pytest.raises(NoResultFound):
        actions.restore_document(document, by=world.alice)
    db.session.rollback()


def test_put_back_while_the_worker_looks_it_stays(world: SimpleNamespace, place: str) -> None:
    is_held, may_end = Event(), Event()

    def put_back() -> None:
        db.begin(writing=True)
        document = db.session.query(Document).filter_by(title="Årsplan").one()
        actions.restore_document(document, by=world.alice)
        is_held.set()
        may_end.wait(0.5)
        db.session.commit()
        db.session.remove()

    with clock.held_at(DAY_AFTER):
        somebody = Thread(target=copy_context().run, args=(put_back,))
        somebody.start()
        is_held.wait(10)
        gone = delete_removed(clock.today())
        db.session.commit()
        may_end.set()
        somebody.join()
    assert (gone, rows()) == (0, (2, 3, 3))


@pytest.mark.parametrize(("text", "says"), [("text_sv", "kan läggas tillbaka i %d d"), ("text_en", "back for %d d")])
def test_the_page_on_personal_data_says_for_how_long(text: str, says: str) -> None:
    assert says % STAYS.days in shipped(Page.PRIVACY)[text]


class Died(Exception):  # noqa: N818
    """What no code of ours expects."""


@contextmanager
def dies_at(statement: int) -> Iterator[list[bool]]:
    """Let the n-th statement be the last; holds True when there were not so many."""
    seen, lives = [0], [True]

    def count(*_: object) -> None:
        seen[0] += 1
        if seen[0] == statement:
            lives.clear()
            raise Died

    event.listen(db.engine(), "before_cursor_execute", count)
    try:
        yield lives
    finally:
        event.remove(db.engine(), "before_cursor_execute", count)
