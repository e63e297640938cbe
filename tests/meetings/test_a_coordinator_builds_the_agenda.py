"""A coordinator builds the agenda."""
from tests.browser_double import Browser


def test_an_item_stands_on_the_agenda_with_its_time(alice: Browser, url: str) -> None:
    page = alice.send(f"{url}/agenda", title="Sommarläsning 2027", presenter="Bob Åberg", minutes="20", kind="decision")
    print(page.text)
    assert "1. Sommarläsning 2027" in page
