"""A series is a way of making separate meetings: the dates are shown first, and what does not suit is left out."""

import re
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

from sqlalchemy import func, select

from app import db
from app.audit.models import AuditEntry
from app.focus.models import FocusArea
from app.meetings.models import Meeting
from app.occasions.models import Occasion
from tests.browser_double import Browser, Page
from tests.planning.conftest import BASE, NEW, SERIES

Fields = Callable[..., dict[str, object]]
MONTHLY = {"rhythm": "monthly_by_weekday", "count": "4"}


def ticked(page: Page) -> list[str]:
    return re.findall(r'name="days" value="([\d-]+)" checked', page.html)


def carried(page: Page) -> dict[str, object]:
    """Everything the page sends along by itself."""
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.html)
    return {name: [value for each, value in hidden if each == name] for name, _ in hidden if name != "csrf_token"}


def steps(page: Page) -> dict[str, object]:
    """What the page sends along of the dates that were shown and ticked."""
    return {name: values for name, values in carried(page).items() if name in ("shown", "days")}


def test_the_dates_are_shown_before_anything_is_made(alice: Browser, filled: Fields) -> None:
    page = alice.post(NEW, **filled(**MONTHLY))
    assert page.status == 200
    assert ticked(page) == ["2026-11-24", "2026-12-22", "2027-01-26", "2027-02-23"]
    assert "tis 22 dec kl. 9.30–12.00, v. 52" in page
    assert db.session.scalars(select(func.count()).select_from(Occasion)).one() == 0


def test_red_days_and_weekends_are_marked_and_not_ticked(alice: Browser, filled: Fields) -> None:
    weekly = {"rhythm": "weekly", "count": "4", "answer_by": None}
    christmas = alice.post(NEW, **filled(first_day="2026-12-11", **weekly))
    assert ticked(christmas) == ["2026-12-11", "2026-12-18"]
    assert "Juldagen, röd dag" in christmas
    by_date = alice.post(NEW, **filled(first_day="2027-02-13", rhythm="monthly_by_date", count="3", answer_by=None))
    assert ticked(by_date) == ["2027-02-13", "2027-03-13", "2027-04-13"]
    sometimes = alice.post(NEW, **filled(first_day="2027-01-13", rhythm="monthly_by_date", count="3", answer_by=None))
    assert (ticked(sometimes), "helg" in sometimes) == (["2027-01-13"], True)


def test_what_the_hosts_have_already_is_marked(alice: Browser, plan: Callable[..., str], filled: Fields) -> None:
    plan(title="Läsdag", first_day="2026-12-22", lasts="days", answer_by=None)
    page = alice.post(NEW, **filled(**MONTHLY))
    assert "krockar med Läsdag" in page
    assert "2026-12-22" in ticked(page)


def test_what_was_ticked_becomes_separate_drafts(alice: Browser, bob: Browser, filled: Fields) -> None:
    dates = alice.post(NEW, **filled(**MONTHLY))
    listed = alice.send(SERIES, **carried(dates) | {"days": ["2026-11-24", "2027-01-26"]})
    assert "2 möten är sparade som utkast" in listed
    assert "26 jan 2027" in listed
    assert "22 dec" not in listed
    assert "26 jan 2027" not in bob.get(f"{BASE}/meetings")
    made = db.session.scalars(select(Meeting).join(Meeting.occasion).order_by(Occasion.starts_at)).all()
    assert len({each.series_id for each in made}) == 1
    assert len({each.occasion.uid for each in made}) == 2
    assert [str(each.answer_by) for each in made] == ["2026-11-17", "2027-01-19"]
    assert [len(each.items) for each in made] == [5, 5]


def test_a_series_can_be_called_at_once(alice: Browser, bob: Browser, filled: Fields) -> None:
    dates = alice.post(NEW, **filled(**MONTHLY))
    assert "Kallar du ser 2 medlemmar mötena här" in dates
    listed = alice.send(SERIES, **carried(dates) | {"days": ticked(dates), "do": "call"})
    assert "4 möten är kallade" in listed
    assert "23 feb 2027" in bob.get(f"{BASE}/meetings")
    assert db.session.scalars(select(func.count()).select_from(AuditEntry)).one() == 4


