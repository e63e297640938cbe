"""A coordinator brings the calendar that the network has had: once is enough, and what is changed here stays."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.audit.models import AuditEntry
from app.imports.calendar_apply import apply_calendar
from app.imports.calendar_file import CalendarFile, read_calendar_file
from app.imports.calendar_plan import CalendarPlan, plan_calendar
from app.imports.outcomes import RowsAreRefused
from app.meetings.models import Meeting
from app.occasions import actions
from app.occasions.kinds import OccasionState, Stage
from app.occasions.models import Occasion
from tests.conftest import NOW
from tests.imports.samples import calendar, sample
from tests.outbox import told

ENTRY = "UID:a\nSUMMARY:Möte\nDTSTART:20270211T083000Z\nDTEND:20270211T100000Z\nLOCATION:Kalmar"


def read(data: bytes) -> CalendarFile:
    return read_calendar_file(data, time_zone="Europe/Stockholm", today=clock.today())


def take(world: SimpleNamespace, data: bytes, *, partial: bool = True) -> CalendarPlan:
    plan = plan_calendar(read(data), world.children)
    apply_calendar(plan, by=world.alice, host_name="knutpunkt.example", filename="kalender.ics", partial=partial)
    db.session.commit()
    return plan


def entry(**other: str) -> bytes:
    """One meeting, with some properties other than usual."""
    lines = dict(line.split(":", 1) for line in ENTRY.split("\n")) | other
    return calendar("\n".join(f"{name}:{value}" for name, value in lines.items() if value))


def only() -> Occasion:
    db.session.expire_all()
    return db.session.scalars(select(Occasion)).one()


def outcomes(plan: CalendarPlan) -> list[str]:
    return [row.outcome.value for row in plan.rows]


def notes(plan: CalendarPlan) -> list[str]:
    return [str(note) for row in plan.rows for note in (*row.reasons, *row.notes)]


def test_the_outlook_file_becomes_meetings(world: SimpleNamespace) -> None:
    plan = take(world, sample("outlook-export.ics"))

    assert told() == []  # nobody gets a letter about what was read in
    assert (plan.tally.new, plan.tally.refused) == (10, 1)
    assert [row.title for row in plan.rows if row.outcome == "refused"] == ["Trasig post utan starttid"]
    found = db.session.scalars(select(Meeting).join(Meeting.occasion).order_by(Occasion.starts_at)).all()
    when = [each.occasion.starts_at.strftime("%y%m%d %H%M") for each in found]
    assert when == [
        "260902 0700", "261007 0700", "261104 0800", "261202 1200", "270203 0800", "270211 0830", "270303 0800",
        "270318 0800", "270407 0700", "270419 2200",
    ]  # fmt: skip
    assert [each.occasion.stage for each in found] == [Stage.HELD] * 3 + [Stage.CALLED] * 4 + [
        Stage.CANCELLED, Stage.CALLED, Stage.CALLED,
    ]  # fmt: skip
    assert found[3].title == "Digitala nätverket: avstämning (flyttad)"
    media, days = found[5].occasion, found[9].occasion
    assert (media.title, media.place) == ("Medieträff vår", "Hultsfreds bibliotek, stora salen")
    assert media.description.startswith("Dagordning:\n1. Laget runt")
    assert (days.first_day, days.last_day) == (date(2027, 4, 20), date(2027, 4, 21))
    assert {host.id for each in found for host in each.hosts} == {world.children.id}


def test_the_same_file_again_changes_nothing(world: SimpleNamespace) -> None:
    take(world, sample("outlook-export.ics"))
    before = _everything()

    again = take(world, sample("outlook-export.ics"))

    assert set(outcomes(again)) == {"refused", "unchanged"}
    assert _everything() == before


def test_nothing_is_written_while_an_entry_is_refused(world: SimpleNamespace) -> None:
    with pytest.raises(RowsAreRefused):
        take(world, sample("outlook-export.ics"), partial=False)

    assert db.session.scalars(select(Occasion)).all() == []


def test_what_has_another_time_place_and_title_in_the_file_gets_it_here(world: SimpleNamespace) -> None:
    take(world, entry())
    plan = take(world, entry(SUMMARY="Träff", DTSTART="20270212T083000Z", DTEND="20270212T100000Z", LOCATION=""))

    assert outcomes(plan) == ["changed"]
    occasion = only()
    assert (occasion.title, occasion.place, occasion.day) == ("Träff", "", date(2027, 2, 12))
    assert occasion.stage is Stage.MOVED
    assert occasion.lead_id == world.children.id
    again = entry(SUMMARY="Träff", DTSTART="20270212T083000Z", DTEND="20270212T100000Z", LOCATION="")
    assert outcomes(take(world, again)) == ["unchanged"]


def test_what_has_been_changed_here_is_told_and_not_overwritten(world: SimpleNamespace) -> None:
    take(world, entry())
    actions.move(only(), actions.timed(datetime(2027, 2, 13, 9, tzinfo=UTC), datetime(2027, 2, 13, 10, tzinfo=UTC)))
    db.session.commit()

    plan = take(world, entry(SUMMARY="Träff"))

    assert outcomes(plan) == ["unchanged"]
    assert notes(plan) == ["Mötet har ändrats här sedan det lästes in, och står kvar så."]
    assert (only().title, only().day) == ("Möte", date(2027, 2, 13))


def test_a_cancellation_comes_and_goes_with_the_file(world: SimpleNamespace) -> None:
    take(world, entry())
    assert notes(take(world, entry(STATUS="CANCELLED"))) == ["Mötet ställs in."]
    assert only().state is OccasionState.CANCELLED
    assert outcomes(take(world, entry(STATUS="CANCELLED", SUMMARY="Inställt: Möte"))) == ["unchanged"]
    assert notes(take(world, entry())) == ["Mötet blir av igen."]
    assert only().state is OccasionState.CALLED


@pytest.mark.parametrize(
    ("moment", "change", "told"),
    [
        ("minutes_published_at", {"SUMMARY": "Träff"}, "Mötets anteckningar är publicerade, så det ligger fast."),
        (
            "minutes_started_at",
            {"STATUS": "CANCELLED"},
            "Anteckningarna är påbörjade, så mötet kan inte ställas in.",
        ),
    ],
)
def test_what_is_on_record_stays(world: SimpleNamespace, moment: str, change: dict[str, str], told: str) -> None:
    take(world, entry())
    setattr(db.session.scalars(select(Meeting)).one(), moment, NOW)
    db.session.commit()

    assert notes(take(world, entry(**change))) == [told]
    assert (only().title, only().state) == ("Möte", OccasionState.CALLED)


def test_our_own_meetings_do_not_come_back_as_others(world: SimpleNamespace) -> None:
    take(world, entry())

    plan = take(world, entry(UID=only().uid))

    assert (outcomes(plan), notes(plan)) == (["unchanged"], ["Mötet kommer härifrån och finns redan."])


def test_the_same_file_in_two_networks_is_two_calendars(world: SimpleNamespace) -> None:
    take(world, entry())

    assert outcomes(plan_calendar(read(entry()), world.secret)) == ["new"]


def test_what_fills_more_than_a_month_is_refused(world: SimpleNamespace) -> None:
    plan = take(world, entry(DTEND="20270511T100000Z"))

    assert (outcomes(plan), notes(plan)) == (["refused"], ["Det blir fler än 31 dagar. Dela upp det."])


def test_calendars_learn_of_it_and_the_log_tells_once(world: SimpleNamespace) -> None:
    for _ in range(2):
        take(world, entry())

    db.session.refresh(world.children)
    assert world.children.calendar_revision == 1
    (line,) = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "imported"))
    assert (line.actor, line.subject, line.details["new"]) == ("Alice Almgren", "Barn- och unganätverket", 1)


def test_the_statements_do_not_grow_with_the_entries(
    world: SimpleNamespace, statements: Callable[[Callable[[], object]], int]
) -> None:
    series = entry(RRULE="FREQ=DAILY;COUNT=40")
    take(world, series)
    plan_calendar(read(entry()), world.children)  # the transaction has begun
    counted = [
        statements(lambda data=data: plan_calendar(read(data), world.children))  # type: ignore[misc]
        for data in (entry(), series)
    ]

    assert counted == [4, 4]


def _everything() -> list[object]:
    db.session.expire_all()
    return [(each.id, each.revision, each.sequence, each.changed_at) for each in db.session.scalars(select(Occasion))]
