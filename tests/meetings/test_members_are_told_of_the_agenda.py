"""A published agenda reaches those who are called by mail, if the one who publishes it wants that."""

from collections.abc import Callable
from types import SimpleNamespace

from app import db
from app.mail.choices import switch_off
from app.mail.kinds import Kind
from app.occasions import actions as occasions
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.meetings.conftest import Made, planned
from tests.outbox import only, told, waiting, words, written

AGENDA = Kind.AGENDA_PUBLISHED


def test_the_question_says_how_many_and_that_many_get_it(world: SimpleNamespace, alice: Browser, meeting: Made) -> None:
    assert f"{meeting.url}/agenda/publish" in alice.get(meeting.url).links
    asked = alice.get(f"{meeting.url}/agenda/publish")
    assert asked.title.startswith("Publicera dagordningen?")
    assert "1 person får ett mejl." in asked
    page = alice.send(f"{meeting.url}/agenda/publish", with_letter="y")
    assert "Dagordningen är publicerad. 1 person får ett mejl." in page
    assert told() == [("Bob", "agenda-published")]


def test_it_says_what_comes_when(world: SimpleNamespace, alice: Browser, meeting: Made) -> None:
    alice.post(f"{meeting.url}/agenda/publish", with_letter="y")
    said = words(only(world.app))
    for part in ("Dagordning: Läsning på fritiden, tis 24 nov kl. 9.30", "9.30: 1. Inledning", "9.50: Paus",
                 "10.00: 3. Övriga frågor", "Var: Vimmerby bibliotek"):  # fmt: skip
        assert part in said


def test_without_the_box_it_is_published_quietly(alice: Browser, bob: Browser, meeting: Made) -> None:
    alice.post(f"{meeting.url}/agenda/publish")
    assert told() == []
    assert "Sommarläsning" in bob.get(meeting.url)


def test_a_double_click_is_one_letter(alice: Browser, meeting: Made) -> None:
    for _ in range(2):
        alice.post(f"{meeting.url}/agenda/publish", with_letter="y")
    assert len(waiting()) == 1


def test_withdrawn_before_it_has_left_nobody_gets_it(alice: Browser, meeting: Made) -> None:
    alice.post(f"{meeting.url}/agenda/publish", with_letter="y")
    alice.post(f"{meeting.url}/agenda/withdraw")
    assert told() == []
    alice.post(f"{meeting.url}/agenda/publish", with_letter="y")
    assert told() == [("Bob", "agenda-published")]


def test_cancelled_before_it_has_left_it_is_not_sent(world: SimpleNamespace, alice: Browser, meeting: Made) -> None:
    alice.post(f"{meeting.url}/agenda/publish", with_letter="y")
    alice.post(f"{meeting.url}/cancel")
    assert [written(world.app, each) for each in waiting(AGENDA)] == [None]


def test_who_does_without_is_not_counted(world: SimpleNamespace, alice: Browser, meeting: Made) -> None:
    switch_off(world.bob.id, AGENDA, world.children.id)
    db.session.commit()
    assert "Ingen får något mejl." in alice.get(f"{meeting.url}/agenda/publish")
    alice.post(f"{meeting.url}/agenda/publish", with_letter="y")
    assert told() == []


def test_who_has_the_call_coming_reads_the_agenda_there(
    world: SimpleNamespace, alice: Browser, make_meeting: Callable[..., Made]
) -> None:
    meeting = make_meeting("Inledning", then=planned)
    alice.post(f"{meeting.url}/call")
    alice.post(f"{meeting.url}/agenda/publish", with_letter="y")
    assert told() == [("Bob", "meeting-called")]
    assert "Dagordning: 1. Inledning" in words(only(world.app))


def test_there_is_nothing_to_ask_of_a_draft_or_an_empty_agenda(
    alice: Browser, bob: Browser, make_meeting: Callable[..., Made]
) -> None:
    draft, empty = make_meeting("Inledning", then=planned), make_meeting()
    assert "Kalla till mötet först" in alice.get(f"{draft.url}/agenda/publish")
    assert "Lägg till en punkt först" in alice.get(f"{empty.url}/agenda/publish")
    assert bob.get(f"{empty.url}/agenda/publish").status == 403


def test_published_already_it_says_so(alice: Browser, make_meeting: Callable[..., Made]) -> None:
    meeting = make_meeting("Inledning", then=occasions.call, facts={"agenda_published_at": NOW})
    assert "Dagordningen är redan publicerad." in alice.get(f"{meeting.url}/agenda/publish")
