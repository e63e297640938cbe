"""A member says on the page whether they come; the last word counts."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import db
from app.networks.kinds import Role
from app.occasions import actions
from tests.browser_double import Browser, Page
from tests.conftest import NOW
from tests.occasions.conftest import occasion_at

Make = Callable[..., str]


def pressed(page: Page) -> list[str]:
    """The answers that are shown as given."""
    html = " ".join(page.html.split())
    return [each for each in ("on-site", "online", "no", "unsure") if f'value="{each}" aria-pressed="true"' in html]


def test_the_question_and_its_answers(bob: Browser, make: Make) -> None:
    page = bob.get(make())
    for words in ("Kommer du?", "På plats", "Digitalt", "Kan inte", "Vet inte än", "0 av 2 kommuner har svarat"):
        assert words in page
    assert pressed(page) == []


def test_without_a_script_the_answer_leads_back_to_the_page(bob: Browser, make: Make) -> None:
    path = make()
    page = bob.send(f"{path}/answer", reply="on-site")
    assert page.response.request.path == path
    assert "Ditt svar är sparat: på plats" in page
    assert pressed(page) == ["on-site"]


def test_it_leads_back_to_where_it_was_asked_but_never_elsewhere(bob: Browser, make: Make) -> None:
    path = make()
    assert bob.post(f"{path}/answer", reply="no", next="/calendar?month=2026-11").location == "/calendar?month=2026-11"
    for address in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        assert bob.post(f"{path}/answer", reply="no", next=address).location == "/"


def test_with_htmx_the_question_comes_back_answered(bob: Browser, make: Make) -> None:
    page = bob.post(f"{make()}/answer", reply="online", fragment=True)
    assert page.status == 200
    assert page.html.lstrip().startswith('<div id="answer">')
    assert pressed(page) == ["online"]
    assert "Ditt svar är sparat: digitalt" in page
    assert "data-focus" in page.html
    assert "<html" not in page.html


@pytest.mark.parametrize("own_page", [True, False])
def test_the_answer_that_comes_back_says_what_the_page_says(bob: Browser, make: Make, own_page: bool) -> None:
    path = make()
    asked_at = path if own_page else "/"
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://localhost{asked_at}"}
    fields = {"csrf_token": bob.csrf, "reply": "online"}
    page = Page(bob.client.post(f"{path}/answer", data=fields, headers=headers))
    for each in (page, bob.get(asked_at)):
        assert ("1 av 2 kommuner har svarat." in each) == own_page


def test_the_last_word_counts(bob: Browser, make: Make) -> None:
    path = make()
    for reply in ("on-site", "no", "unsure", "no"):
        bob.post(f"{path}/answer", reply=reply)
    assert pressed(bob.get(path)) == ["no"]
    assert len(occasion_at(path).answers) == 1


def test_no_answer_or_an_unknown_one_is_told_in_words(bob: Browser, make: Make) -> None:
    path = make()
    for reply in (None, "", "maybe"):
        page = bob.post(f"{path}/answer", reply=reply, fragment=True)
        assert (page.status, "Välj ett av svaren" in page) == (422, True)
    assert "Välj ett av svaren" in bob.send(f"{path}/answer", reply="maybe")
    assert pressed(bob.get(path)) == []


def test_the_cancelled_and_the_held_take_no_answers(world: SimpleNamespace, bob: Browser, make: Make) -> None:
    cancelled = make("Inställd")
    actions.cancel(occasion_at(cancelled))
    db.session.commit()
    held = make("Hållen", begins=NOW - timedelta(days=3))
    for path, words in ((cancelled, "Det är inställt"), (held, "Det har redan hållits")):
        page = bob.post(f"{path}/answer", reply="no", fragment=True)
        assert (page.status, words in page) == (422, True)
        plain = bob.send(f"{path}/answer", reply="no")
        assert (plain.response.request.path, words in plain) == (path, True)
        assert "Kommer du?" not in bob.get(path)
        assert occasion_at(path).answers == []


def test_it_takes_answers_until_it_is_over(world: SimpleNamespace, bob: Browser, make: Make) -> None:
    path = make(begins=NOW - timedelta(hours=1))
    assert bob.post(f"{path}/answer", reply="online").status == 303


def test_a_coordinator_does_not_answer_to_a_draft(alice: Browser, make: Make) -> None:
    page = alice.post(f"{make(call=False)}/answer", reply="no", fragment=True)
    assert (page.status, "bara ett utkast än" in page) == (422, True)


def test_only_members_answer(
    world: SimpleNamespace, charlie: Browser, nobody: Browser, dana: Browser, make: Make, join: Callable
) -> None:
    guest = Browser(world.app, join("Gun", role=Role.GUEST))
    path, closed = make(), make("Hemlig", hosts=[world.secret])
    for browser in (charlie, dana, guest):
        page = browser.post(f"{path}/answer", reply="no")
        assert (page.status, "Bara medlemmar i nätverket kan svara" in page) == (403, True)
        assert "Kommer du?" not in browser.get(path)
    assert charlie.post(f"{closed}/answer", reply="no").status == 404
    assert nobody.post(f"{path}/answer", reply="no").status == 401
    assert occasion_at(path).answers == []


def test_nobody_is_on_site_where_there_is_only_a_link(bob: Browser, make: Make) -> None:
    page = bob.get(make(place="", link="https://meet.example/x"))
    assert "På plats" not in page
    assert "Digitalt" in page


def test_answering_never_tells_calendars_that_something_changed(bob: Browser, make: Make) -> None:
    path = make()
    was = occasion_at(path).revision
    bob.post(f"{path}/answer", reply="no")
    assert occasion_at(path).revision == was
