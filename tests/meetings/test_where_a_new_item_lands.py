"""A coordinator adds an item: it lands before what closes the meeting, without anybody moving it there."""

from datetime import UTC, datetime, timedelta

import pytest

from app.meetings.closing import place_for
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem
from app.meetings.schedule import lay_out


def agenda(*titles: str) -> list[AgendaItem]:
    return [
        AgendaItem(
            title=title,
            kind=ItemKind.PAUSE if title in ("Paus", "Lunch") else ItemKind.DISCUSSION,
            duration=timedelta(minutes=10),
        )
        for title in titles
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([], []),
        (["Inledning"], []),
        (["Inledning"], ["Övriga frågor"]),
        (["Inledning"], ["Övriga frågor", "Nästa möte, mötet avslutas"]),
        (["Inledning"], ["9. Övrigt", "10. Nästa möte", "11. Mötets avslutande"]),
        (["Inledning", "Lunch"], ["ÖVRIGA ÄRENDEN", "Paus", "Avslutning"]),
        (["Inledning"], ["Avrundning", "Lunch"]),
        (["Welcome"], ["Any other business", "Next meeting", "Close of meeting"]),
        (["Nästa möte", "Budget"], []),
        (["Inledning", "Övriga frågor", "Budget"], ["Nästa möte"]),
        (["Inledning", "Övrigtlistan"], []),
        ([], ["Övriga frågor"]),
    ],
)
def test_before_what_closes_the_meeting(before: list[str], after: list[str]) -> None:
    assert place_for("Bokstart", agenda(*before, *after)) == len(before)


@pytest.mark.parametrize(
    ("title", "place"),
    [("Övriga frågor", 1), ("Nästa möte", 2), ("Mötet avslutas", 3), ("Bokstart", 1)],
)
def test_what_closes_a_meeting_finds_its_own_place_among_the_rest(title: str, place: int) -> None:
    there = [each for each in ("Inledning", "Övriga frågor", "Nästa möte", "Mötet avslutas") if each != title]
    assert place_for(title, agenda(*there)) == place


def test_the_time_in_that_place_is_known_and_what_there_is_no_time_for_is_late() -> None:
    starts_at = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    items = agenda("Inledning", "Sommarläsning", "Övriga frågor")
    plan = lay_out(items, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=25))
    assert [plan.begins(place) for place in (0, 2, 3)] == [starts_at + timedelta(minutes=each) for each in (0, 20, 30)]
    assert plan.late_from == starts_at + timedelta(minutes=25)
    assert lay_out(items, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=30)).late_from is None
