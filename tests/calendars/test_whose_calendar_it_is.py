"""Each person sees their own calendar: their answers, the networks they may know of, those they choose."""

import re
from datetime import timedelta
from types import SimpleNamespace

from app import db
from app.occasions import actions
from app.occasions.kinds import Reply
from app.people.models import Person
from tests.browser_double import Browser
from tests.calendar_world import TUESDAY, called, changing, planned, statements


def test_my_own_answer_stands_there(bob: Browser, charlie: Browser, world: SimpleNamespace) -> None:
    meeting = called("Läsning", world.children)
    assert "du har inte svarat" in bob.get("/calendar")
    assert "du har inte svarat" not in charlie.get("/calendar")

    for reply, said in (("on-site", "du kommer"), ("online", "du kommer digitalt"), ("no", "du kan inte")):
        with changing(meeting) as asked:
            actions.answer(asked, db.session.get_one(Person, world.bob.id), Reply(reply))
        page = bob.get("/calendar")
        assert f"Barn- och unganätverket {said} " in page
        assert "du har inte svarat" not in page


def test_a_moved_meeting_says_so(bob: Browser, world: SimpleNamespace) -> None:
    with changing(called("Läsning", world.children)) as meeting:
        actions.move(meeting, actions.timed(TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=1, hours=2)))

    page = bob.get("/calendar")

    assert "flyttat" in page
    assert "9.30 Läsning" in page
    assert "ons 25 nov Läsning" in page


def test_drafts_are_for_those_who_plan_them(alice: Browser, bob: Browser, world: SimpleNamespace) -> None:
    planned("Hemlig plan", world.children)

    assert "utkast" in alice.get("/calendar")
    assert "Hemlig plan" not in bob.get("/calendar")


def test_to_a_stranger_a_closed_network_is_not_in_the_calendar(
    bob: Browser, charlie: Browser, world: SimpleNamespace
) -> None:
    called("Bakom dörren", world.secret)
    called("Tillsammans", world.children, world.secret)

    for address in ("/calendar", "/calendar?n=stangda-gruppen", "/calendar?view=list"):
        page = charlie.get(address)
        assert "Bakom dörren" not in page
        assert "Stängda gruppen" not in page.html
        assert "Tillsammans" in page
    assert "Bakom dörren" in bob.get("/calendar")


def test_one_can_look_at_some_networks_only(bob: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    called("Slutet", world.secret)

    page = bob.get("/calendar?month=2026-11&n=stangda-gruppen")

    assert "Slutet" in page
    assert "9.30 Barn" not in page
    assert re.findall(r'name="n" value="([^"]+)" checked', page.html) == ["stangda-gruppen"]
    assert "/feeds?n=stangda-gruppen" in page.links
    assert "9.30 Barn" in bob.get("/calendar?n=finns-inte")


def test_a_month_with_two_hundred_costs_as_many_statements_as_an_empty_one(
    bob: Browser, world: SimpleNamespace
) -> None:
    with statements() as few:
        bob.get("/calendar")
    for number in range(200):
        called(f"Möte {number}", world.children, at=TUESDAY - timedelta(hours=3 * number))
    with statements() as many:
        page = bob.get("/calendar")

    assert "Möte 199" in page
    count = [len([each for each in sent if each.startswith("SELECT")]) for sent in (few, many)]
    assert count[1] <= min(8, count[0] + 1)  # the hosts of what there is
