"""A meeting has one address: what one needs to know there is another thing on the day, and another afterwards."""

from datetime import timedelta
from types import SimpleNamespace

from app import clock, db
from app.meetings.kinds import ItemKind
from app.occasions import actions as occasions
from app.occasions.kinds import Reply
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import begin_and_publish, call_meeting
from tests.statements import counted

LINK = "https://mote.knutpunkt.example/barn-unga"


def test_on_the_day_the_way_in_and_what_is_going_on(world: SimpleNamespace, bob: Browser, alice: Browser) -> None:
    meeting = call_meeting(world.children)  # it began half an hour ago, and each item takes fifteen minutes
    meeting.occasion.link = LINK
    meeting.agenda_published_at = NOW
    db.session.commit()
    page = bob.get(meeting.occasion.path)
    assert "Anslut digitalt" in page
    assert LINK in page.links
    assert "2. Sommarläsning 2027 pågår enligt dagordningen" in page
    assert page.text.count("pågår enligt dagordningen") == 1
    with clock.held_at(NOW + timedelta(hours=6)):
        evening = Browser(world.app, world.bob).get(meeting.occasion.path)
    assert "Anslut digitalt" not in evening
    assert "pågår enligt dagordningen" not in evening


def test_a_stranger_to_the_network_is_not_let_into_its_online_room(world: SimpleNamespace, charlie: Browser) -> None:
    meeting = call_meeting(world.children)
    meeting.occasion.link = LINK
    db.session.commit()
    page = charlie.get(meeting.occasion.path)
    assert "Anslut digitalt" not in page
    assert LINK not in page.html


def test_the_networks_page_tells_whose_notes_wait_to_those_who_take_them(
    world: SimpleNamespace, alice: Browser, bob: Browser
) -> None:
    meeting = call_meeting(world.children, starts_at=NOW - timedelta(days=2))
    page = alice.get(world.children.path)
    assert "Anteckningar att göra klara 1 Läsning på fritiden möte tis 3 nov inte påbörjade" in page
    assert "att göra klara" not in bob.get(world.children.path)
    begin_and_publish(alice, db.session.merge(meeting), clause="läsa")
    page = alice.get(world.children.path)
    assert "att göra klara" not in page
    assert f"/meetings/{meeting.id}/minutes#b1-2026" in page.links


def test_afterwards_it_tells_what_was_decided_and_promised(
    world: SimpleNamespace, alice: Browser, bob: Browser
) -> None:
    meeting = call_meeting(world.children, starts_at=NOW - timedelta(days=2))
    path = meeting.occasion.path
    begin_and_publish(
        alice,
        meeting,
        text="Alla vill.",
        clause="ha en kampanj",
        what="Ring Torsås",
        owner_text="Alla",
        due="2026-11-04",
    )
    page = bob.get(path)
    assert "Det här bestämde vi Beslut 1/2026 att ha en kampanj" in page
    assert "Ring Torsås Alla senast ons 4 nov försenad" in page
    assert "Läs minnesanteckningarna" in page
    assert "har inte svarat" not in page  # who answered what is no longer the question


def test_before_the_minutes_are_published_nothing_of_them_is_told(
    world: SimpleNamespace, alice: Browser, bob: Browser
) -> None:
    meeting = call_meeting(world.children, starts_at=NOW - timedelta(days=2))
    path, item = meeting.occasion.path, meeting.items[2].id
    alice.post(f"{path}/minutes/begin")
    alice.post(f"{path}/minutes/write/{item}", revision="0", text="", clause="ha en kampanj")
    for browser in (alice, bob):
        assert "ha en kampanj" not in browser.get(path)


def test_until_the_notes_are_published_the_page_says_so_where_they_will_be(
    world: SimpleNamespace, alice: Browser, bob: Browser
) -> None:
    meeting = call_meeting(world.children, starts_at=NOW - timedelta(days=2))
    meeting.agenda_published_at = NOW
    meeting.items[2].kind = ItemKind.DECISION
    db.session.commit()
    path = meeting.occasion.path
    told = "Anteckningarna är inte publicerade än. Vad mötet skulle besluta om står i dagordningen."
    page = bob.get(path)
    assert told in page
    assert "2. Sommarläsning 2027 Beslut" in page
    assert "Börja skriva anteckningar" not in page
    assert alice.get(path).text.split(told)[1].split("Dagordning ")[0].count("Börja skriva anteckningar") == 1
    alice.post(f"{path}/minutes/begin")
    assert alice.get(path).html.count(f'href="{path}/minutes/write"') == 2  # above, and where they will be
    assert counted(alice, path) <= 8


def test_it_asks_no_more_of_the_database_afterwards(world: SimpleNamespace, alice: Browser) -> None:
    meeting = call_meeting(world.children, starts_at=NOW - timedelta(days=2))
    path = meeting.occasion.path
    begin_and_publish(alice, meeting, text="", clause="ha en kampanj", what="Ring", owner_text="Alla")
    assert counted(alice, path) <= 8


def test_the_networks_page_tells_how_many_have_answered(world: SimpleNamespace, bob: Browser, charlie: Browser) -> None:
    meeting = call_meeting(world.children, starts_at=NOW + timedelta(days=9))
    occasions.answer(meeting.occasion, world.bob, Reply.ONLINE)
    db.session.commit()
    assert "1 av 2 kommuner har svarat." in bob.get("/networks/barn-och-unganatverket")
    assert "kommuner har svarat" not in charlie.get("/networks/barn-och-unganatverket")
