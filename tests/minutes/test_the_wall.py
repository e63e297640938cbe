"""On the wall of the meeting room everyone reads along, while somebody writes at another table."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import clock
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import call_meeting, make_secretary, read_through
from tests.statements import counted

MINUTE = timedelta(minutes=1)


@pytest.fixture
def wall(desk: str, url: str) -> str:
    """The wall's address, once the minutes have begun."""
    return f"{url}/wall"


def test_it_shows_the_item_whose_turn_it_is(alice: Browser, wall: str) -> None:
    page = alice.get(wall)
    assert 'data-view="projector"' in page.html
    assert "2. Sommarläsning 2027" in page
    assert "Beslut, 10.00–10.15" in page
    assert "punkt 2 av 3, 15 min kvar" in page
    assert "Härnäst: 3. Övriga frågor, kl. 10.15" in page
    assert "Inget antecknat än" in page


def test_it_shows_what_was_said_decided_and_promised_and_asks_for_nothing(
    alice: Browser, wall: str, desk: str, items: list[str]
) -> None:
    typed = {"text": "Alla **tolv** är med.", "clause": "göra om kampanjen", "revision": "0"}
    alice.post(f"{desk}/{items[1]}", **typed)
    alice.post(f"{desk}/{items[1]}", text="Alla **tolv** är med.", revision="1", what="Skriva brevet", owner_text="Bob")
    page = alice.get(f"{wall}?item={items[1]}")
    assert "<strong>tolv</strong>" in page.html
    assert "Nätverket beslutar att göra om kampanjen" in page
    assert "Skriva brevet" in page
    assert "Inget antecknat än" not in page
    main = page.html.split("<main")[1].split("</main>")[0]
    assert not any(field in main for field in ("<form", "<textarea", "<input", "<button"))


def test_what_was_taken_away_is_gone_and_what_was_put_off_is_told(
    alice: Browser, wall: str, desk: str, items: list[str]
) -> None:
    page = alice.send(f"{desk}/{items[1]}", text="", clause="resa till månen", revision="0")
    record = page.html.split('id="record-')[1].split('"')[0]
    alice.post(f"{desk}/{items[1]}", text="", revision="1", do=f"remove:{record}")
    alice.post(f"{desk}/{items[1]}", text="", revision="2", do="put-off")
    page = alice.get(f"{wall}?item={items[1]}")
    assert "resa till månen" not in page
    assert "Punkten är bordlagd." in page


def test_one_steps_to_the_item_before_and_after_and_back_to_the_desk(
    alice: Browser, wall: str, desk: str, items: list[str]
) -> None:
    page = alice.get(f"{wall}?item={items[0]}")
    assert "Härnäst: Paus, kl. 9.45" in page
    assert 'rel="prev"' not in page.html
    assert f"{wall}?item={items[1]}" in page.html
    assert f'href="{desk}?item={items[0]}"' in page.html
    assert "Visa på duk" in alice.get(f"{desk}?item={items[0]}")
    last = alice.get(f"{wall}?item={items[2]}")
    assert 'rel="next"' not in last.html
    assert "Härnäst" not in last


def test_it_asks_again_and_gets_the_item_alone(alice: Browser, wall: str, desk: str, items: list[str]) -> None:
    assert f'hx-get="{wall}?item={items[1]}" hx-trigger="every 5s"' in alice.get(wall).html
    alice.post(f"{desk}/{items[1]}", text="Nyss skrivet.", revision="0")
    answer = alice.get(f"{wall}?item={items[1]}", fragment=True)
    assert answer.html.lstrip().startswith('<article class="wall" id="wall"')
    assert "Nyss skrivet." in answer
    assert "<html" not in answer.html


@pytest.mark.parametrize(
    ("passed", "told"), [(14, "1 min kvar"), (15, "tiden är slut"), (19, "4 min över tiden"), (-1, ""), (121, "")]
)
def test_it_tells_how_the_item_stands_to_its_time(
    alice: Browser, wall: str, items: list[str], passed: int, told: str
) -> None:
    with clock.held_at(NOW + passed * MINUTE):
        page = alice.get(f"{wall}?item={items[1]}")
    words = ("min kvar", "tiden är slut", "min över tiden")
    assert told in page if told else not any(each in page for each in words)


def test_after_the_meeting_it_begins_at_the_first_item(alice: Browser, wall: str) -> None:
    with clock.held_at(NOW + timedelta(hours=3)):
        assert "1. Mötet öppnas" in alice.get(wall)


def test_only_those_who_see_the_draft_see_it_on_the_wall(
    bob: Browser, charlie: Browser, nobody: Browser, wall: str
) -> None:
    assert [each.get(wall).status for each in (bob, charlie, nobody)] == [403, 403, 303]
    assert nobody.get(wall, fragment=True).status == 401


def test_a_closed_networks_wall_does_not_exist_to_a_stranger(world: SimpleNamespace, charlie: Browser) -> None:
    assert charlie.get(f"/meetings/{call_meeting(world.secret).id}/minutes/wall").status == 404


def test_the_secretary_opens_it_too(world: SimpleNamespace, bob: Browser, wall: str) -> None:
    make_secretary(world.bob, world.children)
    assert bob.get(wall).status == 200


def test_before_and_after_the_draft_it_leads_to_what_there_is(alice: Browser, url: str) -> None:
    assert alice.get(f"{url}/wall").location.endswith("/minutes/write")
    alice.post(f"{url}/begin")
    alice.post(f"{url}/publish", read=read_through(alice, url))
    assert alice.get(f"{url}/wall").location.endswith("/minutes")
    asked_again = alice.get(f"{url}/wall", fragment=True)
    assert asked_again.response.headers["HX-Redirect"].endswith("/minutes")


def test_it_costs_few_statements_and_speaks_english(alice: Browser, wall: str) -> None:
    assert counted(alice, wall) <= 14
    assert "min left" in alice.get(wall, headers={"Accept-Language": "en"}).html
