"""A month shows whole weeks with their numbers, and the days people here have off are red."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendars.days import is_red, month_weeks, red_days

YEARS = st.integers(1990, 2100)
MONTHS = st.integers(1, 12)


def test_november_2026_as_the_calendar_shows_it() -> None:
    weeks = month_weeks(2026, 11)
    assert [week.number for week in weeks] == [44, 45, 46, 47, 48, 49]
    assert [(day.date.day, day.in_month) for day in weeks[0].days[-2:]] == [(31, False), (1, True)]


def test_a_year_begins_in_the_last_week_of_the_one_before() -> None:
    assert [week.number for week in month_weeks(2027, 1)] == [53, 1, 2, 3, 4]


@given(YEARS, MONTHS)
def test_every_day_of_the_month_is_there_once_between_monday_and_sunday(year: int, month: int) -> None:
    weeks = month_weeks(year, month)
    days = [day.date for week in weeks for day in week.days]
    inside = [day.date for week in weeks for day in week.days if day.in_month]

    assert days == [days[0] + timedelta(days=step) for step in range(7 * len(weeks))]
    assert (days[0].weekday(), days[-1].weekday()) == (0, 6)
    assert (inside[0], (inside[-1] + timedelta(days=1)).day) == (date(year, month, 1), 1)
    assert all({day.date.isocalendar().week for day in week.days} == {week.number} for week in weeks)


@pytest.mark.parametrize("month", [0, 13])
def test_there_is_no_thirteenth_month(month: int) -> None:
    with pytest.raises(ValueError, match="bad month number"):
        month_weeks(2026, month)


def test_the_red_days_of_2026_and_the_eves_people_have_off() -> None:
    named = {day.isoformat()[5:]: name for day, name in red_days(2026, 2026).items()}
    assert named == {
        "01-01": "Nyårsdagen",
        "01-06": "Trettondedag jul",
        "04-03": "Långfredagen",
        "04-05": "Påskdagen",
        "04-06": "Annandag påsk",
        "05-01": "Första maj",
        "05-14": "Kristi himmelsfärdsdag",
        "05-24": "Pingstdagen",
        "06-06": "Nationaldagen",
        "06-19": "Midsommarafton",
        "06-20": "Midsommardagen",
        "10-31": "Alla helgons dag",
        "12-24": "Julafton",
        "12-25": "Juldagen",
        "12-26": "Annandag jul",
        "12-31": "Nyårsafton",
    }


def test_the_names_are_there_in_english_and_otherwise_in_the_tongue_of_the_country() -> None:
    assert red_days(2026, 2026, language="en")[date(2026, 6, 19)] == "Midsummer Eve"
    assert red_days(2026, 2026, language="xx")[date(2026, 6, 19)] == "Midsommarafton"


def test_two_names_on_one_day_are_both_said() -> None:
    both = red_days(2008, 2008)[date(2008, 5, 1)]
    assert sorted(both.split(", ")) == ["Första maj", "Kristi himmelsfärdsdag"]


def test_several_years_follow_each_other_and_the_answer_is_ones_own() -> None:
    named = red_days(2026, 2027)
    assert list(named) == sorted(named)
    assert {day.year for day in named} == {2026, 2027}
    named.clear()
    assert red_days(2026, 2026)


def test_another_country_has_other_days_and_none_has_none() -> None:
    assert red_days(2026, 2026, country="FI", language="sv")[date(2026, 12, 6)] == "Självständighetsdagen"
    assert red_days(2026, 2026, country="") == {}
    with pytest.raises(NotImplementedError):
        red_days(2026, 2026, country="XX")


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_sundays_and_named_days_are_red_and_no_others(day: date) -> None:
    assert is_red(day) == (day.weekday() == 6 or day in red_days(day.year, day.year))


def test_an_ordinary_saturday_is_not_red() -> None:
    assert not is_red(date(2026, 11, 21))
    assert is_red(date(2026, 11, 22))


def test_a_month_is_shown_although_the_holidays_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.calendars.days.sys.executable", "/nowhere/python")
    assert red_days(1955, 1955, language="asked by nobody else") == {}
    assert is_red(date(1955, 1, 2))

    monkeypatch.undo()
    assert red_days(1955, 1955, language="asked by nobody else")[date(1955, 1, 6)] == "Trettondedag jul"
