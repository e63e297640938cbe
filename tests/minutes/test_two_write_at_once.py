"""Two write under the same item: the second is refused with both texts shown, and no word is lost."""

from types import SimpleNamespace

import pytest

from tests.browser_double import Browser
from tests.minutes.writing import at_once, make_secretary


@pytest.fixture
def bob(world: SimpleNamespace) -> Browser:
    """Bob is the network's secretary here."""
    make_secretary(world.bob, world.children)
    return Browser(world.app, world.bob)


@pytest.fixture
def item_url(bob: Browser, desk: str, items: list[str]) -> str:
    """Where the words under an item are sent; the first ones have been saved by Bob."""
    url = f"{desk}/{items[1]}"
    assert bob.post(url, text="Kalmar: öppet.\nHögsby: stängt.", revision="0", pen="bob").status == 303
    return url


def test_both_texts_are_shown_and_one_with_every_line_of_both(alice: Browser, item_url: str) -> None:
    page = alice.post(item_url, text="Kalmar: öppet.\nTorsås: ombyggt.", revision="0", pen="alice")
    assert page.status == 409
    assert page.title.startswith("Fel: ")
    assert "Bob Åberg har skrivit under punkten medan du skrev." in page
    assert "Sparat av Bob Åberg" in page
    assert "Din text" in page
    assert "Kalmar: öppet.\nHögsby: stängt.\nTorsås: ombyggt.</textarea>" in page.html
    assert 'name="revision" value="1"' in page.html  # from here one goes on


def test_the_joined_text_is_saved(alice: Browser, bob: Browser, item_url: str, desk: str, items: list[str]) -> None:
    assert alice.post(item_url, text="Torsås: ombyggt.", revision="0", pen="alice").status == 409
    page = alice.send(item_url, text="Allt ihop.", revision="1", pen="alice 2")
    assert "Allt ihop." in page
    assert "Allt ihop." in bob.get(f"{desk}?item={items[1]}")


def test_with_a_script_the_same_comes_in_place(alice: Browser, item_url: str) -> None:
    answer = alice.post(item_url, fragment=True, text="Torsås: ombyggt.", revision="0", pen="alice")
    assert answer.status == 409
    assert answer.headers["HX-Retarget"] == "#item"
    assert answer.html.count("<textarea") == 2  # the words, and a new decision
    assert "Högsby: stängt.\nTorsås: ombyggt.</textarea>" in answer.html
    assert "data-focus" in answer.html


def test_while_typing_the_field_is_left_alone(alice: Browser, item_url: str) -> None:
    answer = alice.post(f"{item_url}/note", fragment=True, text="Torsås:", revision="0", pen="alice")
    assert answer.status == 409
    assert answer.headers["HX-Retarget"] == "#newer"
    assert "<textarea" not in answer.html
    assert "Högsby: stängt." in answer
    assert "Torsås:" in answer
    assert "Skriv ihop texterna" in answer


def test_a_decision_typed_at_the_same_time_is_kept_in_its_field(alice: Browser, item_url: str) -> None:
    page = alice.post(
        item_url, text="Torsås.", revision="0", pen="alice", clause="köpa bokbuss", what="Ring", owner_text="Alla"
    )
    assert page.status == 409
    assert "köpa bokbuss</textarea>" in page.html
    assert 'value="Ring"' in page.html
    assert "Beslut köpa" not in page  # it is not saved


def test_a_lost_answer_is_no_quarrel_with_oneself(bob: Browser, item_url: str) -> None:
    answer = bob.post(f"{item_url}/note", fragment=True, text="Kalmar: öppet, mer.", revision="0", pen="bob")
    assert answer.status == 200  # the page never heard that its first words were saved


def test_saving_the_same_words_twice_is_no_conflict(alice: Browser, item_url: str) -> None:
    assert alice.post(item_url, text="Kalmar: öppet.\nHögsby: stängt.", revision="0", pen="alice").status == 303


@pytest.mark.parametrize("revision", ["", "x", "-1", "99999999999999999999", "٣"])
def test_a_revision_that_cannot_be_read_overwrites_nothing(alice: Browser, item_url: str, revision: str) -> None:
    assert alice.post(item_url, text="Annat.", revision=revision, pen="alice").status == 409


def test_first_words_are_saved_whatever_the_revision_says(alice: Browser, desk: str, items: list[str]) -> None:
    assert alice.post(f"{desk}/{items[0]}/note", fragment=True, text="Först.", revision="7").status == 200


def test_the_very_first_words_of_many_at_once(alice: Browser, bob: Browser, desk: str, items: list[str]) -> None:
    writers = [alice, bob, alice, bob]
    url, texts = f"{desk}/{items[2]}", [f"Rad {number}" for number in range(len(writers))]
    sends = [
        lambda who=who, text=text: Browser.post(who, url, text=text, revision="0", pen=text)
        for who, text in zip(writers, texts, strict=True)
    ]
    pages = at_once(*sends)
    assert sorted(page.status for page in pages) == [303, 409, 409, 409]
    kept = alice.get(f"{desk}?item={items[2]}")
    saved = [text for text in texts if f"{text}</textarea>" in kept.html]
    assert len(saved) == 1
    assert all(saved[0] in page for page in pages if page.status == 409)  # everyone refused is shown what stands there


def test_many_add_decisions_at_once_and_all_are_there(
    alice: Browser, bob: Browser, desk: str, items: list[str]
) -> None:
    url = f"{desk}/{items[1]}"
    sends = [lambda n=n: (alice, bob)[n % 2].post(url, text="", revision="0", clause=f"göra sak {n}") for n in range(6)]
    assert {page.status for page in at_once(*sends)} == {303}
    page = alice.get(f"{desk}?item={items[1]}")
    assert all(f"göra sak {n}" in page for n in range(6))
