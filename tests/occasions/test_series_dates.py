"""A series of meetings falls on the days its rhythm promises."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.occasions.series import (
    Rhythm,
    SeriesEndsTooSoon,
    SeriesIsTooLong,
    SeriesNeedsOneEnd,
    describe,
    series_dates,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
RHYTHMS = st.sampled_from(Rhythm)
SECOND_TUESDAY = date(2026, 11, 10)


def four(first: date, rhythm: Rhythm) -> list[str]:
    return [day.isoformat() for day in series_dates(first, rhythm=rhythm, count=4)]


@pytest.mark.parametrize(
    ("rhythm", "dates"),
    [
        (Rhythm.WEEKLY, ["2026-11-10", "2026-11-17", "2026-11-24", "2026-12-01"]),
        (Rhythm.EVERY_OTHER_WEEK, ["2026-11-10", "2026-11-24", "2026-12-08", "2026-12-22"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, ["2026-11-10", "2026-12-08", "2027-01-12", "2027-02-09"]),
        (Rhythm.MONTHLY_BY_DATE, ["2026-11-10", "2026-12-10", "2027-01-10", "2027-02-10"]),
        (Rhythm.QUARTERLY_BY_WEEKDAY, ["2026-11-10", "2027-02-09", "2027-05-11", "2027-08-10"]),
    ],
)
def test_the_dates_from_a_second_tuesday(rhythm: Rhythm, dates: list[str]) -> None:
    assert four(SECOND_TUESDAY, rhythm) == dates


def test_a_fifth_weekday_means_the_last_and_a_fourth_stays_the_fourth() -> None:
    assert four(date(2026, 9, 29), Rhythm.MONTHLY_BY_WEEKDAY) == [
        "2026-09-29",
        "2026-10-27",
        "2026-11-24",
        "2026-12-29",
    ]
    assert four(date(2026, 11, 24), Rhythm.MONTHLY_BY_WEEKDAY)[1] == "2026-12-22"


def test_the_31st_becomes_the_last_day_and_comes_back() -> None:
    assert four(date(2026, 12, 31), Rhythm.MONTHLY_BY_DATE) == ["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]


@pytest.mark.parametrize(
    ("first", "rhythm", "words"),
    [
        (SECOND_TUESDAY, Rhythm.WEEKLY, "varje tisdag"),
        (SECOND_TUESDAY, Rhythm.EVERY_OTHER_WEEK, "varannan tisdag"),
        (SECOND_TUESDAY, Rhythm.MONTHLY_BY_WEEKDAY, "andra tisdagen i varje månad"),
        (SECOND_TUESDAY, Rhythm.QUARTERLY_BY_WEEKDAY, "andra tisdagen var tredje månad"),
        (SECOND_TUESDAY, Rhythm.MONTHLY_BY_DATE, "den 10 varje månad"),
        (date(2026, 9, 29), Rhythm.MONTHLY_BY_WEEKDAY, "sista tisdagen i varje månad"),
        (date(2026, 12, 31), Rhythm.MONTHLY_BY_DATE, "den 31 varje månad, eller månadens sista dag"),
    ],
)
def test_a_rhythm_in_words(first: date, rhythm: Rhythm, words: str) -> None:
    assert str(describe(first, rhythm)) == words


def test_every_rhythm_has_its_own_label() -> None:
    assert len({rhythm.label for rhythm in Rhythm}) == len(Rhythm)


@given(DAYS, RHYTHMS, st.integers(1, 60))
def test_a_series_begins_with_the_first_rises_and_has_as_many_as_asked(first: date, rhythm: Rhythm, count: int) -> None:
    dates = series_dates(first, rhythm=rhythm, count=count)
    assert (dates[0], len(dates)) == (first, count)
    assert dates == sorted(set(dates))


@given(DAYS, RHYTHMS, st.integers(2, 60))
def test_until_the_day_before_the_last_leaves_out_only_the_last(first: date, rhythm: Rhythm, count: int) -> None:
    dates = series_dates(first, rhythm=rhythm, count=count)
    assert series_dates(first, rhythm=rhythm, until=dates[-1]) == dates
    assert series_dates(first, rhythm=rhythm, until=dates[-1] - timedelta(days=1)) == dates[:-1]


@given(DAYS, st.sampled_from([Rhythm.MONTHLY_BY_WEEKDAY, Rhythm.QUARTERLY_BY_WEEKDAY]))
def test_the_weekday_and_its_place_in_the_month_stay(first: date, rhythm: Rhythm) -> None:
    for day in series_dates(first, rhythm=rhythm, count=60):
        last = day.day + 7 > monthrange(day.year, day.month)[1]
        assert day.weekday() == first.weekday()
        assert last if first.day > 28 else (day.day - 1) // 7 == (first.day - 1) // 7


def test_one_end_is_needed_and_only_one() -> None:
    with pytest.raises(SeriesNeedsOneEnd, match="antingen hur många möten"):
        series_dates(SECOND_TUESDAY, rhythm=Rhythm.WEEKLY)
    with pytest.raises(SeriesNeedsOneEnd):
        series_dates(SECOND_TUESDAY, rhythm=Rhythm.WEEKLY, count=4, until=date(2027, 1, 1))


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(SeriesEndsTooSoon, match="Välj ett senare slutdatum"):
        series_dates(SECOND_TUESDAY, rhythm=Rhythm.WEEKLY, until=date(2026, 11, 9))
    with pytest.raises(SeriesEndsTooSoon, match="till exempel 4"):
        series_dates(SECOND_TUESDAY, rhythm=Rhythm.WEEKLY, count=0)


def test_a_series_is_refused_rather_than_cut_off_after_sixty() -> None:
    assert len(series_dates(SECOND_TUESDAY, rhythm=Rhythm.WEEKLY, until=SECOND_TUESDAY + timedelta(weeks=59))) == 60
    with pytest.raises(SeriesIsTooLong, match="fler än 60 möten"):
        series_dates(SECOND_TUESDAY, rhythm=Rhythm.WEEKLY, until=SECOND_TUESDAY + timedelta(weeks=60))
    with pytest.raises(SeriesIsTooLong, match="fler än 60 möten"):
        series_dates(SECOND_TUESDAY, rhythm=Rhythm.MONTHLY_BY_DATE, count=61)


@pytest.mark.parametrize("rhythm", Rhythm)
def test_a_series_past_the_end_of_the_calendar_is_refused(rhythm: Rhythm) -> None:
    with pytest.raises(SeriesIsTooLong, match="tidigare datum"):
        series_dates(date(9999, 12, 20), rhythm=rhythm, count=3)
