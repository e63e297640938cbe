"""A series comes round on the days its rule says: held against dateutil, which reckons in another way."""

from datetime import date, datetime, time
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.imports.recurrence import read_rule
from app.imports.rule_days import rule_walls
from app.imports.steps import SeriesTooLong, Steps

LAST = date(2031, 12, 31)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def walls(rule: str, first: datetime, last: date = LAST) -> list[datetime]:
    steps = Steps(in_a_series=100_000, in_all=100_000)
    return list(islice(rule_walls(read_rule(rule), first, last=last, steps=steps), 300))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Any rule, sensible or not. Left out is what dateutil reckons in a way of its own, and so slow it never ends."""

    def some(values: st.SearchStrategy[int]) -> str:
        return ",".join(map(str, sorted(draw(st.sets(values, min_size=1, max_size=4)))))

    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}", f"WKST={draw(st.sampled_from(WEEKDAYS))}"]
    if draw(st.booleans()):
        numbered = frequency in ("MONTHLY", "YEARLY") and draw(st.booleans())
        which = st.sampled_from(["1", "2", "-1", "5"] if numbered else [""])
        days = draw(st.sets(st.builds(str.__add__, which, st.sampled_from(WEEKDAYS)), min_size=1, max_size=3))
        parts.append(f"BYDAY={','.join(sorted(days))}")
    if draw(st.booleans()):
        parts.append(f"BYMONTH={some(st.integers(1, 12))}")
    if frequency != "WEEKLY" and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={some(st.integers(1, 28) | st.integers(-5, -1))}")
    if frequency == "YEARLY" and draw(st.booleans()):
        parts.append(
            draw(st.sampled_from(["BYWEEKNO=", "BYYEARDAY="])) + some(st.integers(1, 52) | st.integers(-2, -1))
        )
    if frequency in ("MONTHLY", "YEARLY") and len(parts) > 3 and draw(st.booleans()):
        parts.append(f"BYSETPOS={some(st.integers(1, 3) | st.integers(-2, -1))}")
    if draw(st.booleans()):
        parts.append(f"BYHOUR={some(st.integers(0, 23))}")
    return ";".join(parts)


@settings(max_examples=200, deadline=None)
@given(rules(), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(0, 23))
def test_any_rule_gives_the_days_that_dateutil_gives(rule: str, first_day: date, hour: int) -> None:
    first = datetime.combine(first_day, time(hour, 30))
    found = walls(rule, first)
    assume(found)

    assert found == list(islice(rrulestr(rule, dtstart=first), len(found)))


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=1WE", ["2026-09-02", "2026-10-07", "2026-11-04", "2026-12-02"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-09-30", "2026-10-30", "2026-11-30", "2026-12-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["2026-10-31", "2026-12-31"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH", ["2026-12-31"]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,WE", ["2026-09-02", "2026-09-13", "2026-09-16", "2026-09-27"]),
    ],
)
def test_rules_as_people_set_them(rule: str, days: list[str]) -> None:
    found = walls(rule, datetime.fromisoformat("2026-09-02T09:00"), last=date(2026, 12, 31))

    assert [wall.date().isoformat() for wall in found[:4]] == days


def test_work_without_end_is_refused() -> None:
    steps = Steps(in_a_series=1_000, in_all=10_000)
    with pytest.raises(SeriesTooLong):
        list(rule_walls(read_rule("FREQ=DAILY"), datetime.fromisoformat("1900-01-01"), last=LAST, steps=steps))
