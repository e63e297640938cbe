"""The last day for answers follows the meeting, unless somebody chose it, and is never one that has passed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app import db
from app.meetings.models import Meeting
from app.planning.answer_days import answer_day_for, asked_anew
from tests.browser_double import Browser, Page
from tests.planning.conftest import NEW, SERIES, revision_on
from tests.planning.test_a_coordinator_plans_a_series import carried, ticked

Fields = Callable[..., dict[str, object]]
Plan = Callable[..., str]
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SUGGESTED = "2026-11-17"
EARLIER = [("2026-11-16", date(2026, 11, 9)), ("2026-11-09", date(2026, 11, 5)), ("2026-11-02", None)]


def last_days() -> list[date | None]:
    db.session.rollback()
    return [each.answer_by for each in db.session.scalars(select(Meeting).join(Meeting.occasion)).all()]


def save(browser: Browser, address: str, fields: dict[str, object]) -> Page:
    """Change it with all that the page sends along by itself."""
    page = browser.get(f"{address}/edit")
    assert 'name="answer_was"' in page.html
    return browser.send(f"{address}/edit", **{"revision": revision_on(page)} | fields)


@pytest.mark.parametrize(("day", "last"), EARLIER)
def test_a_suggested_day_follows_an_earlier_meeting(
    alice: Browser, filled: Fields, day: str, last: date | None
) -> None:
    assert f'name="answer_was" type="hidden" value="{SUGGESTED}"' in alice.get(NEW).html
    page = alice.send(NEW, **filled(first_day=day, answer_was=SUGGESTED))
    assert "Utkastet är sparat" in page
    assert ("Sista dag att svara är nu" if last else "Mötet har ingen sista dag att svara") in page
    assert last_days() == [last]


def test_a_suggested_day_follows_the_first_of_a_series(alice: Browser, filled: Fields) -> None:
    weekly = {"rhythm": "weekly", "count": "2", "first_day": "2026-11-16", "answer_was": SUGGESTED}
    dates = alice.post(NEW, **filled(**weekly))
    assert "Sista dag att svara är nu mån 9 nov." in dates
    assert alice.post(SERIES, **carried(dates) | {"days": ticked(dates)}).status == 303
    assert sorted(each for each in last_days() if each) == [date(2026, 11, 9), date(2026, 11, 16)]


def test_a_day_nobody_touched_follows_a_meeting_that_is_moved_earlier(
    alice: Browser, filled: Fields, plan: Plan
) -> None:
    address = plan(call=True)
    page = save(alice, address, filled(first_day="2026-11-16", answer_was=SUGGESTED))
    assert "i sina kalendrar. Sista dag att svara är nu mån 9 nov" in page
    assert last_days() == [date(2026, 11, 9)]


def test_a_day_in_time_stays_and_nothing_is_said_of_it(alice: Browser, filled: Fields, plan: Plan) -> None:
    address = plan(call=True)
    page = save(alice, address, filled(first_day="2026-11-20", answer_was=SUGGESTED))
    assert "Mötet är flyttat" in page
    assert "Sista dag att svara" not in page
    assert last_days() == [date(2026, 11, 17)]


def test_a_day_somebody_chose_after_the_meeting_is_refused_with_what_to_do(
    alice: Browser, filled: Fields, plan: Plan
) -> None:
    late = {"answer_by": "2026-11-25", "answer_was": SUGGESTED}
    for page in (alice.post(NEW, **filled(**late)), save(alice, plan(), filled(**late))):
        assert (page.status, "Välj en dag före mötet, eller lämna fältet tomt" in page) == (422, True)
        assert 'value="2026-11-25"' in page.html


def test_with_something_else_to_mend_the_day_stands_as_it_was_and_follows_later(alice: Browser, filled: Fields) -> None:
    page = alice.post(NEW, **filled(title="", first_day="2026-11-16", answer_was=SUGGESTED))
    assert page.status == 422
    assert f'name="answer_was" type="hidden" value="{SUGGESTED}"' in page.html
    assert 'id="answer_by-error"' not in page.html


def test_two_who_change_it_at_once_are_not_shown_what_nobody_reads(
    alice: Browser, dana: Browser, filled: Fields, plan: Plan
) -> None:
    address = plan()
    begun = revision_on(alice.get(f"{address}/edit"))
    save(dana, address, filled(answer_by="2026-11-18", answer_was=SUGGESTED))
    page = alice.post(f"{address}/edit", **filled(revision=begun, answer_was=SUGGESTED))
    assert (page.status, "Svara senast: 2026-11-18" in page) == (409, True)
    assert "Answer Was" not in page


@pytest.mark.parametrize(("again", "last"), [("y", date(2026, 12, 1)), (None, date(2026, 11, 4))])
def test_asked_again_after_the_last_day_members_get_a_new_one(
    alice: Browser, bob: Browser, filled: Fields, plan: Plan, again: str | None, last: date
) -> None:
    address = plan(call=True, answer_by="2026-11-04")
    bob.post(address.replace("meetings", "occasions") + "/answer", reply="on-site")
    page = save(alice, address, filled(first_day="2026-12-08", answer_by="2026-11-04", ask_again=again))
    assert "Mötet är flyttat" in page
    assert ("Sista dag att svara är nu tis 1 dec" in page) is (again == "y")
    assert ("Svara senast tis 1 dec." in bob.get(address)) is (again == "y")
    assert last_days() == [last]


@given(DAYS, DAYS)
def test_the_last_day_is_a_week_before_or_as_far_before_as_there_is(meeting: date, today: date) -> None:
    found = answer_day_for(meeting, today=today)
    assert (found is None) == (meeting < today)
    if found is not None:
        assert found == (meeting - timedelta(days=7) if meeting - today >= timedelta(days=7) else today)


@given(st.none() | DAYS, DAYS, DAYS)
def test_asked_anew_the_last_day_has_never_passed(before: date | None, meeting: date, today: date) -> None:
    found = asked_anew(before, meeting_day=meeting, today=today)
    assert found is None or found >= today
    assert before is None or before < today or found == before
