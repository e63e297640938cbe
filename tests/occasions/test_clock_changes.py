"""The nights the clock is changed: a time that is not there is refused, one that comes twice is asked about."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.occasions.localtime import TimeDoesNotExist, TimeExistsTwice, midnight, to_local, to_utc

STOCKHOLM = ZoneInfo("Europe/Stockholm")
ZONES = st.sampled_from(
    [
        *(ZoneInfo("Europe/Stockholm"), ZoneInfo("Europe/Dublin"), ZoneInfo("America/New_York"), ZoneInfo("UTC")),
        *(ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Asia/Kolkata"), ZoneInfo("America/Santiago")),
        *(ZoneInfo("America/Havana"), ZoneInfo("Africa/Casablanca"), ZoneInfo("Pacific/Apia")),
    ]
)
DAYS = st.dates(date(1975, 1, 1), date(2060, 12, 31))
MOMENTS = st.datetimes(datetime(1975, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
FORWARD = date(2026, 3, 29)
BACK = date(2026, 10, 25)


def test_an_ordinary_morning_in_winter_and_in_summer() -> None:
    assert to_utc(date(2026, 11, 24), time(9, 30), zone=STOCKHOLM) == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    assert to_utc(date(2026, 6, 9), time(9, 30), zone=STOCKHOLM) == datetime(2026, 6, 9, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize("fold", [None, 0, 1])
def test_the_skipped_hour_is_refused_with_the_change_in_words(fold: int | None) -> None:
    with pytest.raises(TimeDoesNotExist) as refused:
        to_utc(FORWARD, time(2, 30), zone=STOCKHOLM, fold=fold)
    assert str(refused.value) == (
        "Klockan 2.30 finns inte den 29 mars 2026: klockan ställs om från 2.00 till 3.00. Välj en annan tid."
    )


def test_the_skipped_hour_has_sharp_edges() -> None:
    assert to_utc(FORWARD, time(1, 59), zone=STOCKHOLM) == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert to_utc(FORWARD, time(3), zone=STOCKHOLM) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    with pytest.raises(TimeDoesNotExist, match=r"Klockan 2\.00"):
        to_utc(FORWARD, time(2), zone=STOCKHOLM)


def test_half_an_hour_may_be_skipped_elsewhere() -> None:
    with pytest.raises(TimeDoesNotExist, match=r"från 2\.00 till 2\.30"):
        to_utc(date(2026, 10, 4), time(2, 15), zone=ZoneInfo("Australia/Lord_Howe"))


def test_the_repeated_hour_is_asked_about() -> None:
    with pytest.raises(TimeExistsTwice) as refused:
        to_utc(BACK, time(2, 30), zone=STOCKHOLM)
    assert str(refused.value) == (
        "Klockan 2.30 inträffar två gånger den 25 oktober 2026. Välj om du menar sommartid eller vintertid."
    )


def test_an_answer_settles_the_repeated_hour() -> None:
    assert to_utc(BACK, time(2, 30), zone=STOCKHOLM, fold=0) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert to_utc(BACK, time(2, 30), zone=STOCKHOLM, fold=1) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("fold", [None, 0, 1])
def test_an_answer_changes_nothing_on_other_days(fold: int | None) -> None:
    assert to_utc(BACK, time(3), zone=STOCKHOLM, fold=fold) == datetime(2026, 10, 25, 2, tzinfo=UTC)


@given(MOMENTS, ZONES)
def test_every_moment_comes_back_from_the_clock_on_the_wall(moment: datetime, zone: ZoneInfo) -> None:
    wall = to_local(moment, zone)
    assert to_utc(wall.date(), wall.time(), zone=zone, fold=wall.fold) == moment


@given(DAYS, st.times(), ZONES)
def test_a_time_is_refused_only_when_no_clock_ever_shows_it(day: date, at: time, zone: ZoneInfo) -> None:
    try:
        shown = to_local(to_utc(day, at, zone=zone, fold=0), zone)
    except TimeDoesNotExist:
        there_and_back = datetime.combine(day, at, tzinfo=zone).astimezone(UTC).astimezone(zone)
        assert there_and_back.replace(tzinfo=None) != datetime.combine(day, at)
    else:
        assert shown.replace(tzinfo=None, fold=0) == datetime.combine(day, at)


def test_a_naive_moment_is_not_guessed_about() -> None:
    with pytest.raises(ValueError, match="time zone"):
        to_local(datetime(2026, 11, 24, 9, 30), STOCKHOLM)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "zone", "begins"),
    [
        (date(2026, 11, 24), "Europe/Stockholm", datetime(2026, 11, 23, 23, tzinfo=UTC)),
        (date(2026, 9, 6), "America/Santiago", datetime(2026, 9, 6, 4, tzinfo=UTC)),
        (date(2026, 11, 1), "America/Havana", datetime(2026, 11, 1, 4, tzinfo=UTC)),
        (date(2011, 12, 30), "Pacific/Apia", datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ],
)
def test_when_a_day_begins(day: date, zone: str, begins: datetime) -> None:
    assert midnight(day, ZoneInfo(zone)) == begins


@given(DAYS, ZONES)
def test_a_day_begins_at_its_first_moment(day: date, zone: ZoneInfo) -> None:
    begins = midnight(day, zone)
    assert begins.tzinfo is UTC
    assert to_local(begins, zone).date() >= day
    assert to_local(begins - timedelta(microseconds=1), zone).date() < day
