"""A calendar program with a link gets what its owner's networks hold, in a form every program reads."""

import gzip
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from icalendar import Calendar

from app import clock
from app.occasions import actions
from tests.browser_double import Browser
from tests.calendar_world import TUESDAY, called, cancelled, changing, events, fetch, make_link, planned
from tests.conftest import NOW

HERE = ZoneInfo("Europe/Stockholm")


def test_an_event_says_what_when_where_and_where_to_read_more(bob: Browser, world: SimpleNamespace) -> None:
    meeting = called("Läsning; på fritiden, hösten", world.children, place="Vimmerby", description="Ta med en bok.")

    found = events(world.app, make_link(bob))["Läsning; på fritiden, hösten"]

    page = f"http://knutpunkt.example/meetings/{meeting.id}"
    assert found.start == TUESDAY.astimezone(HERE)
    assert found.end == (TUESDAY + timedelta(hours=2, minutes=30)).astimezone(HERE)
    assert found["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert (found["UID"], found["SEQUENCE"], found["STATUS"]) == (meeting.uid, 0, "CONFIRMED")
    assert (found["LOCATION"], found["URL"], found["TRANSP"]) == ("Vimmerby", page, "OPAQUE")
    assert found["DESCRIPTION"] == f"Ta med en bok.\n\nMer om mötet: {page}"
    assert [str(each) for each in found["CATEGORIES"].cats] == ["Barn- och unganätverket"]


def test_whole_days_are_dates_and_the_last_one_counts(bob: Browser, world: SimpleNamespace) -> None:
    called("Länsdagar", world.children, at=date(2027, 4, 20), days=2)

    found = events(world.app, make_link(bob))["Länsdagar"]

    assert (found.start, found.end, found["TRANSP"]) == (date(2027, 4, 20), date(2027, 4, 22), "TRANSPARENT")


def test_the_calendar_has_its_name_and_no_secret_in_it(bob: Browser, world: SimpleNamespace) -> None:
    called("Möte", world.children)
    path = make_link(bob, name="Mina möten")

    body = fetch(world.app, path).data

    found = Calendar.from_ical(body)
    assert (found["NAME"], found["X-WR-CALNAME"]) == ("Mina möten", "Mina möten")
    assert "METHOD" not in found
    assert "SOURCE" not in found
    assert path.split("/")[2].encode() not in body
    assert path.endswith("/mina-moten.ics")


def test_nobody_is_named_in_a_feed(alice: Browser, bob: Browser, world: SimpleNamespace) -> None:
    meeting = called("Möte", world.children, place="Kalmar")
    alice.post(f"/occasions/{meeting.id}/answer", reply="on-site")
    cancelled("Föreläsning", world.children)

    body = fetch(world.app, make_link(bob)).data.decode()

    for person in (world.alice, world.bob, world.dana):
        assert person.given_name not in body
        assert person.email not in body
    assert "ATTENDEE" not in body
    assert "ORGANIZER" not in body
    assert "mailto" not in body.lower()
    assert "sjuk" not in body


def test_a_draft_is_in_nobodys_feed_until_it_is_called(alice: Browser, world: SimpleNamespace) -> None:
    draft, path = planned("Utkast", world.children), make_link(alice)
    assert events(world.app, path) == {}

    with changing(draft) as calling:
        actions.call(calling)

    assert list(events(world.app, path)) == ["Utkast"]


def test_a_moved_meeting_is_the_same_one_at_its_new_time(bob: Browser, world: SimpleNamespace) -> None:
    meeting, path = called("Möte", world.children), make_link(bob)
    before = events(world.app, path)["Möte"]
    later = TUESDAY + timedelta(days=7)
    with clock.held_at(NOW + timedelta(hours=1)):
        with changing(meeting) as moving:
            actions.move(moving, actions.timed(later, later + timedelta(hours=2)))
        after = events(world.app, path)["Möte"]

    assert after["UID"] == before["UID"]
    assert after.start == later
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt == NOW + timedelta(hours=1)
    assert after["CREATED"].dt <= after["LAST-MODIFIED"].dt


def test_what_is_cancelled_stands_there_struck_out_for_three_weeks(bob: Browser, world: SimpleNamespace) -> None:
    cancelled("Föreläsning", world.children)
    path, without = make_link(bob), make_link(bob, with_cancelled=None)

    found = events(world.app, path)["INSTÄLLT: Föreläsning"]
    assert (found["STATUS"], found["TRANSP"], found["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", 1)
    assert events(world.app, without) == {}
    with clock.held_at(TUESDAY + timedelta(days=21)):
        assert list(events(world.app, path)) == ["INSTÄLLT: Föreläsning"]
    with clock.held_at(TUESDAY + timedelta(days=28)):
        assert events(world.app, path) == {}


def test_a_year_back_is_shown_from_the_first_of_the_month(bob: Browser, world: SimpleNamespace) -> None:
    called("Långt fram", world.children, at=datetime(2031, 1, 8, 9, tzinfo=UTC))
    called("Förra november", world.children, at=datetime(2025, 10, 31, 23, 30, tzinfo=UTC))
    called("Förra oktober", world.children, at=datetime(2025, 10, 31, 20, 0, tzinfo=UTC))

    assert list(events(world.app, make_link(bob))) == ["Förra november", "Långt fram"]


def test_the_answer_has_the_headers_programs_need_and_no_others(bob: Browser, world: SimpleNamespace) -> None:
    answer = fetch(world.app, make_link(bob, name="Barn och unga"))

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'inline; filename="barn-och-unga.ics"'
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.headers["ETag"].startswith('"')
    assert "Last-Modified" not in answer.headers
    assert "Set-Cookie" not in answer.headers


def test_the_bytes_are_the_same_whoever_asks(bob: Browser, world: SimpleNamespace) -> None:
    called("Möte", world.children)
    path = make_link(bob)

    plain = fetch(world.app, path, User_Agent="Thunderbird/128", Accept="text/calendar")
    signed_in = bob.client.get(path, headers={"Accept": "text/html", "Accept-Language": "en"})
    zipped = fetch(world.app, path, Accept_Encoding="gzip, deflate, br")

    assert plain.data == signed_in.data == gzip.decompress(zipped.data)
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in fetch(world.app, path, Accept_Encoding="gzip;q=0").headers


def test_head_is_answered_as_get_without_the_body(bob: Browser, world: SimpleNamespace) -> None:
    called("Möte", world.children)
    path = make_link(bob)

    whole, head = fetch(world.app, path), fetch(world.app, path, method="HEAD")

    assert (head.status_code, head.data) == (200, b"")
    assert dict(head.headers) == dict(whole.headers)
    assert int(head.headers["Content-Length"]) == len(whole.data)


def test_a_feed_with_nothing_in_it_is_a_calendar_all_the_same(charlie: Browser, world: SimpleNamespace) -> None:
    assert events(world.app, make_link(charlie)) == {}
