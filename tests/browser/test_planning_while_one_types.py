"""A new meeting: the last day for answers follows its day, and what is not asked is not shown."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
NEW = "/networks/barn-och-unganatverket/meetings/new"


def test_the_last_day_for_answers_follows_the_meeting_until_somebody_chooses_one(visit: Visitor) -> None:
    page = visit("samordnare").go(NEW)
    day, last = page.locator("[name='first_day']"), page.locator("[name='answer_by']")
    day.fill("2035-03-13")
    expect(last).to_have_value("2035-03-06")
    day.fill("2020-03-13")
    expect(last).to_have_value("")
    day.fill("2035-03-20")
    expect(last).to_have_value("2035-03-13")
    last.fill("2035-03-01")
    day.fill("2035-04-20")
    expect(last).to_have_value("2035-03-01")


def test_how_many_meetings_is_asked_when_there_are_to_be_several(visit: Visitor) -> None:
    page = visit("samordnare").go(NEW)
    count = page.get_by_label("Hur många möten?")
    expect(count).to_be_hidden()
    page.get_by_label("Varje vecka", exact=True).check()
    expect(count).to_be_visible()
    page.get_by_label("Nej, ett enda möte").check()
    expect(count).to_be_hidden()
