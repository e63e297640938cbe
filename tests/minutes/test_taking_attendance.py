"""Attendance is prefilled from the answers, ticked at the meeting, and never overwritten unseen."""

import re
from types import SimpleNamespace

from tests.browser_double import Browser, Page


def ticked(page: Page, name: str) -> list[str]:
    """The ids whose boxes of that name are ticked."""
    return re.findall(rf'name="{name}" value="([^"]+)" checked', page.html)


def test_answers_are_filled_in_and_the_silent_are_listed(world: SimpleNamespace, alice: Browser, desk: str) -> None:
    bob = str(world.bob.id)
    page = alice.get(desk)
    assert ticked(page, "present") == ticked(page, "online") == [bob]
    assert "Alice Almgren" in page
    assert "Närvaro, 1 av 2" in page


def test_the_list_is_saved(world: SimpleNamespace, alice: Browser, desk: str, items: list[str]) -> None:
    everyone, bob = [str(world.alice.id), str(world.bob.id)], str(world.bob.id)
    said = {"present": everyone, "guests": "En gäst", "chair": "Bob Åberg", "secretary": "Alice Almgren"}
    page = alice.send(f"{desk}/attendance", revision="0", item=items[1], **said)
    assert "Närvaron är sparad" in page
    assert "Närvaro, 2 av 2" in page
    assert ticked(page, "online") == []
    assert 'value="En gäst"' in page.html
    assert "Sommarläsning 2027" in page.title  # back at the item one came from
    page = alice.send(f"{desk}/attendance", online=[bob], revision="1")
    assert ticked(page, "present") == ticked(page, "online") == [bob]  # who is online is present


def test_each_tick_is_saved_and_leaves_the_boxes_alone(world: SimpleNamespace, alice: Browser, desk: str) -> None:
    everyone = [str(world.alice.id), str(world.bob.id)]
    answer = alice.post(f"{desk}/attendance", fragment=True, present=everyone, revision="0")
    assert "Närvaro, 2 av 2" in answer
    assert "checkbox" not in answer.html  # the next one may be ticked already
    assert 'id="roll-revision" name="revision" value="1"' in answer.html
    assert "Sparat kl. 10.00" in answer
    assert "Närvaron är sparad" not in answer  # said at the button, not at each tick
    assert ticked(alice.get(desk), "present") == everyone
    assert "Närvaron är sparad" in alice.post(
        f"{desk}/attendance", fragment=True, present=everyone, revision="1", by="hand"
    )


def test_a_newer_list_is_not_overwritten_and_what_differs_is_shown(
    world: SimpleNamespace, alice: Browser, desk: str
) -> None:
    mine, bob = str(world.alice.id), str(world.bob.id)
    assert alice.post(f"{desk}/attendance", present=[mine, bob], guests="En gäst", revision="0").status == 303
    for fragment in (False, True):
        answer = alice.post(f"{desk}/attendance", fragment=fragment, online=[bob], guests="Två gäster", revision="0")
        assert answer.status == 409
        assert (answer.headers.get("HX-Retarget") == "#attendance") is fragment
        assert "Någon annan har ändrat närvaron samtidigt." in answer
        assert "sparat: På plats, du: Frånvarande" in answer
        assert "sparat: En gäst, du: Två gäster" in answer
        assert 'value="Två gäster"' in answer.html
        assert ticked(answer, "online") == [bob]
        assert 'name="revision" value="1"' in answer.html
    page = alice.send(f"{desk}/attendance", online=[bob], guests="Två gäster", revision="1")
    assert ticked(page, "present") == [bob]


def test_the_same_list_twice_is_no_conflict(world: SimpleNamespace, alice: Browser, desk: str) -> None:
    for _ in range(2):
        assert alice.post(f"{desk}/attendance", present=[str(world.bob.id)], revision="0").status == 303


def test_a_stranger_cannot_be_ticked(world: SimpleNamespace, alice: Browser, desk: str) -> None:
    page = alice.send(f"{desk}/attendance", present=[str(world.charlie.id)], revision="0")
    assert "Charlie" not in page
    assert "Närvaro, 0 av 2" in page


def test_too_long_a_guest_list_is_told(alice: Browser, desk: str) -> None:
    page = alice.post(f"{desk}/attendance", guests="x" * 501, revision="0")
    assert page.status == 422
    assert "Det är för långt. Skriv högst 500 tecken" in page
    assert "x" * 501 in page.html
