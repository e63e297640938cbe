"""Dates are written as people here write them, and the line never breaks inside one."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web import dates

TODAY = date(2026, 11, 5)
TUESDAY = date(2026, 11, 24)
LANGUAGES = st.sampled_from(["sv", "en"])
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the clock on the wall


def moments(start: datetime, end: datetime, language: str = "sv", *, week: bool = False) -> str:
    return dates.moment_range(start, end, today=TODAY, language=language, week=week)


def whole_days(first: date, last: date, language: str = "sv", *, week: bool = False) -> str:
    return plain(dates.days_range(first, last, today=TODAY, language=language, week=week))


def test_a_meeting_is_written_to_the_character_as_the_design_says() -> None:
    assert moments(at(24, 9, 30), at(24, 12), week=True) == "tis\u00a024\u00a0nov kl.\u00a09.30–12.00, v.\u00a048"
    assert moments(at(24, 9, 30), at(24, 12), "en", week=True) == "Tue\u00a024\u00a0Nov, 9:30–12:00, week\u00a048"


@pytest.mark.parametrize(
    ("start", "end", "swedish", "english"),
    [
        (
            at(24, 9, 30),
            at(25, 12),
            "tis 24 nov kl. 9.30 – ons 25 nov kl. 12.00",
            "Tue 24 Nov, 9:30 – Wed 25 Nov, 12:00",
        ),
        (at(24, 9, 30), at(24, 9, 30), "tis 24 nov kl. 9.30", "Tue 24 Nov, 9:30"),
        (
            at(15, 13, month=9, year=2027),
            at(15, 15, month=9, year=2027),
            "ons 15 sep 2027 kl. 13.00–15.00",
            "Wed 15 Sep 2027, 13:00–15:00",
        ),
    ],
)
def test_a_meeting_over_night_without_length_or_next_year(
    start: datetime, end: datetime, swedish: str, english: str
) -> None:
    assert plain(moments(start, end)) == swedish
    assert plain(moments(start, end, "en")) == english


@pytest.mark.parametrize(
    ("first", "last", "swedish", "english"),
    [
        (date(2026, 4, 20), date(2026, 4, 21), "20–21 april", "20–21 Apr"),
        (date(2026, 4, 21), date(2026, 4, 21), "tis 21 april", "Tue 21 Apr"),
        (date(2026, 4, 30), date(2026, 5, 2), "30 april – 2 maj", "30 Apr – 2 May"),
        (date(2027, 4, 20), date(2027, 4, 21), "20–21 april 2027", "20–21 Apr 2027"),
        (date(2027, 4, 30), date(2027, 5, 2), "30 april – 2 maj 2027", "30 Apr – 2 May 2027"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 dec 2026 – 2 jan 2027", "30 Dec 2026 – 2 Jan 2027"),
    ],
)
def test_whole_days_include_the_last(first: date, last: date, swedish: str, english: str) -> None:
    assert whole_days(first, last) == swedish
    assert whole_days(first, last, "en") == english


def test_what_goes_on_into_another_week_has_both_numbers() -> None:
    assert whole_days(date(2026, 11, 24), date(2026, 11, 25), week=True) == "24–25 nov, v. 48"
    assert whole_days(date(2026, 11, 29), date(2026, 11, 30), week=True) == "29–30 nov, v. 48–49"
    assert whole_days(date(2026, 12, 31), date(2027, 1, 4), week=True) == "31 dec 2026 – 4 jan 2027, v. 53–1"


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        (TODAY, "i dag", "today"),
        (TODAY + timedelta(days=1), "i morgon", "tomorrow"),
        (TODAY + timedelta(days=2), "om 2 dagar", "in 2 days"),
        (TUESDAY, "om 19 dagar", "in 19 days"),
        (TODAY - timedelta(days=1), "i går", "yesterday"),
        (TODAY - timedelta(days=3), "för 3 dagar sedan", "3 days ago"),
    ],
)
def test_how_far_off_a_day_is(day: date, swedish: str, english: str) -> None:
    assert plain(dates.near(day, today=TODAY, language="sv")) == swedish
    assert plain(dates.near(day, today=TODAY, language="en")) == english


@pytest.mark.parametrize(
    ("minutes", "swedish", "in_minutes", "english"),
    [
        (0, "0 minuter", "0 minuter", "0 minutes"),
        (1, "1 minut", "1 minut", "1 minute"),
        (60, "1 timme", "60 minuter", "1 hour"),
        (61, "1 timme 1 minut", "61 minuter", "1 hour 1 minute"),
        (120, "2 timmar", "120 minuter", "2 hours"),
        (150, "2 timmar 30 minuter", "150 minuter", "2 hours 30 minutes"),
        (-5, "5 minuter", "5 minuter", "5 minutes"),
    ],
)
def test_how_long_something_takes(minutes: int, swedish: str, in_minutes: str, english: str) -> None:
    length = timedelta(minutes=minutes)
    assert dates.duration_words(length, language="sv") == swedish
    assert dates.duration_words(length, language="sv", in_minutes=True) == in_minutes
    assert dates.duration_words(length, language="en") == english


def test_running_text_and_the_small_parts() -> None:
    assert plain(dates.long_date(TUESDAY, today=TODAY, language="sv")) == "tisdag den 24 november"
    assert plain(dates.long_date(TUESDAY, language="en")) == "Tuesday 24 November"
    assert plain(dates.long_date(date(2027, 3, 1), today=TODAY, language="sv")) == "måndag den 1 mars 2027"
    assert (dates.clock(time(9, 5), language="sv"), dates.clock(time(0, 0), language="en")) == ("9.05", "0:00")
    assert (dates.month_name(8, language="sv"), dates.month_name(8, language="en")) == ("augusti", "August")
    assert dates.week(date(2027, 1, 3), language="sv") == "v.\u00a053"


def test_months_and_weekdays_are_shortened_as_the_design_lists_them() -> None:
    words = [dates.date_short(date(2026, month, 1), today=TODAY, language="sv").split() for month in range(1, 13)]
    assert " ".join(month for _, _, month in words) == "jan feb mars april maj juni juli aug sep okt nov dec"
    week = [dates.date_short(date(2026, 11, day), today=TODAY, language="sv").split()[0] for day in range(2, 9)]
    assert " ".join(week) == "mån tis ons tors fre lör sön"


@given(DAYS, st.times(), st.timedeltas(timedelta(), timedelta(days=800)), DAYS, LANGUAGES)
def test_no_line_breaks_between_a_day_and_its_month_nor_before_a_clock_or_week_number(
    day: date, clock: time, length: timedelta, today: date, language: str
) -> None:
    start = datetime.combine(day, clock)
    text = dates.moment_range(start, start + length, today=today, language=language, week=True)
    assert not re.search(r"\b\d{1,2} [a-zA-Z]|kl\. |v\. |week ", text)


@given(DAYS, DAYS, LANGUAGES)
def test_the_year_is_there_only_when_it_is_not_this_one(day: date, today: date, language: str) -> None:
    shown = dates.date_short(day, today=today, language=language).endswith(f" {day.year}")
    assert shown == (day.year != today.year)


@given(DAYS, DAYS, LANGUAGES)
def test_two_days_never_look_the_same(one: date, other: date, language: str) -> None:
    texts = {dates.date_short(day, today=TODAY, language=language) for day in (one, other)}
    assert len(texts) == len({one, other})


def test_a_working_week_needs_no_year_and_breaks_after_the_dash_only() -> None:
    assert dates.working_week(date(2026, 11, 23), language="sv") == "23–27\u00a0nov"
    assert dates.working_week(date(2026, 12, 28), language="sv") == "28\u00a0dec\u00a0– 1\u00a0jan"
    assert dates.working_week(date(2026, 12, 28), language="en") == "28\u00a0Dec\u00a0– 1\u00a0Jan"
