"""What a new meeting's form suggests, which dates of a series are proposed, and who may plan."""

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import clock
from app.calendars.days import is_red
from app.networks.kinds import NetworkKind, RecordForm, Role, Visibility
from app.networks.models import Membership, Network
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.occasions.policy import can_plan_in
from app.occasions.span import Span, timed, whole_days
from app.people.models import Person
from app.planning.proposals import chosen, propose
from app.planning.standard_agenda import standard_points
from app.planning.suggestions import NOTICE, free_day, suggestion

TODAY = date(2026, 11, 5)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def occasion(span: Span, title: str = "Annat") -> Occasion:
    found = Occasion(title=title, starts_at=span.starts_at, ends_at=span.ends_at, state=OccasionState.CALLED)
    found.first_day, found.last_day = span.first_day, span.last_day
    return found


def morning(day: date) -> Span:
    begins = datetime.combine(day, time(9), tzinfo=clock.zone()).astimezone(UTC)
    return timed(begins, begins + timedelta(hours=2))


@given(st.integers(0, 6), DAYS, st.sets(st.integers(0, 60)))
def test_the_suggested_day_is_the_weekday_free_and_not_too_soon(weekday: int, soonest: date, offsets: set[int]) -> None:
    taken = {soonest + timedelta(days=each) for each in offsets}
    day = free_day(weekday, soonest=soonest, taken=taken)
    assert (day.weekday(), day >= soonest) == (weekday, True)
    if weekday != 6:  # every Sunday is red
        assert day not in taken
        assert not is_red(day)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (NetworkKind.NETWORK, "Nätverksträff"),
        (NetworkKind.WORKING_GROUP, "Arbetsgruppsmöte"),
        (NetworkKind.MANAGERS_GROUP, "Chefsgruppsmöte"),
    ],
)
def test_the_suggested_title_follows_the_kind(kind: NetworkKind, title: str) -> None:
    network = Network(name="X", slug="x", kind=kind)
    assert suggestion(network, None, taken=(), today=TODAY)["title"] == title


def test_a_network_that_met_for_a_whole_day_is_suggested_one() -> None:
    latest = occasion(whole_days(date(2026, 9, 3), date(2026, 9, 3)))
    found = suggestion(Network(name="X", slug="x", kind=NetworkKind.NETWORK), latest, taken=(), today=TODAY)
    assert (found["lasts"], found["first_day"]) == ("days", date(2026, 11, 19))


def test_a_camp_of_several_days_is_not_taken_for_a_habit() -> None:
    latest = occasion(whole_days(date(2026, 9, 3), date(2026, 9, 5)))
    found = suggestion(Network(name="X", slug="x", kind=NetworkKind.NETWORK), latest, taken=(), today=TODAY)
    assert (found["lasts"], found["from_time"], found["first_day"]) == ("hours", time(9, 30), date(2026, 11, 24))


@given(DAYS)
def test_members_get_two_weeks_notice_and_time_to_answer(today: date) -> None:
    found = suggestion(Network(name="X", slug="x", kind=NetworkKind.NETWORK), None, taken=(), today=today)
    assert found["first_day"] >= today + NOTICE
    assert today <= found["answer_by"] <= found["first_day"] - timedelta(days=7)


@given(st.lists(DAYS, min_size=1, max_size=6, unique=True), st.sets(DAYS, max_size=3))
def test_only_what_speaks_for_itself_is_ticked(days: list[date], red: set[date]) -> None:
    found = propose(sorted(days), span_on=morning, red=dict.fromkeys(red, "Röd"))
    assert [each.day for each in found] == sorted(days)
    weekends = sorted(days)[0].weekday() >= 5
    for each in found:
        assert each.ticked == (each.day not in red and (weekends or each.day.weekday() < 5))
        assert each.ticked or each.notes
    assert chosen(found, [each.isoformat() for each in days]) == [morning(each) for each in sorted(days)]


def test_a_red_day_inside_several_whole_days_is_told() -> None:
    found = propose(
        [date(2026, 12, 23)],
        span_on=lambda day: whole_days(day, day + timedelta(days=2)),
        red={date(2026, 12, 25): "Juldagen"},
    )
    assert [str(note) for note in found[0].notes] == ["Juldagen, röd dag"]


def test_what_ends_when_the_other_begins_is_no_clash() -> None:
    day, hour = date(2026, 11, 24), timedelta(hours=1)
    this = morning(day)
    around = [Span(this.ends_at, this.ends_at + hour), Span(this.starts_at - hour, this.starts_at)]
    assert propose([day], span_on=morning, red={}, taken=[occasion(each) for each in around])[0].notes == ()
    assert propose([day], span_on=morning, red={}, taken=[occasion(this)])[0].notes != ()


@pytest.mark.parametrize("form", RecordForm)
def test_the_standard_points_take_less_than_the_usual_meeting(form: RecordForm) -> None:
    points = standard_points(form)
    assert sum((each.duration for each in points), timedelta()) < timedelta(hours=2, minutes=30)
    assert points[0].title == "Mötet öppnas"
    assert len({each.title for each in points}) == len(points)


@pytest.mark.parametrize(
    ("role", "administers", "archived", "may"),
    [
        (Role.COORDINATOR, False, False, True),
        (Role.COORDINATOR, False, True, False),
        *((role, False, False, False) for role in Role if role is not Role.COORDINATOR),
        (Role.MEMBER, True, False, True),
        (Role.MEMBER, True, True, False),
    ],
)
def test_who_plans_in_a_network(
    world: SimpleNamespace, role: Role, administers: bool, archived: bool, may: bool
) -> None:
    person: Person = world.charlie
    person.is_administrator = administers
    network = Network(name="X", slug="x", visibility=Visibility.OPEN, archived_at=clock.now() if archived else None)
    network.memberships = [Membership(person_id=person.id, role=role, starts_on=TODAY)]
    assert can_plan_in(person, network) is may
