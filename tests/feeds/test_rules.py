"""The small rules behind calendar links: what is kept, what is logged, what programs are called."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.feeds.kept import Body, Shelf
from app.feeds.masking import MaskSecrets, masked
from app.feeds.models import Feed
from app.feeds.policy import can_change_feed
from app.feeds.programs import program_in_words
from app.people.models import Person
from app.tokens import new_token


def test_a_link_is_its_owners_own() -> None:
    owner, administrator = Person(given_name="Bob"), Person(given_name="Dana", is_administrator=True)
    owner.id, administrator.id = (Feed().id or new_token() for _ in range(2))
    feed = Feed(person_id=owner.id)

    assert can_change_feed(owner, feed)
    assert not can_change_feed(administrator, feed)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 60)), max_size=40))
def test_the_shelf_never_holds_more_than_it_may(puts: list[tuple[str, int]]) -> None:
    shelf, last = Shelf(100), {}
    for tag, size in puts:
        body = Body(b"x" * size, b"")
        shelf.put(tag, body)
        last[tag] = body
        held = [found for each in "abcdef" if (found := shelf.take(each))]
        assert sum(each.size for each in held) <= 100
        assert shelf.take(tag) is body
        assert all(shelf.take(each) in (None, last[each]) for each in last)


def test_the_shelf_lets_go_of_what_is_asked_for_least() -> None:
    shelf, small = Shelf(100), Body(b"x" * 40, b"")
    shelf.put("a", small)
    shelf.put("b", small)
    shelf.take("a")
    shelf.put("c", small)
    assert [shelf.take(each) is not None for each in "abc"] == [True, False, True]

    shelf.put("large", Body(b"x" * 101, b""))
    assert shelf.take("large") is None


def test_no_log_tells_a_secret(caplog: pytest.LogCaptureFixture) -> None:
    token = new_token()
    logger = logging.getLogger("granian.access")
    logger.addFilter(MaskSecrets())
    logger.propagate = True
    with caplog.at_level(logging.INFO, "granian.access"):
        logger.info(
            '"%(method)s %(path)s" %(status)d', {"method": "GET", "path": f"/feeds/{token}/x.ics", "status": 200}
        )
        logger.info('"%s" %s', f"GET /feeds/{token}/x.ics HTTP/1.1", 200)
        logger.info(f"GET http://knutpunkt.example/welcome/{token}?a=1")
        logger.info("GET /feeds/short/x.ics and /feeds")

    assert token not in caplog.text
    assert "/feeds/.../x.ics" in caplog.text
    assert "/welcome/...?a=1" in caplog.text
    assert "GET /feeds/.../x.ics and /feeds" in caplog.text


def test_other_addresses_are_logged_as_they_are() -> None:
    for path in ("/meetings/7c9e6679-7425-40de-944b-e07fc1f90ae7.ics", "/feeds", "/networks/barn-och-unga/meetings"):
        assert masked(path) == path
    assert masked(200) == 200


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("Google-Calendar-Importer", "Google Kalender"),
        ("Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)", "Outlook på webben"),
        ("Microsoft Office/16.0 (Microsoft Outlook 16.0.17328; Pro)", "Outlook på datorn"),
        ("iOS/17.4.1 (21E236) dataaccessd/1.0", "iPhone eller iPad"),
        ("macOS/14.4 (23E214) CalendarAgent/988", "Kalender på Mac"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1", "Thunderbird"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36", "en webbläsare"),
        ("", "ett okänt program"),
        ("x" * 5000, "ett okänt program"),
    ],
)
def test_programs_are_called_what_people_call_them(said: str, called: str) -> None:
    assert program_in_words(said) == called
