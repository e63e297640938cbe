"""A correction is a new version; the old one stays readable, and until it is published nothing changes for readers."""

import re
from types import SimpleNamespace

import pytest

from app.meetings.models import Meeting
from tests.browser_double import Browser
from tests.minutes.writing import begin_and_publish, read_through


@pytest.fixture
def published(alice: Browser, meeting: Meeting, items: list[str]) -> str:
    """Minutes with a decision and a promise of Bob's, published."""
    return begin_and_publish(
        alice, meeting, text="Elva är med.", clause="ha en kampanj", what="Ring", owner_text="Alla"
    )


@pytest.fixture
def correction(alice: Browser, published: str) -> str:
    """A correction of them that has been opened."""
    page = alice.send(f"{published}/correct")
    assert "Rättelsen är öppen." in page
    return f"{published}/write"


@pytest.fixture
def item(items: list[str]) -> str:
    return items[1]


def record_on(browser: Browser, correction: str, item: str, number: int = 0) -> str:
    return re.findall(r'id="record-([0-9a-f-]{36})"', browser.get(f"{correction}?item={item}").html)[number]


def publish(browser: Browser, url: str, why: str = "Det var tolv, inte elva.") -> None:
    assert browser.post(f"{url}/publish", read=read_through(browser, url), correction=why).status == 303


def test_until_it_is_published_readers_see_what_they_saw(
    alice: Browser, bob: Browser, published: str, correction: str, item: str
) -> None:
    alice.post(f"{correction}/{item}", text="Tolv är med.", revision="1")
    page = bob.get(published)
    assert "Elva är med." in page
    assert "rättelse" not in page.text.casefold()
    page = alice.get(published)
    assert "En rättelse är öppen." in page
    assert "Fortsätt rätta" in page


def test_it_becomes_version_two_and_version_one_can_be_read(
    alice: Browser, bob: Browser, published: str, correction: str, item: str
) -> None:
    alice.post(f"{correction}/{item}", text="Tolv är med.", revision="1")
    publish(alice, published)
    page = bob.get(published)
    assert "Tolv är med." in page
    assert "Rättat tors 5 nov: Det var tolv, inte elva." in page
    assert "Vad ändrades?" in page
    assert "Borttaget: Elva är med." in page
    assert "Tillagt: Tolv är med." in page
    page = bob.get(f"{published}?version=1")
    assert "Elva är med." in page
    assert "Tolv" not in page
    assert "Det här är version 1. Version 2 gäller." in page
    assert page.title.startswith("Minnesanteckningar 1/2026, version 1")
    for version in ("0", "3", "x", "99999999999"):
        assert bob.get(f"{published}?version={version}").status == 404


def test_a_correction_says_what_it_corrects(alice: Browser, published: str, correction: str) -> None:
    page = alice.post(f"{published}/publish", read=read_through(alice, published), correction=" ")
    assert page.status == 422
    assert "Skriv vad som är rättat" in page


def test_a_decision_keeps_its_number_when_its_words_change(
    alice: Browser, bob: Browser, published: str, correction: str, item: str
) -> None:
    decision = record_on(alice, correction, item)
    assert "Beslut 1/2026" in alice.get(f"{correction}?item={item}")
    alice.post(f"{correction}/{item}", text="Elva är med.", revision="1", decision=decision, clause="ha två kampanjer")
    alice.post(f"{correction}/{item}", text="Elva är med.", revision="1", clause="berätta om dem")
    publish(alice, published)
    page = bob.get("/decisions")
    assert "2/2026, Barn- och unganätverket att berätta om dem" in page
    assert "1/2026, Barn- och unganätverket att ha två kampanjer" in page
    assert "ha en kampanj" not in page


def test_a_decision_that_is_taken_away_leaves_the_list_and_its_number_is_not_used_again(
    alice: Browser, bob: Browser, published: str, correction: str, item: str
) -> None:
    decision = record_on(alice, correction, item)
    alice.post(f"{correction}/{item}", text="Elva är med.", revision="1", do=f"remove:{decision}")
    alice.post(f"{correction}/{item}", text="Elva är med.", revision="1", clause="något annat")
    publish(alice, published)
    page = bob.get("/decisions")
    assert "ha en kampanj" not in page
    assert "2/2026, Barn- och unganätverket att något annat" in page
    assert "ha en kampanj" in bob.get(f"{published}?version=1")


def test_a_promise_that_was_kept_stays_kept(
    world: SimpleNamespace, alice: Browser, published: str, correction: str, item: str
) -> None:
    page = alice.get("/actions?show=all")
    done = re.findall(r'action="(/actions/[^"]+/done)"', page.html)[0]
    alice.post(done)
    promise = record_on(alice, correction, item, 1)
    alice.post(
        f"{correction}/{item}", text="Elva är med.", revision="1", action=promise, what="Ring upp", owner_text="Alla"
    )
    publish(alice, published)
    page = alice.get("/actions?show=all")
    assert "Klart: Ring upp" in page
    assert "Väntar 0" in page


def test_it_can_be_thrown_away(alice: Browser, bob: Browser, published: str, correction: str, item: str) -> None:
    alice.post(f"{correction}/{item}", text="Fel.", revision="1", clause="ångra allt", do="put-off")
    assert "Kasta rättelsen?" in alice.get(f"{published}/discard")
    assert "Rättelsen är bortkastad" in alice.send(f"{published}/discard")
    assert "ångra" not in bob.get("/decisions")
    alice.post(f"{published}/correct")
    page = alice.get(f"{correction}?item={item}")
    assert "Elva är med.</textarea>" in page.html
    assert "ångra allt" not in page
    assert "bordlagd" not in page


def test_there_is_nothing_to_throw_away_or_correct_before_publishing(alice: Browser, desk: str, url: str) -> None:
    assert alice.post(f"{url}/correct").status == 422
    assert alice.post(f"{url}/discard").location == url
    assert alice.get(desk).status == 200


def test_opened_twice_it_is_the_same_correction(alice: Browser, published: str, correction: str, item: str) -> None:
    alice.post(f"{correction}/{item}", text="Tolv.", revision="1")
    alice.post(f"{published}/correct")
    page = alice.get(f"{correction}?item={item}")
    assert "Tolv.</textarea>" in page.html
    assert page.text.count("Beslut 1/2026") == 1
