"""A form that is sent twice adds one item, also without scripts."""

import re
from collections.abc import Callable

from tests.browser_double import Browser
from tests.meetings.conftest import Made


def test_sent_twice_it_is_one(alice: Browser, meeting: Made) -> None:
    once = re.search(r'name="once"[^>]* value="([^"]+)"', alice.get(meeting.url).html)
    assert once is not None
    for _ in range(2):
        page = alice.send(f"{meeting.url}/agenda", title="Budget", minutes="15", kind="discussion", once=once.group(1))
    assert page.html.count("Budget</h3>") == 1


def test_the_next_form_is_another(alice: Browser, meeting: Made) -> None:
    given = set()
    for _ in range(2):
        form = alice.post(f"{meeting.url}/agenda", fragment=True, title="Budget", minutes="15", kind="discussion").html
        given |= set(re.findall(r'name="once"[^>]* value="([^"]+)"', form))
    assert len(given) == 2


def test_a_number_that_is_none_or_another_meetings_is_not_used(
    alice: Browser, meeting: Made, make_meeting: Callable[..., Made]
) -> None:
    other = make_meeting("Annat")
    for once in ("", "x", "9" * 5000, other.item("Annat")):
        page = alice.send(f"{meeting.url}/agenda", title="Budget", minutes="15", kind="discussion", once=once)
    assert page.html.count("Budget</h3>") == 4
    assert "Annat" in alice.get(other.url)
