"""The months of the calendar follow each other without a gap."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendars.month import Month, month_asked
from app.calendars.squares import days_shown, squares_of

MONTHS = st.builds(Month, st.integers(1990, 2100), st.integers(1, 12))
TODAY = date(2026, 11, 5)


@given(MONTHS)
def test_each_month_follows_the_one_before(month: Month) -> None:
    assert month.last + timedelta(days=1) == (month.after.first if month.after else date(2101, 1, 1))
    assert month.before is None or month.before.after == month
    assert (month.before is None) == (month == Month(1990, 1))


@given(MONTHS)
def test_a_month_in_an_address_is_read_back(month: Month) -> None:
    assert month_asked(str(month), today=TODAY) == (month, True)


@given(st.text(max_size=12))
def test_anything_else_is_this_month(text: str) -> None:
    month, understood = month_asked(text, today=TODAY)
    assert understood or month == Month(2026, 11)


@given(MONTHS)
def test_the_squares_are_whole_weeks_around_the_month(month: Month) -> None:
    first, last = days_shown(month)
    days = [square.date for row in squares_of(month, [], language="sv") for square in row.squares]

    assert days == [first + timedelta(days=number) for number in range((last - first).days + 1)]
    assert first.weekday() == 0
    assert last.weekday() == 6
    assert first <= month.first <= month.last <= last


@pytest.mark.parametrize(("year", "number"), [(1989, 12), (2101, 1), (2026, 0), (2026, 13)])
def test_there_are_no_other_months(year: int, number: int) -> None:
    with pytest.raises(ValueError, match="1990"):
        Month(year, number)
