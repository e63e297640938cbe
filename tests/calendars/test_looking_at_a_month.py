"""Somebody looks at a month: what there is, on which day, in which week, and what they have answered."""

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from tests.browser_double import Browser, Page
from tests.calendar_world import called, cancelled


def _square(page: Page, day: str) -> str:
    """What the square of a day says."""
    found = re.search(rf'<td(?:(?!<td).)*?datetime="{day}".*?</td>', page.html, re.S)
    assert found, day
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])).strip()


def _listed(page: Page) -> str:
    return page.text.split("Lista", 2)[-1]


def test_without_asking_it_is_this_month(bob: Browser, world: SimpleNamespace) -> None:
    called("Läsning på fritiden", world.children, place="Vimmerby")

    page = bob.get("/calendar")

    assert page.title == "November 2026 – Kalender – Knutpunkt"
    assert _square(page, "2026-11-24") == "24 9.30 Läsning på fritiden"
    assert _square(page, "2026-11-05").startswith("i dag")
    assert "tis 24 nov Läsning på fritiden kl. 9.30–12.00 · Vimmerby Barn- och unganätverket" in page
    assert "1 möte eller aktivitet" in page


def test_weeks_begin_on_monday_and_have_their_numbers(bob: Browser) -> None:
    page = bob.get("/calendar?month=2026-11")

    assert re.findall(r'<th scope="row">v\. (\d+)</th>', page.html) == ["44", "45", "46", "47", "48", "49"]
    assert re.findall(r'<abbr title="(\w+)">', page.html)[0] == "måndag"
    assert len(re.findall(r'<time class="day"', page.html)) == 42
    january = bob.get("/calendar?month=2027-01")
    assert re.findall(r'<th scope="row">v\. (\d+)</th>', january.html)[:2] == ["53", "1"]


def test_red_days_are_red_and_have_their_names(bob: Browser) -> None:
    page = bob.get("/calendar?month=2026-12")

    assert _square(page, "2026-12-25") == "25 Juldagen"
    assert re.search(r'<td class="red ?"><time class="day" datetime="2026-12-25"', page.html)
    assert re.search(r'<td class="red ?"><time class="day" datetime="2026-12-06"', page.html)
    assert re.search(r'<td><time class="day" datetime="2026-12-05"', page.html)


def test_one_leads_to_the_months_around(bob: Browser, world: SimpleNamespace) -> None:
    page = bob.get("/calendar?month=2026-12&n=barn-och-unganatverket")

    assert "/calendar?month=2026-11&amp;n=barn-och-unganatverket" in page.links
    assert "/calendar?month=2027-01&amp;n=barn-och-unganatverket" in page.links
    assert 'aria-label="Januari 2027"' in page.html
    assert 'rel="prev"' not in bob.get("/calendar?month=1990-01").html
    assert 'rel="next"' not in bob.get("/calendar?month=2100-12").html


@pytest.mark.parametrize(
    "month", ["2026-13", "2026-00", "november", "9999-12", "0001-01", "-1", "2026-11-24", "٢٠٢٦-١١"]
)
def test_a_month_that_is_none_gives_this_one_with_a_word_about_it(bob: Browser, month: str) -> None:
    page = bob.get(f"/calendar?month={month}")

    assert page.status == 200
    assert page.title.startswith("November 2026")
    assert "Månaden i adressen gick inte att läsa. Här är den här månaden i stället." in page


def test_what_is_cancelled_is_struck_out_and_said_so(bob: Browser, world: SimpleNamespace) -> None:
    cancelled("Föreläsning", world.children)

    page = bob.get("/calendar")

    assert _square(page, "2026-11-24") == "24 9.30 Föreläsning inställt"
    assert page.html.count('<span class="cancelled">') == 2
    assert "· inställt" in _listed(page)


def test_whole_days_stand_on_each_of_their_days(bob: Browser, world: SimpleNamespace) -> None:
    called("Länsdagar", world.children, at=date(2026, 11, 29), days=3)
    called("Heldag", world.children, at=date(2026, 11, 10))

    page = bob.get("/calendar")

    for day in ("2026-11-29", "2026-11-30", "2026-12-01"):
        assert "Länsdagar" in _square(page, day)
    for day in ("2026-11-28", "2026-12-02"):
        assert "Länsdagar" not in _square(page, day)
    assert "29 nov – 1 dec" in _listed(page)
    assert "Heldag hela dagen" in _listed(page)
    assert "Länsdagar" in bob.get("/calendar?month=2026-12&view=list")


def test_what_goes_on_past_midnight_stands_on_both_days_but_not_on_a_third(
    bob: Browser, world: SimpleNamespace
) -> None:
    called("Nattläsning", world.children, at=datetime(2026, 11, 13, 19, tzinfo=UTC), hours=12)
    called("Till midnatt", world.children, at=datetime(2026, 11, 20, 19, tzinfo=UTC), hours=4)

    page = bob.get("/calendar")

    assert _square(page, "2026-11-13") == "13 20.00 Nattläsning"
    assert _square(page, "2026-11-14") == "14 Nattläsning"
    assert _square(page, "2026-11-21") == "21"


def test_the_list_alone_is_of_the_month_only(bob: Browser, world: SimpleNamespace) -> None:
    called("Sist i oktober", world.children, at=datetime(2026, 10, 30, 9, tzinfo=UTC))
    called("Mitt i", world.children)

    page = bob.get("/calendar?view=list")

    assert "<table" not in page.html
    assert "Mitt i" in page
    assert "Sist i oktober" not in page
    assert "Sist i oktober" in bob.get("/calendar")
    assert "Inget den här månaden" in bob.get("/calendar?view=list&month=2027-06")


def test_the_list_begins_with_this_week_and_keeps_what_is_over_behind_a_word(
    bob: Browser, world: SimpleNamespace
) -> None:
    called("Sist i oktober", world.children, at=datetime(2026, 10, 28, 9, tzinfo=UTC))
    called("Mitt i", world.children)

    page = bob.get("/calendar")

    assert "Tidigare i månaden v. 44 ons 28 okt Sist i oktober" in _listed(page)
    assert '<details class="earlier"><summary>' in page.html
    behind, seen = page.html.split("</details>")[-2].split("<details")[-1], page.html.split("</details>")[-1]
    assert "Sist i oktober" in behind
    assert "Mitt i" in seen
    assert "Tidigare i månaden" not in bob.get("/calendar?month=2026-10")

    called("Länsdagar", world.children, at=date(2026, 10, 31), days=4)  # they go on into this week
    assert "Tidigare i månaden" not in bob.get("/calendar")


def test_a_meeting_in_a_square_leads_to_the_meeting(bob: Browser, world: SimpleNamespace) -> None:
    occasion = called("Läsning på fritiden", world.children)

    page = bob.get("/calendar")

    square = page.html.split('datetime="2026-11-24"')[1].split("</td>")[0]
    assert f'href="{occasion.path}"' in square


def test_the_calendar_speaks_english(bob: Browser) -> None:
    page = bob.get("/calendar", headers={"Accept-Language": "en"})

    assert page.title.startswith("November 2026")
    assert '<abbr title="Monday">' in page.html


def test_the_calendar_is_for_those_who_have_signed_in(nobody: Browser) -> None:
    assert nobody.get("/calendar?month=2026-11").location == "/login?next=/calendar?month%3D2026-11"
