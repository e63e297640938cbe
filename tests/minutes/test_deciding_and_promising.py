"""Decisions and actions are written down under the item they belong to, changed, taken away and put back."""

import re

import pytest

from tests.browser_double import Browser, Page


@pytest.fixture
def item_url(desk: str, items: list[str]) -> str:
    """Where all that is typed under the item on summer reading is sent."""
    return f"{desk}/{items[1]}"


@pytest.fixture
def back(desk: str, items: list[str]) -> str:
    """The page of that item."""
    return f"{desk}?item={items[1]}"


def record_on(page: Page) -> str:
    """The id of the first decision or action on the page."""
    return re.findall(r'id="record-([0-9a-f-]{36})"', page.html)[0]


def test_a_decision_is_added_with_the_words_beside_it(alice: Browser, item_url: str) -> None:
    page = alice.send(item_url, text="Alla vill.", revision="0", clause="att  ha en gemensam\nkampanj")
    assert "Nätverket beslutar att ha en gemensam kampanj" in page
    assert "Alla vill." in page
    assert "Beslutet är tillagt" in page


def test_with_a_script_only_the_records_come_back(alice: Browser, item_url: str) -> None:
    answer = alice.post(item_url, fragment=True, text="Alla vill.", revision="0", clause="ha en kampanj", do="stay")
    assert answer.status == 200
    assert answer.html.lstrip().startswith('<section class="flow" id="records"')
    assert 'id="revision" name="revision" value="1"' in answer.html
    assert "Beslutet är tillagt" in answer
    assert re.search(r'id="clause"[^>]*data-focus', answer.html)  # where the next one is typed


def test_a_decision_is_changed(alice: Browser, item_url: str, back: str) -> None:
    alice.post(item_url, text="", revision="0", clause="ha en kampanj")
    decision = record_on(alice.get(back))
    page = alice.send(item_url, text="", revision="0", do=f"edit:{decision}")
    assert "ha en kampanj</textarea>" in page.html
    assert "Spara beslutet" in page
    page = alice.send(item_url, text="", revision="0", decision=decision, clause="ha två kampanjer")
    assert "Nätverket beslutar att ha två kampanjer" in page
    assert "ha en kampanj" not in page


def test_opening_a_decision_says_nothing_and_it_can_be_left_as_it_was(alice: Browser, item_url: str, back: str) -> None:
    alice.post(item_url, text="", revision="0", clause="ha en kampanj")
    decision = record_on(alice.get(back))
    opened = alice.post(item_url, fragment=True, text="", revision="0", do=f"edit:{decision}")
    assert 'id="status"' not in opened.html
    assert f'value="leave:{decision}"' in opened.html
    typed = {"decision": decision, "clause": "något annat", "text": "Ord.", "revision": "0"}
    left = alice.post(item_url, fragment=True, do=f"leave:{decision}", **typed)
    assert "att ha en kampanj" in left
    assert "något annat" not in left
    assert re.search(rf'value="edit:{decision}"[^>]*data-focus', left.html)
    assert "Ord." in alice.get(back)  # what was noted meanwhile is kept


def test_an_action_can_be_left_as_it_was(alice: Browser, item_url: str, back: str) -> None:
    alice.post(item_url, text="", revision="0", what="Ring", owner_text="Alla")
    action = record_on(alice.get(back))
    typed = {"action": action, "what": "", "owner_text": "Ingen", "due": "i morgon"}
    page = alice.send(item_url, text="", revision="0", do=f"leave:{action}", **typed)
    assert "Ring" in page
    assert "Alla." in page
    assert "Ingen" not in page


@pytest.mark.parametrize(
    ("typed", "changed", "kind"),
    [
        ({"clause": "ha en kampanj"}, {"clause": "ha två"}, "decision"),
        ({"what": "Ring", "owner_text": "Alla"}, {"what": "Skriv", "owner_text": "Alla"}, "action"),
    ],
)
def test_after_a_change_one_stands_on_what_was_changed(
    alice: Browser, item_url: str, back: str, typed: dict[str, str], changed: dict[str, str], kind: str
) -> None:
    alice.post(item_url, text="", revision="0", **typed)
    record = record_on(alice.get(back))
    do = "decide" if kind == "decision" else "promise"
    answer = alice.post(item_url, fragment=True, text="", revision="0", do=do, **{kind: record}, **changed)
    assert re.search(rf'value="edit:{record}"[^>]*data-focus', answer.html)
    assert answer.html.count("data-focus") == 1
    assert "Sparat kl. 10.00" in answer  # the line above follows decisions and actions too


