"""Publishing says what it means, freezes what was read through, gives numbers, and locks."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import db
from app.networks.kinds import RecordForm
from app.networks.models import Network
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import begin_and_publish, call_meeting, read_through


@pytest.fixture
def written(alice: Browser, desk: str, items: list[str], url: str) -> str:
    """A draft with words, a decision and a promise; where its minutes are."""
    alice.post(f"{desk}/{items[1]}", text="Alla **vill**.", revision="0", clause="ha en kampanj", what="Ring",
               owner_text="Samordnaren", due="2026-11-24")  # fmt: skip
    return url


def test_the_question_says_what_it_means_and_shows_it_all(alice: Browser, written: str) -> None:
    page = alice.get(f"{written}/publish")
    assert "Publicera minnesanteckningarna?" in page
    assert "4 personer kan läsa dem: alla som loggar in i Knutpunkt." in page
    assert "allmän handling" in page
    assert "De låses." in page
    assert "Nätverket beslutar att ha en kampanj" in page
    assert "<strong>vill</strong>" in page.html


def test_a_closed_network_counts_its_own(world: SimpleNamespace, alice: Browser) -> None:
    url = f"/meetings/{call_meeting(world.secret).id}/minutes"
    alice.post(f"{url}/begin")
    page = alice.get(f"{url}/publish")
    assert "3 personer kan läsa dem: nätverkets medlemmar och administratörerna." in page


def test_published_it_is_read_by_all_who_see_the_meeting(
    alice: Browser, bob: Browser, charlie: Browser, written: str
) -> None:
    page = alice.send(f"{written}/publish", read=read_through(alice, written))
    assert "Anteckningarna är publicerade" in page
    for browser in (bob, charlie):
        page = browser.get(written)
        assert page.status == 200
        assert page.title == "Minnesanteckningar 1/2026 – Barn- och unganätverket – Knutpunkt"
        assert "Beslut 1/2026 Nätverket beslutar att ha en kampanj" in page
        assert "Bob Åberg, Bibliotekarie, Högsby (digitalt)" in page
        assert "Frånvarande: Alice Almgren, Barnbibliotekarie, Kalmar" in page
        assert "Ring Samordnaren tis 24 nov" in page
        assert "Paus" not in page
        assert "Rätta" not in page


def test_minutes_have_paragraphs(world: SimpleNamespace, alice: Browser) -> None:
    network = db.session.get_one(Network, world.children.id)
    network.record_form = RecordForm.MINUTES
    url = begin_and_publish(alice, call_meeting(network))
    page = alice.get(url)
    assert "Protokoll 1/2026" in page.title
    assert "§ 2 Sommarläsning 2027" in page


def test_it_is_locked(alice: Browser, written: str, desk: str, items: list[str]) -> None:
    alice.post(f"{written}/publish", read=read_through(alice, written))
    assert alice.get(desk).location == written
    page = alice.post(f"{desk}/{items[1]}", text="Nya ord.", revision="1")
    assert page.status == 409
    assert "Anteckningarna är publicerade och låsta." in page
    assert "Nya ord.</textarea>" in page.html  # to take along
    answer = alice.post(f"{desk}/{items[1]}/note", fragment=True, text="Nya ord.", revision="1")
    assert answer.status == 409
    assert answer.headers["HX-Retarget"] == "#notice"
    assert alice.post(f"{desk}/attendance", revision="0").status == 409
    assert alice.post(f"{written}/publish", read="").location == written
    assert "Nya ord." not in alice.get(written)


def test_what_was_not_read_through_is_not_published(alice: Browser, written: str, desk: str, items: list[str]) -> None:
    read = read_through(alice, written)
    alice.post(f"{desk}/{items[0]}", text="Nytt medan du läste.", revision="0")
    page = alice.post(f"{written}/publish", read=read)
    assert page.status == 409
    assert "Någon skrev i utkastet medan du läste." in page
    assert "Nytt medan du läste." in page
    assert alice.post(f"{written}/publish", read=re.findall(r'name="read" value="(\w+)"', page.html)[0]).status == 303


def test_nothing_is_published_before_the_meeting(world: SimpleNamespace, alice: Browser) -> None:
    url = f"/meetings/{call_meeting(world.children, starts_at=NOW + timedelta(hours=3)).id}/minutes"
    alice.post(f"{url}/begin")
    page = alice.post(f"{url}/publish", read=read_through(alice, url))
    assert page.status == 422
    assert "Mötet har inte börjat." in page


def test_before_it_is_published_there_is_nothing_to_read(bob: Browser, charlie: Browser, written: str) -> None:
    for browser in (bob, charlie):
        page = browser.get(written)
        assert page.status == 404
        assert "Inget är publicerat än" in page
        assert "kampanj" not in page


def test_the_writer_is_led_to_the_draft(alice: Browser, written: str) -> None:
    assert alice.get(written).location == f"{written}/write"


def test_names_and_titles_stay_as_they_were(world: SimpleNamespace, alice: Browser, written: str) -> None:
    alice.post(f"{written}/publish", read=read_through(alice, written))
    bob = db.session.get_one(type(world.bob), world.bob.id)
    bob.title, bob.family_name = "Bibliotekschef", "Bytt"
    db.session.commit()
    assert "Bob Åberg, Bibliotekarie, Högsby" in alice.get(written)


def test_the_log_tells_of_it(dana: Browser, alice: Browser, written: str) -> None:
    alice.post(f"{written}/publish", read=read_through(alice, written))
    page = dana.get("/admin/log")
    assert "Minnesanteckningar 1/2026, Läsning på fritiden" in page


def test_joint_minutes_are_read_by_both_networks(world: SimpleNamespace, alice: Browser, bob: Browser) -> None:
    secret = db.session.get_one(Network, world.secret.id)
    children = db.session.get_one(Network, world.children.id)
    url = begin_and_publish(alice, call_meeting(secret, children), clause="träffas igen")
    assert "Nätverken beslutar att träffas igen" in bob.get(url)
