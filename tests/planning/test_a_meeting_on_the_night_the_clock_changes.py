"""On the nights the clock is changed, a time that is not there is refused and one that comes twice is asked about."""

from collections.abc import Callable

from tests.browser_double import Browser
from tests.planning.conftest import NEW, SERIES

Fields = Callable[..., dict[str, object]]
FORWARD, BACK = "2027-03-28", "2026-10-25"
NIGHT = {"answer_by": None, "from_time": "02:30", "to_time": "04:00"}


def test_a_time_that_does_not_exist_is_refused_beside_its_field(alice: Browser, filled: Fields) -> None:
    page = alice.post(NEW, **filled(first_day=FORWARD, **NIGHT))
    assert page.status == 422
    assert "Klockan 2.30 finns inte den 28 mars 2027: klockan ställs om från 2.00 till 3.00" in page
    assert 'id="from_time-error"' in page.html
    assert 'id="to_time-error"' not in page.html
    ending = alice.post(NEW, **filled(first_day=FORWARD, answer_by=None, from_time="01:00", to_time="02:30"))
    assert 'id="to_time-error"' in ending.html
    assert 'id="from_time-error"' not in ending.html


def test_a_time_that_comes_twice_is_asked_about_and_a_second_submit_settles_it(
    alice: Browser, bob: Browser, filled: Fields
) -> None:
    assert "Sommartid" not in alice.get(NEW)
    asked = alice.post(NEW, **filled(first_day=BACK, do="call", **NIGHT))
    assert asked.status == 422
    assert "Klockan 2.30 inträffar två gånger den 25 oktober 2026" in asked
    assert "Sommartid, före omställningen" in asked
    assert 'id="to_which"' not in asked.html
    lengths = {"summer": "3 timmar", "winter": "2 timmar"}
    for which in lengths:
        called = alice.post(NEW, **filled(first_day=BACK, from_which=which, **NIGHT))
        assert called.status == 303
        again = alice.get(f"{called.location}/edit")
        assert f'value="{which}" checked' in again.html


def test_both_ends_may_have_to_be_asked_about(alice: Browser, filled: Fields) -> None:
    twice = {"answer_by": None, "from_time": "02:15", "to_time": "02:45", "first_day": BACK}
    first = alice.post(NEW, **filled(**twice))
    assert 'id="from_which"' in first.html
    second = alice.post(NEW, **filled(**twice, from_which="winter"))
    assert 'id="to_which"' in second.html
    backwards = alice.post(NEW, **filled(**twice, from_which="winter", to_which="summer"))
    assert "Sluttiden kommer före starttiden. Ändra en av dem" in backwards
    assert alice.post(NEW, **filled(**twice, from_which="winter", to_which="winter")).status == 303


def test_the_answer_makes_the_meeting_an_hour_longer_or_shorter(alice: Browser, filled: Fields) -> None:
    feeds = [
        alice.get(alice.post(NEW, **filled(first_day=BACK, from_which=which, **NIGHT)).location)
        for which in ("summer", "winter")
    ]
    assert 'datetime="2026-10-25T02:30+02:00"' in feeds[0].html
    assert 'datetime="2026-10-25T02:30+01:00"' in feeds[1].html


def test_in_a_series_such_a_night_can_not_be_ticked(alice: Browser, filled: Fields) -> None:
    weekly = filled(first_day="2027-03-21", rhythm="weekly", count="3", **NIGHT)
    dates = alice.post(NEW, **weekly)
    assert "Klockan 2.30 finns inte den 28 mars 2027" in dates
    done = alice.send(SERIES, **weekly, days=["2027-03-21", "2027-03-28", "2027-04-04"])
    assert "2 möten är sparade som utkast" in done
