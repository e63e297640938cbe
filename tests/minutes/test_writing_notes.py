"""Those who write minutes begin them, write under each item, and nobody else sees the draft."""

from datetime import timedelta
from types import SimpleNamespace

from app import clock
from app.meetings.models import Meeting
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import call_meeting, make_secretary


def test_the_coordinator_begins_and_writes(alice: Browser, url: str, items: list[str]) -> None:
    page = alice.send(f"{url}/begin")
    assert page.status == 200
    assert "Anteckningar: Läsning på fritiden" in page
    assert "Närvaro, 1 av 2" in page  # Bob said that he joins online
    page = alice.send(f"{url}/write/{items[1]}", text="Alla tolv är med.", revision="0", pen="a", do="stay")
    assert "Alla tolv är med." in page
    assert "Sparat kl. 10.00" in page


def test_beginning_again_goes_on_with_the_same_draft(alice: Browser, desk: str, url: str, items: list[str]) -> None:
    alice.post(f"{desk}/{items[0]}", text="Hej", revision="0")
    assert "Hej" in alice.send(f"{url}/begin")


def test_every_move_saves_what_was_typed(alice: Browser, desk: str, items: list[str]) -> None:
    page = alice.send(f"{desk}/{items[0]}", text="Alice öppnar.", revision="0", do=f"go:{items[1]}")
    assert "Sommarläsning 2027" in page.title
    assert "Alice öppnar." in alice.get(f"{desk}?item={items[0]}")


def test_the_last_item_leads_to_the_question_of_publishing(alice: Browser, desk: str, items: list[str]) -> None:
    assert "Publicera minnesanteckningarna" in alice.send(f"{desk}/{items[2]}", text="Slut.", revision="0", do="review")


def test_words_are_saved_while_they_are_written(alice: Browser, desk: str, items: list[str]) -> None:
    answer = alice.post(f"{desk}/{items[1]}/note", fragment=True, text="En", revision="0", pen="p")
    assert answer.status == 200
    assert "Sparat kl. 10.00" in answer
    assert 'name="revision" value="1"' in answer.html
    assert "<textarea" not in answer.html  # the field that is being typed in is left alone


def test_a_note_that_is_too_long_is_told_and_not_cut(alice: Browser, desk: str, items: list[str]) -> None:
    answer = alice.post(f"{desk}/{items[1]}/note", fragment=True, text="x" * 50_001, revision="0")
    assert answer.status == 422
    assert "Inte sparat. Det är för långt. Skriv högst 50000 tecken" in answer
    page = alice.post(f"{desk}/{items[1]}", text="x" * 50_001, revision="0")
    assert page.status == 422
    assert "x" * 50_001 in page.html
    assert page.title.startswith("Fel: ")


def test_an_item_is_put_off_and_taken_up_after_all(alice: Browser, desk: str, items: list[str]) -> None:
    page = alice.send(f"{desk}/{items[1]}", text="", revision="0", do="put-off")
    assert "Punkten är bordlagd." in page
    answer = alice.post(f"{desk}/{items[1]}", fragment=True, text="", revision="0", do="take-up")
    assert "Punkten är bordlagd." not in answer
    assert "Punkten är inte längre bordlagd" in answer


def test_nobody_else_sees_the_draft(
    bob: Browser, charlie: Browser, nobody: Browser, desk: str, url: str, items: list[str]
) -> None:
    for browser, status in ((bob, 403), (charlie, 403), (nobody, 303)):
        assert browser.get(desk).status == status
        assert browser.get(f"{url}/publish").status == status
    for browser, status in ((bob, 403), (charlie, 403), (nobody, 401)):
        for address in (f"{url}/begin", f"{desk}/{items[0]}", f"{desk}/{items[0]}/note", f"{desk}/attendance",
                        f"{url}/publish", f"{url}/correct", f"{url}/discard"):  # fmt: skip
            assert browser.post(address, text="x", revision="0").status == status, address


def test_a_closed_networks_draft_does_not_exist_to_a_stranger(world: SimpleNamespace, charlie: Browser) -> None:
    url = f"/meetings/{call_meeting(world.secret).id}/minutes"
    for address in ("", "/write", "/publish", "/discard"):
        assert charlie.get(url + address).status == 404
    assert charlie.post(f"{url}/begin").status == 404


def test_chair_and_secretary_write_too(world: SimpleNamespace, bob: Browser, meeting: Meeting, url: str) -> None:
    make_secretary(world.bob, world.children)
    page = bob.send(f"{url}/begin")
    assert page.status == 200
    assert 'name="secretary" value="Bob Åberg"' in page.html


def test_minutes_can_begin_the_day_before_and_no_sooner(world: SimpleNamespace, alice: Browser) -> None:
    url = f"/meetings/{call_meeting(world.children, starts_at=NOW + timedelta(days=1)).id}/minutes"
    with clock.held_at(NOW - timedelta(hours=11)):  # the evening two days before
        answer = alice.post(f"{url}/begin")
        assert answer.status == 422
        assert "Du kan börja skriva anteckningarna dagen före mötet" in answer
        assert "Du kan börja skriva anteckningarna dagen före mötet" in alice.get(f"{url}/write")
    assert alice.post(f"{url}/begin").status == 303


def test_a_meeting_that_is_not_called_has_no_minutes(world: SimpleNamespace, alice: Browser) -> None:
    planned = call_meeting(world.children, called=False)
    answer = alice.post(f"/meetings/{planned.id}/minutes/begin")
    assert answer.status == 422
    assert "Kalla till mötet först" in answer


def test_the_writing_page_speaks_english_and_fits_the_wall(alice: Browser, desk: str, items: list[str]) -> None:
    assert alice.get(desk, headers={"Accept-Language": "en"}).status == 200
    assert 'data-view="projector"' in alice.get(f"{desk}?wall=1").html
    page = alice.send(f"{desk}/{items[0]}", revision="0", do=f"go:{items[1]}", wall="1")
    assert 'data-view="projector"' in page.html  # it stays there from item to item
