"""What looks like a slip is told before the minutes are published, and stops nobody."""

from tests.browser_double import Browser
from tests.minutes.writing import read_through

NOBODY = "Ingen är markerad som närvarande."
BOTH = "Punkt 2, ”Sommarläsning 2027”, är bordlagd och har ändå ett beslut."


def test_nothing_is_said_when_all_is_well(alice: Browser, desk: str, url: str, items: list[str]) -> None:
    alice.post(f"{desk}/{items[0]}", text="", revision="0", do="put-off")
    alice.post(f"{desk}/{items[1]}", text="", revision="0", clause="ha en kampanj", do="decide")
    page = alice.get(f"{url}/publish")
    assert NOBODY not in page
    assert "är bordlagd och har" not in page


def test_that_nobody_was_there_is_told(alice: Browser, desk: str, url: str) -> None:
    assert alice.post(f"{desk}/attendance", revision="0").status == 303
    assert NOBODY in alice.get(f"{url}/publish")
    assert alice.post(f"{url}/publish", read=read_through(alice, url)).status == 303


def test_an_item_that_waits_and_was_decided_is_told(alice: Browser, desk: str, url: str, items: list[str]) -> None:
    alice.post(f"{desk}/{items[1]}", text="", revision="0", clause="ha en kampanj", do="put-off")
    assert BOTH in alice.get(f"{url}/publish")
    assert alice.post(f"{url}/publish", read=read_through(alice, url)).status == 303


def test_a_missing_chair_and_a_decision_never_taken_are_told(alice: Browser, desk: str, url: str) -> None:
    page = alice.get(f"{url}/publish")
    assert "Ingen ordförande står i anteckningarna." in page
    assert "Punkt 2, ”Sommarläsning 2027”, skulle ge ett beslut men har inget." in page
    assert alice.post(f"{url}/publish", read=read_through(alice, url)).status == 303