def test_a_focus_area_goes_no_further_than_its_plan(alice: Browser, filled: Fields) -> None:
    area = FocusArea(name="Läsfrämjande", valid_from=date(2025, 1, 1), valid_to=date(2026, 12, 31))
    db.session.add(area)
    db.session.commit()
    dates = filled(**MONTHLY, focus_areas=[str(area.id)])
    alice.post(SERIES, **dates, days=["2026-12-22", "2027-01-26"])
    made = db.session.scalars(select(Occasion).order_by(Occasion.starts_at)).all()
    assert [[each.name for each in one.focus_areas] for one in made] == [["Läsfrämjande"], []]


def test_a_series_may_end_on_a_day_instead(alice: Browser, filled: Fields) -> None:
    page = alice.post(NEW, **filled(rhythm="every_other_week", until="2026-12-22"))
    assert ticked(page) == ["2026-11-24", "2026-12-08", "2026-12-22"]


def test_mistakes_about_the_series_are_said_in_words(alice: Browser, filled: Fields) -> None:
    told = {
        "Skriv antingen hur många möten det blir": {"rhythm": "weekly"},
        "antingen hur många möten det blir eller": {"rhythm": "weekly", "count": "3", "until": "2026-12-22"},
        "Serien slutar före det första mötet": {"rhythm": "weekly", "until": "2026-11-01"},
        "Skriv ett helt tal mellan 2 och 60": {"rhythm": "weekly", "count": "många"},
        "Det blir fler än 60 möten": {"rhythm": "weekly", "until": "2030-01-01"},
    }
    for words, changes in told.items():
        page = alice.post(NEW, **filled(**changes))
        assert (page.status, words in page) == (422, True), words


def test_no_date_at_all_is_a_mistake_and_the_dates_are_still_there(alice: Browser, filled: Fields) -> None:
    page = alice.post(SERIES, **filled(**MONTHLY))
    assert (page.status, "Välj minst en dag" in page) == (422, True)
    assert "22 dec" in page
    elsewhere = alice.post(SERIES, **filled(**MONTHLY), days=["2026-12-23"])
    assert elsewhere.status == 422


def test_back_leads_to_the_form_as_it_was_filled_in(alice: Browser, filled: Fields) -> None:
    dates = alice.post(NEW, **filled(**MONTHLY, description="Ta med exempel"))
    page = alice.post(SERIES, **carried(dates) | {"do": "back"})
    assert page.status == 200
    assert "Ta med exempel" in page
    assert 'value="monthly_by_weekday" checked' in page.html
    assert not page.title.startswith("Fel")


def test_a_refusal_leaves_the_ticks_as_they_were(alice: Browser, filled: Fields) -> None:
    dates = alice.post(NEW, **filled(**MONTHLY))
    page = alice.post(SERIES, **carried(dates) | {"do": "call"})
    assert (page.status, ticked(page)) == (422, [])
    assert page.html.count('name="days"') == 4


def test_a_step_back_and_forth_leaves_the_ticks_as_they_were(alice: Browser, filled: Fields) -> None:
    dates = alice.post(NEW, **filled(**MONTHLY))
    for left in (["2026-12-22", "2027-02-23"], []):
        back = alice.post(SERIES, **carried(dates) | {"days": left, "do": "back"})
        mistaken = alice.post(NEW, **filled(**MONTHLY | {"count": "många"}) | steps(back))
        assert mistaken.status == 422
        assert ticked(alice.post(NEW, **filled(**MONTHLY) | steps(mistaken))) == left
        longer = alice.post(NEW, **filled(**MONTHLY | {"count": "5"}) | steps(mistaken))
        assert ticked(longer) == [*left, "2027-03-23"], "a date that was not shown before is proposed as usual"


def test_a_member_cannot_make_one(world: SimpleNamespace, bob: Browser, charlie: Browser, filled: Fields) -> None:
    assert bob.post(SERIES, **filled(**MONTHLY), days=["2026-11-24"]).status == 403
    assert charlie.post("/networks/stangda-gruppen/meetings/series").status == 404
