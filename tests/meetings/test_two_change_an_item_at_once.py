"""Two who change the same item: the second sees what stands there now beside what was typed, and loses nothing."""

import re

import pytest

from tests.browser_double import Browser, Page
from tests.meetings.conftest import Made
from tests.meetings.reading import agenda_of

DANAS = {"title": "Danas rubrik", "presenter": "Dana", "minutes": "5", "kind": "decision", "description": "Danas\ntext"}
ALICES = {"title": "Alices rubrik", "presenter": "Dana", "minutes": "7", "kind": "discussion", "description": "Alices"}


def beside(page: Page, name: str) -> str:
    """What is said to stand in a field now; the control points to it."""
    found = re.search(rf'id="edit-{name}-now">.*?</b> <span>(.*?)</span></span></p>', page.html, re.S)
    return found[1] if found else ""


@pytest.fixture
def address(dana: Browser, meeting: Made) -> str:
    """An item that Dana has changed since Alice opened it."""
    address = f"{meeting.item('Inledning')}/edit"
    assert dana.post(address, **DANAS, seen="0").status == 303
    return address


@pytest.mark.parametrize("fragment", [False, True])
def test_both_texts_are_there_and_nothing_is_written_over(
    alice: Browser, dana: Browser, address: str, *, fragment: bool
) -> None:
    page = alice.post(address, fragment=fragment, **ALICES, seen="0")
    assert page.status == 422
    assert "Någon annan har ändrat punkten medan du skrev" in page
    assert {name: beside(page, name) for name in DANAS} == {
        "title": "Danas rubrik", "presenter": "", "minutes": "5", "kind": "Beslut", "description": "Danas\ntext"
    }  # fmt: skip
    assert 'aria-describedby="edit-title-now"' in page.html
    assert "Det här skiljer sig: Rubrik , Minuter , Typ , Beskrivning" in page
    assert 'value="Alices rubrik"' in page.html
    assert 'value="discussion" checked' in page.html
    assert ">Alices</textarea>" in page.html.replace("\r\n", "")
    assert "Danas rubrik" in dana.get(address).html


@pytest.mark.parametrize("fragment", [False, True])
def test_saving_again_is_a_choice(alice: Browser, address: str, *, fragment: bool) -> None:
    page = alice.post(address, fragment=fragment, **ALICES, seen="0")
    seen = re.search(r'name="seen"[^>]*value="(\d+)"', page.html)
    assert seen is not None
    assert alice.post(address, fragment=fragment, **ALICES, seen=seen[1]).status == (200 if fragment else 303)
    assert agenda_of(alice.get(address.partition("/agenda")[0]))[0] == "1. Alices rubrik"


def test_when_there_is_a_mistake_too_both_are_told(alice: Browser, address: str) -> None:
    page = alice.post(address, **{**ALICES, "title": ""}, seen="0")
    assert page.status == 422
    assert "Skriv vad punkten handlar om" in page
    assert beside(page, "title") == "Danas rubrik"
    assert 'aria-describedby="edit-title-error edit-title-now"' in page.html


def test_who_wrote_the_same_has_nothing_to_choose(alice: Browser, address: str) -> None:
    assert "Danas rubrik är ändrad" in alice.send(address, **DANAS, seen="0")


def test_whose_form_came_without_a_revision_is_told_too(alice: Browser, address: str) -> None:
    page = alice.post(address, **ALICES)
    assert page.status == 422
    assert beside(page, "title") == "Danas rubrik"


def test_in_english_the_words_are_marked_as_what_they_are(alice: Browser, address: str) -> None:
    data = {"csrf_token": alice.csrf, **ALICES, "seen": "0"}
    page = Page(alice.client.post(address, data=data, headers={"Accept-Language": "en"}))
    assert beside(page, "title") == '<span lang="sv">Danas rubrik</span>'
    assert beside(page, "kind") == "Decision"
