"""A coordinator builds the agenda: adds, moves, changes, removes and puts back, with and without a script."""

import re

import pytest

from tests.browser_double import Browser, Page
from tests.meetings.conftest import Made
from tests.meetings.reading import agenda_of

ITEM = {"title": "Sommarläsning 2027", "presenter": "Bob Åberg", "minutes": "20", "kind": "decision"}


def _next_at(page: Page) -> str:
    """When the item would come up that one is about to write."""
    return page.html.split('id="add">')[1].split("</time>")[0].rsplit(">", 1)[1]


def test_an_item_stands_before_what_closes_the_meeting_with_its_clock_time(alice: Browser, meeting: Made) -> None:
    assert _next_at(alice.get(meeting.url)) == "10.00"
    page = alice.send(f"{meeting.url}/agenda", **ITEM)
    assert "Sommarläsning 2027 är tillagd som punkt 3, före Övriga frågor." in page
    assert agenda_of(page) == ["1. Inledning", "2. Sommarläsning", "Paus", "3. Sommarläsning 2027", "4. Övriga frågor"]
    assert "10.00 3. Sommarläsning 2027 Beslut · Bob Åberg 20 min" in page
    assert _next_at(page) == "10.20"
    assert page.text.index("Lägg till en punkt") < page.text.index("4. Övriga frågor")
    assert "60 av 150 minuter är planerade, 90 kvar. Punkterna är klara kl. 10.30, mötet slutar kl. 12.00." in page


def test_whoever_hears_what_was_done_hears_too_when_it_is_too_much(alice: Browser, meeting: Made) -> None:
    page = alice.post(f"{meeting.url}/agenda", fragment=True, **{**ITEM, "minutes": "110"})
    assert "är tillagd som punkt 3, före Övriga frågor." in page
    assert "minuter för mycket." not in page.text.partition("är tillagd")[2]  # it fills the meeting to the minute
    page = alice.post(f"{meeting.url}/agenda", fragment=True, **{**ITEM, "minutes": "1"})
    assert "är tillagd som punkt 4, före Övriga frågor. Nu är det 1 minut för mycket." in page


def test_with_a_script_only_the_agenda_comes_back_ready_for_the_next_item(alice: Browser, meeting: Made) -> None:
    page = alice.post(f"{meeting.url}/agenda", fragment=True, **ITEM)
    assert page.status == 200
    assert page.html.lstrip().startswith('<section class="section" id="agenda"')
    assert 'id="add-title" name="title" value="" data-focus' in page.html
    assert "Sommarläsning 2027 är tillagd" in page
    assert "hx-preserve" not in page.html  # the form that was sent is emptied


@pytest.mark.parametrize("fragment", [True, False])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "Skriv vad punkten handlar om"),
        ({"title": "x" * 201}, "Det är för långt. Skriv högst 200 tecken"),
        ({"minutes": "en kvart"}, "Skriv hur många minuter punkten tar, till exempel 15"),
        ({"minutes": ""}, "Skriv hur många minuter punkten tar, till exempel 15"),
        ({"minutes": "601"}, "Skriv högst 600 minuter, eller dela upp punkten"),
        ({"kind": "party"}, "Välj bland dem som står här"),
    ],
)
def test_a_mistake_is_told_and_what_was_typed_is_kept(
    alice: Browser, meeting: Made, wrong: dict[str, str], said: str, fragment: bool
) -> None:
    page = alice.post(f"{meeting.url}/agenda", fragment=fragment, **{**ITEM, **wrong})
    assert page.status == 422
    assert page.text.count(said) == 2  # in the summary and beside the field
    assert 'value="Bob Åberg"' in page.html
    assert len(agenda_of(page)) == 4
    assert fragment or page.title.startswith("Fel: Läsning på fritiden tis 24 nov")


def test_a_pause_needs_no_name_and_has_no_number(alice: Browser, meeting: Made) -> None:
    page = alice.send(f"{meeting.url}/agenda", title="", minutes="15 min", kind="pause")
    assert "Paus är tillagd före Övriga frågor." in page
    assert agenda_of(page)[2:] == ["Paus", "Paus", "3. Övriga frågor"]
    assert "10.00 Paus 15 min" in page


@pytest.mark.parametrize(
    ("title", "direction", "said", "order"),
    [
        ("Sommarläsning", "up", "Sommarläsning är nu punkt 1.", "2. Inledning"),
        ("Inledning", "down", "Inledning är nu punkt 2.", "2. Inledning"),
        ("Inledning", "up", "Inledning står kvar som punkt 1.", "2. Sommarläsning"),
        ("Övriga frågor", "down", "Övriga frågor står kvar som punkt 3.", "2. Sommarläsning"),
        ("Övriga frågor", "up", "Övriga frågor kommer nu före pausen.", "2. Sommarläsning"),
        ("Paus", "up", "Pausen är flyttad", "Paus"),
    ],
)
def test_moving_is_said_in_words_and_the_focus_stays(
    alice: Browser, meeting: Made, title: str, direction: str, said: str, order: str
) -> None:
    page = alice.post(f"{meeting.item(title)}/move", fragment=True, direction=direction)
    assert said in page
    assert agenda_of(page)[1] == order
    assert page.html.count("data-focus") == 1
    button = page.html.split("data-focus")[0].rsplit("<button", 1)[1]
    assert f"{meeting.item(title)}/move" in button
    assert "hx-preserve" in page.html  # an item that is being typed stays as it is


