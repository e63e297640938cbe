"""Whatever a browser, a program or a prankster sends, it is answered in words."""

from types import SimpleNamespace

import pytest

from tests.browser_double import Browser

NEW = "/networks/barn-och-unganatverket/meetings/new"


@pytest.mark.parametrize("address", ["/networks/%00", "/networks/barn%00", "/actions?network=a%00b"])
def test_a_character_that_no_text_has_leads_nowhere(alice: Browser, address: str) -> None:
    page = alice.get(address)
    assert page.status == 404
    assert "Sidan finns inte" in page


@pytest.mark.parametrize(
    "address", ["/people?name=%00alice", "/decisions?q=%00", "/calendar?month=%002026-11", "/?%00"]
)
def test_in_what_is_sought_it_counts_for_nothing(alice: Browser, address: str) -> None:
    assert alice.get(address).status == 200
    assert "Alice Almgren" in alice.get("/people?name=al%00ice")


@pytest.mark.parametrize("address", ["/", NEW, "/networks/new", "/healthz", "/login"])
def test_a_program_may_ask_which_methods_there_are(alice: Browser, address: str) -> None:
    answer = alice.client.options(address)
    assert answer.status_code == 200
    assert "GET" in answer.headers["Allow"]
    assert answer.data == b""


def test_far_too_long_a_text_comes_back_with_a_sentence_beside_it(alice: Browser) -> None:
    typed = "ä" * 1_000_000
    page = alice.post(NEW, title="Höstmöte", description=typed)
    assert page.status == 422
    assert "Det är för långt. Skriv högst 4000 tecken" in page
    assert typed in page.html


def test_what_no_page_can_carry_is_refused_in_words(alice: Browser) -> None:
    page = alice.post(NEW, title="x" * (6 * 1024 * 1024))
    assert page.status == 413
    assert "för stor" in page


def test_a_hidden_number_that_is_none_counts_as_an_old_page(world: SimpleNamespace, alice: Browser) -> None:
    path = alice.post(NEW, title="Möte", hosts=str(world.children.id), lasts="days", first_day="2026-12-01").location
    alice.post(f"{path}/agenda", title="Budget", minutes="15", kind="discussion")
    action = next(each for each in alice.get(path).links if each.endswith("/edit") and "/agenda/" in each)
    for seen in ("9" * 5000, "²", "-1", ""):
        page = alice.post(action, title="Bokslut", minutes="15", kind="discussion", seen=seen)
        assert page.status == 422
        assert "Någon annan har ändrat punkten" in page
        assert "Bokslut" in page.html
