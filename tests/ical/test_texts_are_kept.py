"""An event is rendered when it has changed, not each time somebody asks."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from sqlalchemy import select, text, update

from app import clock, db
from app.feeds.body import SHELF
from app.ical import store
from app.ical.models import EventText
from app.occasions import actions
from app.occasions.models import Occasion
from tests.browser_double import Browser
from tests.calendar_world import called, changing, events, fetch, make_link, planned


@pytest.fixture
def path(bob: Browser, world: SimpleNamespace) -> str:
    return make_link(bob)


def _kept() -> dict[str, int]:
    db.session.rollback()
    found = select(Occasion.title, EventText.revision).join(EventText, EventText.occasion_id == Occasion.id)
    return {row.title: row.revision for row in db.session.execute(found)}


def test_the_first_who_asks_makes_the_texts_and_the_next_finds_them(
    world: SimpleNamespace, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called("Ett", world.children)
    called("Två", world.children)
    assert _kept() == {}

    first = fetch(world.app, path).data
    assert _kept() == {"Ett": 1, "Två": 1}
    SHELF.clear()
    monkeypatch.setattr(store, "text_of", None)

    assert fetch(world.app, path).data == first


def test_only_what_has_changed_is_made_anew(world: SimpleNamespace, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = called("Ett", world.children), called("Två", world.children)
    fetch(world.app, path)
    with changing(one) as cancelling:
        actions.cancel(cancelling)
    made: list[str] = []
    render = store.text_of
    monkeypatch.setattr(store, "text_of", lambda each, **more: (made.append(each.title), render(each, **more))[1])

    assert sorted(events(world.app, path)) == ["INSTÄLLT: Ett", "Två"]
    assert made == ["Ett"]
    assert _kept() == {"Ett": 2, "Två": 1}


def test_texts_of_another_writer_zone_or_address_are_made_anew(world: SimpleNamespace, path: str) -> None:
    called("Ett", world.children)
    tag = fetch(world.app, path).headers["ETag"]
    try:
        clock.use_zone("Europe/Helsinki")
        found = fetch(world.app, path)
        assert found.headers["ETag"] != tag
        assert b"DTSTART;TZID=Europe/Helsinki:20261124T103000" in found.data
        assert b"X-WR-TIMEZONE:Europe/Helsinki" in found.data
        store.use_address("https://ny.example")
        assert b"https://ny.example/meetings/" in fetch(world.app, path).data
    finally:
        clock.use_zone("Europe/Stockholm")
        store.use_address("http://knutpunkt.example")
    assert fetch(world.app, path).headers["ETag"] == tag


def test_the_worker_makes_them_ready_before_anybody_asks(world: SimpleNamespace) -> None:
    called("Ett", world.children)
    planned("Utkast", world.children)
    called("För länge sedan", world.children, at=datetime(2020, 1, 8, 9, tzinfo=UTC))

    assert (store.refresh(), _kept()) == (1, {"Ett": 1})
    assert store.refresh() == 0


def test_one_that_calendars_cannot_tell_does_not_spoil_the_others(world: SimpleNamespace, path: str) -> None:
    broken = called("Bakvänt", world.children)
    called("Som det ska", world.children)
    backwards = update(Occasion).where(Occasion.title == "Bakvänt").values(ends_at=Occasion.starts_at)
    db.session.execute(backwards.execution_options(synchronize_session=False))
    db.session.commit()

    assert list(events(world.app, path)) == ["Som det ska"]
    assert _kept() == {"Bakvänt": 1, "Som det ska": 1}
    assert broken.uid not in fetch(world.app, path).data.decode()


def test_a_feed_is_answered_also_when_nothing_can_be_kept(
    world: SimpleNamespace, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called("Ett", world.children)
    monkeypatch.setattr(db, "apart", _cannot_write)

    assert list(events(world.app, path)) == ["Ett"]
    assert _kept() == {}


def _cannot_write() -> None:
    db.session.execute(text("SELECT no_such_column FROM event_texts"))
