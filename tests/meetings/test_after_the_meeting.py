"""What can still be done with an agenda when the meeting has begun, been held, cancelled or written up."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app import clock
from app.occasions import actions as occasions
from tests.browser_double import Browser, Page
from tests.meetings.conftest import BEGINS, Made

HELD = "Mötet har hållits. Börja skriva anteckningarna, så går det att lägga till det som kom upp"
WRITTEN = "Mötets anteckningar är publicerade, så dagordningen ligger fast"
CANCELLED = "Mötet är inställt. Ångra det först om det ska bli av ändå"
NEW = {"title": "Det som kom upp", "minutes": "5", "kind": "discussion"}


def try_all(browser: Browser, meeting: Made) -> list[Page]:
    """Try each change of the agenda the day after the meeting."""
    agenda, item = f"{meeting.url}/agenda", meeting.item("Inledning")
    with clock.held_at(BEGINS + timedelta(days=1)):
        again = Browser(browser.app, browser.person)
        return [
            again.post(agenda, fragment=True, **NEW),
            again.post(f"{item}/edit", fragment=True, seen="0", **NEW),
            again.post(f"{item}/move", fragment=True, direction="down"),
            again.post(f"{item}/remove", fragment=True),
            again.post(f"{agenda}/publish", fragment=True),
            again.post(f"{agenda}/withdraw", fragment=True),
        ]


@pytest.mark.parametrize(("how", "words"), [("held", HELD), ("written", WRITTEN), ("cancelled", CANCELLED)])
def test_the_agenda_then_stands_as_it_is(
    alice: Browser, make_meeting: Callable[..., Made], how: str, words: str
) -> None:
    facts = {"minutes_started_at": BEGINS, "minutes_published_at": BEGINS} if how == "written" else {}
    then = occasions.cancel if how == "cancelled" else occasions.call
    meeting = make_meeting("Inledning", "Sommarläsning", facts=facts, then=then)
    pages = try_all(alice, meeting)
    assert [page.status for page in pages] == [422] * len(pages)
    assert all(words in page for page in pages)
    assert 'value="Det som kom upp"' in pages[0].html  # what was typed is not lost
    assert 'value="Det som kom upp"' in pages[1].html


def test_what_comes_up_at_the_meeting_is_added(alice: Browser, make_meeting: Callable[..., Made]) -> None:
    url = make_meeting("Inledning").url
    with clock.held_at(BEGINS + timedelta(hours=1)):
        page = Browser(alice.app, alice.person).send(f"{url}/agenda", **NEW)
    assert "2. Det som kom upp" in page


def test_while_notes_are_written_items_come_and_move_but_do_not_go(
    alice: Browser, make_meeting: Callable[..., Made]
) -> None:
    meeting = make_meeting("Inledning", "Sommarläsning", facts={"minutes_started_at": BEGINS})
    added, changed, moved, removed, published, withdrawn = try_all(alice, meeting)
    assert "3. Det som kom upp" in added
    assert "1. Det som kom upp" in changed
    assert "2. Det som kom upp" in moved
    assert removed.status == 422
    assert "Anteckningarna är påbörjade, så punkten står kvar. Bordlägg den där i stället" in removed
    assert "Ta bort" not in removed
    assert (published.status, withdrawn.status) == (200, 200)


def test_a_held_meetings_page_has_no_tools(alice: Browser, make_meeting: Callable[..., Made]) -> None:
    url = make_meeting("Inledning").url
    with clock.held_at(BEGINS + timedelta(days=1)):
        page = Browser(alice.app, alice.person).get(url)
    assert "1. Inledning" in page
    assert "Flytta" not in page
    assert "Lägg till en punkt" not in page