def test_a_decision_cannot_be_emptied(alice: Browser, item_url: str, back: str) -> None:
    alice.post(item_url, text="", revision="0", clause="ha en kampanj")
    page = alice.post(item_url, text="", revision="0", decision=record_on(alice.get(back)), clause=" ")
    assert page.status == 422
    assert "Skriv vad som beslutades, eller ta bort beslutet" in page


def test_what_is_taken_away_can_be_put_back(alice: Browser, item_url: str, back: str) -> None:
    alice.post(item_url, text="", revision="0", clause="ha en kampanj")
    decision = record_on(alice.get(back))
    page = alice.send(item_url, text="", revision="0", do=f"remove:{decision}")
    assert "Borttaget." in page
    assert "Nätverket beslutar att ha en kampanj" not in page
    answer = alice.post(item_url, fragment=True, text="", revision="0", do=f"restore:{decision}")
    assert "Nätverket beslutar att ha en kampanj" in answer


def test_an_action_has_an_owner_and_a_day(world: object, alice: Browser, item_url: str) -> None:
    page = alice.send(
        item_url,
        text="",
        revision="0",
        what="Skicka mallen",
        owner=str(world.bob.id),
        due="2026-11-24",  # type: ignore[attr-defined]
    )
    assert "Skicka mallen" in page
    assert "Bob Åberg, senast tis 24 nov" in page


def test_an_action_can_be_somebodys_in_words(alice: Browser, item_url: str) -> None:
    page = alice.send(
        item_url, text="", revision="0", what="Räkna äppelhyllor", owner_text="Kontaktperson i varje kommun"
    )
    assert "Kontaktperson i varje kommun." in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"what": "Ring"}, "Välj vem som gör det, eller skriv det med egna ord"),
        ({"owner_text": "Alla"}, "Skriv vad som ska göras"),
        ({"what": "Ring", "owner_text": "Alla", "due": "i morgon"}, "Skriv datumet som år-månad-dag"),
        ({"what": "x" * 501, "owner_text": "Alla"}, "Det är för långt. Skriv högst 500 tecken"),
    ],
)
def test_a_promise_that_lacks_something_is_told_and_kept(
    alice: Browser, item_url: str, items: list[str], typed: dict[str, str], told: str
) -> None:
    for fragment in (False, True):
        answer = alice.post(item_url, fragment=fragment, text="Ord.", revision="0", do=f"go:{items[2]}", **typed)
        assert answer.status == 422
        assert told in answer
        assert all(f'value="{words}"' in answer.html for name, words in typed.items() if name != "due")


def test_a_promise_is_one_persons_or_in_words_not_both(world: object, alice: Browser, item_url: str) -> None:
    bob = str(world.bob.id)  # type: ignore[attr-defined]
    page = alice.post(item_url, text="", revision="0", what="Ring", owner=bob, owner_text="Alla")
    assert page.status == 422
    assert "Välj en person eller skriv med egna ord, inte båda" in page


def test_an_action_is_changed_and_taken_away(alice: Browser, item_url: str, back: str) -> None:
    alice.post(item_url, text="", revision="0", what="Ring", owner_text="Alla")
    action = record_on(alice.get(back))
    page = alice.send(item_url, text="", revision="0", do=f"edit:{action}")
    assert 'value="Ring"' in page.html
    page = alice.send(item_url, text="", revision="0", action=action, what="Skriv", owner_text="Alla", due="2027-01-08")
    assert "Skriv" in page
    assert "senast fre 8 jan 2027" in page
    assert "Borttagen." in alice.send(item_url, text="", revision="0", do=f"remove:{action}")


def test_another_meetings_records_are_out_of_reach(alice: Browser, item_url: str) -> None:
    nowhere = "00000000-0000-4000-8000-000000000000"
    assert alice.post(item_url, text="", revision="0", decision=nowhere, clause="x").status == 404
    assert alice.post(item_url, text="", revision="0", do=f"remove:{nowhere}").status == 303