def test_moving_without_a_script_comes_back_to_the_item(alice: Browser, meeting: Made) -> None:
    page = alice.post(f"{meeting.item('Sommarläsning')}/move", direction="up")
    assert page.status == 303
    place = f"item-{meeting.items['Sommarläsning']}"
    assert page.location == f"{meeting.url}?told={place}#{place}"
    row = alice.get(page.location).html.split(f'<li id="{place}"')[1].split("</li>")[0]
    assert "<noscript>" in row  # the top of the page is out of sight
    assert "Sommarläsning är nu punkt 1." in row


def test_without_a_script_what_was_added_is_told_at_the_form(alice: Browser, meeting: Made) -> None:
    page = alice.post(f"{meeting.url}/agenda", **ITEM)
    assert page.location == f"{meeting.url}?told=add#add"
    form = alice.get(page.location).html.split('<li class="adding" id="add">')[1].split("form-row")[0]
    assert "Sommarläsning 2027 är tillagd som punkt 3, före Övriga frågor." in form
    again = alice.get(page.location)
    assert "är tillagd" not in again


def test_nonsense_moves_nothing(alice: Browser, meeting: Made) -> None:
    assert alice.post(f"{meeting.item('Inledning')}/move", direction="sideways").status == 400
    assert alice.post(f"{meeting.url}/agenda/{'0' * 8}-0000-0000-0000-{'0' * 12}/move", direction="up").status == 404


def test_an_item_is_changed_in_its_row(alice: Browser, meeting: Made) -> None:
    form = alice.get(f"{meeting.item('Inledning')}/edit", fragment=True)
    assert form.html.lstrip().startswith('<li class="adding" id="item-')
    assert "Ändra punkt 1" in form
    fields = {"minutes": "25", "kind": "information", "description": "Med *fika*.", "seen": "0"}
    page = alice.post(f"{meeting.item('Inledning')}/edit", fragment=True, title="Välkomna", **fields)
    assert "Välkomna är ändrad" in page
    assert "1. Välkomna Information Med fika ." in page
    assert "9.55 2. Sommarläsning" in page
    assert "/edit" in page.html.split("data-focus")[0].rsplit("<a", 1)[1]


def test_a_mistake_in_a_change_replaces_only_its_row(alice: Browser, meeting: Made) -> None:
    page = alice.post(
        f"{meeting.item('Inledning')}/edit", fragment=True, title="", minutes="5", kind="decision", seen="0"
    )
    assert page.status == 422
    assert page.headers["HX-Retarget"].startswith("#item-")
    assert "Skriv vad punkten handlar om" in page


def test_without_a_script_a_change_has_a_page_of_its_own(alice: Browser, meeting: Made) -> None:
    page = alice.get(f"{meeting.item('Sommarläsning')}/edit")
    assert page.title == "Ändra Sommarläsning – Läsning på fritiden – Knutpunkt"
    page = alice.send(f"{meeting.item('Sommarläsning')}/edit", title="Läsning", minutes="5", kind="decision", seen="0")
    assert "Läsning är ändrad" in page
    assert "2. Läsning" in agenda_of(page)


def test_an_item_is_removed_and_put_back_where_it_was(alice: Browser, meeting: Made) -> None:
    address = meeting.item("Sommarläsning")
    page = alice.post(f"{address}/remove", fragment=True)
    assert agenda_of(page) == ["1. Inledning", "Paus", "2. Övriga frågor"]
    assert "Sommarläsning är borttagen. Ångra Paus" in page.text.replace("10.00 ", "").replace("9.40 ", "")
    page = alice.post(f"{address}/restore", fragment=True)
    assert "Sommarläsning är tillbaka" in page
    assert agenda_of(page) == ["1. Inledning", "2. Sommarläsning", "Paus", "3. Övriga frågor"]


def test_without_a_script_there_is_a_way_back_too(alice: Browser, meeting: Made) -> None:
    address = meeting.item("Övriga frågor")
    page = alice.send(f"{address}/remove")
    assert "Övriga frågor är borttagen. Ångra" in page
    assert f'formaction="{address}/restore"' in page.html
    assert "Övriga frågor är tillbaka" in alice.send(f"{address}/restore")


def test_what_somebody_else_removed_is_told(alice: Browser, dana: Browser, meeting: Made) -> None:
    address = meeting.item("Inledning")
    dana.post(f"{address}/remove")
    for what in ({"direction": "up"}, None):
        page = alice.post(f"{address}/{'move' if what else 'remove'}", fragment=True, **(what or {}))
        assert page.status == 422
        assert "Någon annan har tagit bort punkten. Lägg till den igen om den ska vara med" in page
        assert "1. Sommarläsning" in page  # the agenda as it stands now


def test_too_long_an_agenda_is_a_warning_not_a_refusal(alice: Browser, meeting: Made) -> None:
    page = alice.send(f"{meeting.url}/agenda", title="Lång", minutes="130", kind="discussion")
    assert "170 av 150 minuter är planerade, 20 för mycket." in page
    assert "Med den här dagordningen slutar mötet kl. 12.20 i stället för kl. 12.00." in page
    late = re.findall(r'<time class="over"[^>]*>([^<]+)<', page.html)
    assert late == ["12.10", "12.10"]  # where the next item is written, and what follows it


def test_in_english_too(alice: Browser, meeting: Made) -> None:
    page = alice.get(meeting.url, headers={"Accept-Language": "en"})
    assert '<html lang="en"' in page.html
    assert "9:30" in page
