"""What was decided can be found again by everyone who may read it: by network, year, number or words."""

import re
from types import SimpleNamespace
from uuid import UUID

import pytest

from app import db
from app.meetings.models import Meeting
from tests.browser_double import Browser
from tests.followup.conftest import Publish
from tests.minutes.writing import begin_and_publish, call_meeting, read_through


@pytest.fixture
def decided(world: SimpleNamespace, publish: Publish) -> None:
    """Decisions of this year and the last, in an open and in a closed network."""
    publish(world.children, decisions=("ha en gemensam Sommarläsning", "dela 100 % av ÄPPELHYLLORNA"), days_ago=3)
    publish(world.children, decisions=("byta mötesdag",), days_ago=1)
    publish(world.children, decisions=("ge ut en bok",), days_ago=400)
    publish(world.secret, decisions=("hålla tyst",), days_ago=2)


pytestmark = pytest.mark.usefixtures("decided")


def test_the_newest_come_first_with_their_numbers(bob: Browser) -> None:
    page = bob.get("/decisions")
    shown = [
        "3/2026, Barn- och unganätverket att byta mötesdag",
        "1/2026, Stängda gruppen att hålla tyst",
        "2/2026, Barn- och unganätverket att dela",
        "1/2026, Barn- och unganätverket att ha",
        "1/2025, Barn- och unganätverket att ge ut en bok",
    ]
    order = [page.text.index(words) for words in shown]
    assert order == sorted(order)
    assert "5 beslut" in page


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("q=äppelhyllorna", 1), ("q=SOMMARLÄSNING+gemensam", 1), ("q=sommar+tyst", 1), ("q=bokbuss+tyst", 0),
        ("q=1/2026", 2), ("q=3/2026", 1),
        ("q=%25", 1), ("q=_", 0), ("year=2025", 1), ("year=2026", 4), ("year=x", 5), ("year=99999999999999999999", 5),
        ("network=stangda-gruppen", 1), ("network=barn-och-unganatverket&year=2026&q=dag", 1), ("q=9999999999/2026", 0),
        ("q=mötesdagar", 1), ("q=FRITIDEN", 5), ("q=sommarläsning+2027", 5), ("q=unganätverket+bok", 1),
        ("page=99999999999999", 5), ("page=-1", 5),
    ],
)  # fmt: skip
def test_they_are_narrowed(bob: Browser, asked: str, number: int) -> None:
    page = bob.get(f"/decisions?{asked}")
    assert page.status == 200
    assert f"{number} beslut" in page


def test_what_was_asked_stays_in_the_form(bob: Browser) -> None:
    page = bob.get("/decisions?q=sommar&year=2026&network=barn-och-unganatverket")
    assert 'value="sommar"' in page.html
    assert "<option selected>2026</option>" in page.html
    assert '<option value="barn-och-unganatverket" selected>' in page.html
    assert "Beslut – Barn- och unganätverket" in page.title


def test_nothing_found_says_what_to_try(bob: Browser) -> None:
    assert "Prova med färre ord" in bob.get("/decisions?q=xyzzy+dag")
    assert "Prova med början av ordet" in bob.get("/decisions?q=xyzzy")


def test_a_decision_is_found_by_what_was_noted_under_its_item_once_that_is_published(
    world: SimpleNamespace, alice: Browser, bob: Browser
) -> None:
    url = begin_and_publish(
        alice,
        call_meeting(db.session.merge(world.children)),
        text="Vi talade om **Ölands** skyltmallar.",
        clause="vänta",
    )
    assert "1 beslut" in bob.get("/decisions?q=öland+skyltmall")
    item = db.session.get_one(Meeting, UUID(url.split("/")[2])).items[2].id
    alice.post(f"{url}/correct")
    assert alice.post(f"{url}/write/{item}", revision="1", text="Vi talade om bokbussen.").status == 303
    assert "0 beslut" in bob.get("/decisions?q=bokbussen")  # a draft is nobody's
    read = read_through(alice, url)
    assert alice.post(f"{url}/publish", read=read, correction="Fel ämne.").status == 303
    assert "1 beslut" in bob.get("/decisions?q=bokbussen")
    assert "0 beslut" in bob.get("/decisions?q=skyltmallar")


def test_from_the_list_one_comes_to_where_it_stands_in_the_notes(
    world: SimpleNamespace, alice: Browser, bob: Browser
) -> None:
    url = begin_and_publish(alice, call_meeting(db.session.merge(world.children)), clause="läsa högt")
    link = re.findall(rf'href="({url}#[^"]+)"', bob.get("/decisions?q=läsa+högt").html)
    assert len(link) == 1
    there = bob.get(url).html.partition(f'id="{link[0].partition("#")[2]}"')[2]
    assert there.index("läsa högt") < there.index("</section>")


def test_a_meeting_whose_notes_are_not_out_yet_is_told_of_to_those_who_see_it(
    world: SimpleNamespace, bob: Browser, charlie: Browser
) -> None:
    call_meeting(db.session.merge(world.children), title="Höststart för skyltmallarna")
    call_meeting(db.session.merge(world.secret), title="Höststart i tysthet")
    told = "Mötet Höststart för skyltmallarna , tors 5 nov, tar upp det här, men anteckningarna är inte publicerade än."
    for reader, closed in ((bob, True), (charlie, False)):
        page = reader.get("/decisions?q=HÖSTSTARTEN")
        assert told in page
        assert ("i tysthet" in page) is closed
    assert "tar upp det här" not in bob.get("/decisions?q=dag")
    assert "tar upp det här" not in bob.get("/decisions?q=bokbuss")


def test_a_network_that_does_not_exist_to_one_is_not_found_by_its_name(
    world: SimpleNamespace, alice: Browser, bob: Browser, charlie: Browser
) -> None:
    meeting = call_meeting(db.session.merge(world.children), db.session.merge(world.secret))
    begin_and_publish(alice, meeting, clause="göra det ihop")
    assert "göra det ihop" in bob.get("/decisions?q=stängda")
    assert "0 beslut" in charlie.get("/decisions?q=stängda")


def test_a_stranger_finds_only_what_is_open(charlie: Browser, nobody: Browser) -> None:
    page = charlie.get("/decisions")
    assert "4 beslut" in page
    assert "tyst" not in page
    assert "Stängda" not in page
    assert "0 beslut" in charlie.get("/decisions?q=tyst")
    assert charlie.get("/decisions?network=stangda-gruppen").status == 404
    assert nobody.get("/decisions").status == 303


def test_a_long_list_has_pages(world: SimpleNamespace, publish: Publish, bob: Browser) -> None:
    publish(world.children, decisions=tuple(f"göra sak {number}" for number in range(50)))
    page = bob.get("/decisions?q=a")
    assert "Sida 1 av 2" in page
    assert "/decisions?q=a&amp;page=2" in page.html
    assert "Sida 2 av 2" in bob.get("/decisions?q=a&page=2")
    assert bob.get("/decisions?q=a&page=2").text.count("Beslut ") < 20


def test_a_network_page_shows_its_latest(bob: Browser) -> None:
    page = bob.get("/networks/barn-och-unganatverket")
    assert "3/2026" in page
    assert "byta mötesdag" in page
    assert "Minnesanteckningar" in page
