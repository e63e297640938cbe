"""One meeting as a file: for who wants just that one in the calendar, or to send it on."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from icalendar import Calendar

from app.occasions.kinds import OccasionKind
from tests.browser_double import Browser
from tests.calendar_world import called, cancelled, events, make_link, planned

LINK = "https://video.example/rum"


def _only(browser: Browser, path: str) -> Any:
    answer = browser.client.get(path)
    assert answer.status_code == 200
    (found,) = Calendar.from_ical(answer.data).events
    return found


def test_the_file_is_the_same_event_as_in_the_feed(bob: Browser, world: SimpleNamespace) -> None:
    meeting = called("Läsning på fritiden", world.children, place="Vimmerby", link=LINK)

    alone = _only(bob, f"/meetings/{meeting.id}.ics")

    assert alone.to_ical() == events(world.app, make_link(bob))["Läsning på fritiden"].to_ical()


def test_the_file_is_an_attachment_with_a_readable_name(bob: Browser, world: SimpleNamespace) -> None:
    meeting = called("Läsning på fritiden", world.children)

    answer = bob.client.get(f"/meetings/{meeting.id}.ics")

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="lasning-pa-fritiden.ics"'
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_joint_activity_has_a_file_too(bob: Browser, world: SimpleNamespace) -> None:
    activity = called("Länsdag", world.children, kind=OccasionKind.ACTIVITY, at=date(2027, 4, 20))

    found = _only(bob, f"/occasions/{activity.id}.ics")

    assert found["URL"] == f"http://knutpunkt.example/occasions/{activity.id}"
    assert found["DESCRIPTION"].startswith("Mer om aktiviteten: ")


def test_a_cancelled_one_says_so(bob: Browser, world: SimpleNamespace) -> None:
    meeting = cancelled("Föreläsning", world.children)

    assert _only(bob, f"/meetings/{meeting.id}.ics")["STATUS"] == "CANCELLED"


def test_to_a_stranger_a_closed_networks_meeting_does_not_exist(
    charlie: Browser, dana: Browser, nobody: Browser, world: SimpleNamespace
) -> None:
    path = f"/meetings/{called('Hemligt', world.secret).id}.ics"

    assert charlie.get(path).status == 404
    assert "Hemligt" not in charlie.get(path).html
    assert nobody.get(path).status == 303
    assert dana.get(path).status == 200
    assert charlie.get(f"/meetings/{uuid4()}.ics").status == 404


def test_a_stranger_gets_an_open_networks_meeting_without_the_online_room(
    charlie: Browser, world: SimpleNamespace
) -> None:
    meeting = called("Tillsammans", world.children, world.secret, link=LINK)

    found = _only(charlie, f"/meetings/{meeting.id}.ics").to_ical().decode()

    assert LINK not in found
    assert "Stängda" not in found


def test_a_draft_has_no_file_not_even_for_who_plans_it(alice: Browser, world: SimpleNamespace) -> None:
    assert alice.get(f"/meetings/{planned('Utkast', world.children).id}.ics").status == 404
