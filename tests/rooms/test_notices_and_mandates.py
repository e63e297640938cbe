"""A coordinator puts up a notice until a day, and writes the mandate version by version."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import clock
from app.rooms.mandates import compared
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.rooms.conftest import ROOM

TEXT = "Nätverket delar erfarenheter.\n\n- Två möten om året"
NEW = "Nätverket delar erfarenheter.\n\n- Fyra möten om året"


def address_of_notice(browser: Browser) -> str:
    return next(each for each in browser.get(ROOM).links if "/notices/" in each and each.endswith("/edit"))


def test_a_notice_stands_for_members_until_its_day(
    world: SimpleNamespace, alice: Browser, bob: Browser, charlie: Browser
) -> None:
    page = alice.send(f"{ROOM}/notices/new", words="**Anmäl dig** före fredag <b>x</b>", until="2026-11-07")
    assert "Anslaget står uppe" in page
    assert "Anmäl dig före fredag" in bob.get("/")
    assert "<strong>Anmäl dig</strong>" in bob.get(ROOM).html
    assert "<b>x" not in bob.get(ROOM).html
    assert "Anmäl dig" in charlie.get(ROOM)  # an open network's notice is no secret
    assert "Anmäl dig" not in charlie.get("/")  # but it is not his
    with clock.held_at(NOW + timedelta(days=3)):
        assert "Anmäl dig" not in Browser(world.app, world.bob).get(ROOM)


def test_a_notice_is_changed_taken_down_and_put_up(alice: Browser, bob: Browser) -> None:
    alice.post(f"{ROOM}/notices/new", words="Kom i tid", until="2026-11-07")
    edit = address_of_notice(alice)
    alice.post(edit, words="Kom i god tid", until="2026-11-08")
    assert "Kom i god tid" in bob.get(ROOM)
    page = alice.send(edit.replace("/edit", "/remove"))
    assert "Anslaget är nedtaget." in page
    assert "Kom i god tid" not in bob.get(ROOM)
    alice.post(edit.replace("/edit", "/restore"))
    assert "Kom i god tid" in bob.get(ROOM)
    assert [bob.post(edit.replace("/edit", each)).status for each in ("/edit", "/remove", "/restore")] == [403] * 3


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"words": "", "until": "2026-11-07"}, "Skriv vad alla behöver veta."),
        ({"words": "x", "until": ""}, "till vilken dag"),
        ({"words": "x", "until": "2026-11-04"}, "Den dagen har varit"),
        ({"words": "x", "until": "2029-01-01"}, "inom ett år"),
    ],
)  # fmt: skip
def test_a_notice_says_something_for_a_while(alice: Browser, fields: dict[str, str], told: str) -> None:
    page = alice.post(f"{ROOM}/notices/new", **fields)
    assert (page.status, told in page) == (422, True)


def write(browser: Browser, words: str, *, seen: int, **more: str) -> int:
    said = {"valid_from": "2026-11-05", "decided_by": "Bibliotekscheferna", "why": "", **more}
    return browser.post(f"{ROOM}/mandate/edit", words=words, seen=str(seen), **said).status


def test_each_change_of_the_mandate_is_a_version(alice: Browser, bob: Browser) -> None:
    assert "Inget uppdrag är skrivet än" in bob.get(f"{ROOM}/mandate")
    assert write(alice, TEXT, seen=0) == 303
    assert write(alice, NEW, seen=1, why="Chefsgruppen ville ha fler.") == 303
    page = bob.get(f"{ROOM}/mandate")
    assert "Fyra möten om året" in page
    assert "Chefsgruppen ville ha fler." in page
    old = bob.get(f"{ROOM}/mandate/1")
    assert "Två möten om året" in old
    assert "Den här versionen gäller inte längre." in old
    changed = bob.get(f"{ROOM}/mandate/2")
    assert "Ändrat sedan version 1" in changed
    assert "Borttaget: - Två möten om året" in changed
    assert "Tillagt: - Fyra möten om året" in changed
    assert bob.get(f"{ROOM}/mandate/3").status == 404
    assert "Fyra möten om året" in bob.get(ROOM)


def test_a_version_comes_into_force_on_its_day(world: SimpleNamespace, alice: Browser) -> None:
    write(alice, TEXT, seen=0)
    write(alice, NEW, seen=1, valid_from="2027-01-01")
    assert "Två möten om året" in alice.get(ROOM)
    assert "börjar gälla fre 1 jan" in alice.get(f"{ROOM}/mandate/2")
    with clock.held_at(NOW + timedelta(days=60)):
        assert "Fyra möten om året" in Browser(world.app, world.alice).get(ROOM)


def test_two_who_write_at_once_and_one_who_says_nothing_new(alice: Browser, dana: Browser) -> None:
    write(alice, TEXT, seen=0)
    page = dana.post(f"{ROOM}/mandate/edit", words=NEW, seen="0", valid_from="2026-11-05", decided_by="", why="")
    assert (page.status, "Någon annan sparade en ny version medan du skrev" in page) == (422, True)
    assert "Fyra möten" in page.html  # what was typed stays
    assert 'name="seen" type="hidden" value="1"' in page.html
    assert write(alice, TEXT, seen=1) == 422
    assert write(alice, TEXT, seen=10**12) == 422


def test_texts_are_compared_line_by_line() -> None:
    assert [(each.part, each.text) for each in compared("a\nb\nc", "a\nx\nc\nd")] == [
        ("kept", "a"), ("gone", "b"), ("added", "x"), ("kept", "c"), ("added", "d"),
    ]  # fmt: skip
    assert compared("", "") == []
