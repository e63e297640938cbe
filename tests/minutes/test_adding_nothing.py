"""A button that adds a decision or an action never says that it did when there was nothing to add."""

import re

import pytest

from tests.browser_double import Browser

NOTHING = [("decide", "clause", "Skriv vad som beslutades"), ("promise", "what", "Skriv vad som ska göras")]


def do_of(html: str, button: str) -> str:
    """What a button says is to be done."""
    found = re.search(rf'<button[^>]*value="([\w-]+)"[^>]*>(?:(?!</button>).)*{button}', html, re.DOTALL)
    assert found is not None, button
    return found[1]


def test_each_button_says_what_it_adds(alice: Browser, desk: str, items: list[str]) -> None:
    html = alice.get(f"{desk}?item={items[1]}").html
    assert do_of(html, "Lägg till beslut") == "decide"
    assert do_of(html, "Lägg till åtgärd") == "promise"


@pytest.mark.parametrize(("do", "field", "told"), NOTHING)
def test_nothing_is_refused_at_its_field_and_the_words_are_saved(
    alice: Browser, desk: str, items: list[str], do: str, field: str, told: str
) -> None:
    page = alice.post(f"{desk}/{items[1]}", text="Alla vill.", revision="0", do=do)
    assert page.status == 422
    assert told in page
    assert page.title.startswith("Fel: ")
    assert re.search(rf'<(?=[^>]*id="{field}")(?=[^>]*aria-invalid="true")[^>]*>', page.html)
    box = re.search(rf'<details class="write" open>(?:(?!</details>).)*id="{field}"', page.html, re.DOTALL)
    assert box is not None  # it stays open, with the sentence in it
    assert "Sparat kl. 10.00" in page
    assert "Alla vill.</textarea>" in alice.get(f"{desk}?item={items[1]}").html


@pytest.mark.parametrize(("do", "field", "told"), NOTHING)
def test_with_a_script_it_says_the_same_and_one_goes_on_from_there(
    alice: Browser, desk: str, items: list[str], do: str, field: str, told: str
) -> None:
    answer = alice.post(f"{desk}/{items[1]}", fragment=True, text="Alla vill.", revision="0", do=do)
    assert answer.status == 422
    assert told in answer
    assert 'id="revision" name="revision" value="1"' in answer.html
    assert "Sparat kl. 10.00" in answer
    said = {"clause": "ha en kampanj", "what": "Ring", "owner_text": "Alla"}
    again = alice.post(f"{desk}/{items[1]}", fragment=True, text="Alla vill det.", revision="1", do=do, **said)
    assert again.status == 200
    assert said[field] in again


def test_only_saving_asks_for_nothing_more(alice: Browser, desk: str, items: list[str]) -> None:
    assert alice.post(f"{desk}/{items[1]}", text="Alla vill.", revision="0", do="stay").status == 303


def test_a_decision_that_was_emptied_is_told_how_to_take_it_away(alice: Browser, desk: str, items: list[str]) -> None:
    page = alice.send(f"{desk}/{items[1]}", text="", revision="0", clause="ha en kampanj", do="decide")
    decision = re.findall(r'id="record-([0-9a-f-]{36})"', page.html)[0]
    page = alice.post(f"{desk}/{items[1]}", text="", revision="0", decision=decision, clause="", do="decide")
    assert page.status == 422
    assert "Skriv vad som beslutades, eller ta bort beslutet" in page


def test_nobody_elses_newer_words_are_overwritten(alice: Browser, desk: str, items: list[str]) -> None:
    alice.post(f"{desk}/{items[1]}", text="De andras.", revision="0", pen="a")
    page = alice.post(f"{desk}/{items[1]}", text="Mina.", revision="0", pen="b", do="decide")
    assert page.status == 409
    html = alice.get(f"{desk}?item={items[1]}").html
    assert "De andras.</textarea>" in html
    assert "Mina." not in html


def test_words_that_are_too_long_are_not_cut_to_be_saved(alice: Browser, desk: str, items: list[str]) -> None:
    page = alice.post(f"{desk}/{items[1]}", text="x" * 50_001, revision="0", do="decide")
    assert page.status == 422
    assert "Inget skrivet än" in alice.get(f"{desk}?item={items[1]}")
