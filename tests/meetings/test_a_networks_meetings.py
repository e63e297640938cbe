"""All meetings of a network, to come and past."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.browser_double import Browser
from tests.meetings.conftest import Made, planned

URL = "/networks/barn-och-unganatverket/meetings"
PAST = datetime(2026, 3, 3, 8, 30, tzinfo=UTC)


def test_those_to_come_stand_in_order_and_those_past_latest_first(
    bob: Browser, make_meeting: Callable[..., Made]
) -> None:
    for days, title in ((0, "Mars"), (30, "April"), (260, "Kommande två"), (255, "Kommande ett")):
        make_meeting(title=title, begins=PAST + timedelta(days=days))
    text = bob.get(URL).text
    places = [
        text.index(words)
        for words in ("Kommande möten", "Kommande ett", "Kommande två", "Tidigare möten", "April", "Mars")
    ]
    assert places == sorted(places)


def test_drafts_are_seen_by_those_who_plan(alice: Browser, bob: Browser, make_meeting: Callable[..., Made]) -> None:
    make_meeting(title="Hemlig plan", then=planned)
    assert "Hemlig plan" in alice.get(URL)
    assert "Hemlig plan" not in bob.get(URL)
    assert f"{URL}/new" in alice.get(URL).links
    assert f"{URL}/new" not in bob.get(URL).links


def test_published_notes_are_one_click_away(charlie: Browser, make_meeting: Callable[..., Made]) -> None:
    meeting = make_meeting(title="Mars", begins=PAST, facts={"minutes_published_at": PAST + timedelta(hours=5)})
    page = charlie.get(URL)
    assert f"{meeting.url}/minutes" in page.links
    assert "Minnesanteckningar" in page


def test_a_long_list_is_paged_and_asks_no_more(
    bob: Browser, make_meeting: Callable[..., Made], asked: Callable
) -> None:
    make_meeting(title="Möte 0", begins=PAST)
    bob.get(URL)
    with asked() as few:
        bob.get(URL)
    for number in range(1, 41):
        make_meeting(title=f"Möte {number:02}", begins=PAST + timedelta(days=number))
    with asked() as many:
        first = bob.get(URL)
    assert len(many) == len(few)
    assert "Sida 1 av 3" in first
    assert "Möte 40" in first
    assert "Möte 20" not in first
    last = bob.get(f"{URL}?page=3")
    assert last.title.startswith("Möten (sida 3)")
    assert "Möte 0" in last
    assert bob.get(f"{URL}?page=4").status == 404
    assert bob.get(f"{URL}?page=x").status == 200


def test_an_empty_list_says_what_will_come_here(bob: Browser) -> None:
    page = bob.get(URL)
    assert "Inget möte är planerat" in page
    assert "Inget möte har hållits än" in page
