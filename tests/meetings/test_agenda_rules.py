"""What always holds of an agenda: its places, and its times."""

import threading
from collections.abc import Callable
from contextvars import copy_context
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app import db
from app.meetings import actions, schedule
from app.meetings.actions import Words
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from tests.meetings.conftest import Made

items = st.builds(
    lambda kind, minutes: AgendaItem(title="x", kind=kind, duration=timedelta(minutes=minutes)),
    st.sampled_from(ItemKind),
    st.integers(0, 600),
)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(  # noqa: DTZ001 - made aware on the next line
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)
lengths = st.integers(1, 14 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(st.lists(items, max_size=30), moments, lengths)
def test_each_item_begins_when_the_one_before_has_ended(
    agenda: list[AgendaItem], begins: datetime, length: timedelta
) -> None:
    plan = schedule.lay_out(agenda, starts_at=begins, ends_at=begins + length)
    clock = [*(row.starts_at for row in plan.rows), plan.ends_at]
    assert clock[0] == begins
    for row, after in zip(plan.rows, clock[1:], strict=True):
        assert after == row.starts_at + row.item.duration
    numbers = [row.number for row in plan.rows if row.item.kind is not ItemKind.PAUSE]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(row.number is None for row in plan.rows if row.item.kind is ItemKind.PAUSE)


@given(st.lists(items, max_size=30), moments, lengths)
def test_what_is_planned_free_and_too_much_adds_up(
    agenda: list[AgendaItem], begins: datetime, length: timedelta
) -> None:
    plan = schedule.lay_out(agenda, starts_at=begins, ends_at=begins + length)
    assert plan.planned + plan.left - plan.over == length
    assert not (plan.left and plan.over)


@given(st.lists(items, max_size=30), moments, lengths)
def test_the_time_bar_shows_each_stretch_once_in_order(
    agenda: list[AgendaItem], begins: datetime, length: timedelta
) -> None:
    plan = schedule.lay_out(agenda, starts_at=begins, ends_at=begins + length)
    bars = plan.bars
    assert len(bars) == sum(bool(item.duration) for item in agenda) + bool(plan.left)
    assert all(bar.width > 0 for bar in bars)
    assert all(bar.x >= 0 and bar.x + bar.width <= schedule.BAR_LENGTH for bar in bars)
    assert all(left.x + left.width <= right.x + 0.02 for left, right in pairwise(bars))
    assert any(bar.is_over for bar in bars) == bool(plan.over)
    assert sum(bar.look == "free" for bar in bars) == bool(plan.left)


@given(st.lists(items, max_size=5), moments, st.integers(14 * 60 + 1, 10_000))
def test_no_clock_is_set_for_days_and_nights(agenda: list[AgendaItem], begins: datetime, minutes: int) -> None:
    long = schedule.lay_out(agenda, starts_at=begins, ends_at=begins + timedelta(minutes=minutes))
    days = schedule.lay_out(agenda, starts_at=begins, ends_at=begins + timedelta(hours=2), whole_days=True)
    for plan in (long, days):
        assert plan.ends_at is None
        assert all(row.starts_at is None for row in plan.rows)
        assert not plan.over
        assert plan.planned == sum((item.duration for item in agenda), timedelta())


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "up", "down", "remove", "restore", "change"]), st.integers(0, 20)), max_size=25
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_done_the_places_are_in_order_and_nothing_is_lost(
    make_meeting: Callable[..., Made], steps: list[tuple[str, int]]
) -> None:
    meeting = db.session.get_one(Meeting, make_meeting().id)
    order: list[UUID] = []
    gone: dict[UUID, int] = {}
    for what, which in steps:
        _do(meeting, what, which, order, gone)
        kept = db.session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == meeting.id)).all()
        standing = sorted((item for item in kept if item.removed_at is None), key=lambda item: item.position)
        assert [item.position for item in standing] == list(range(len(order)))
        assert [item.id for item in standing] == order == [item.id for item in meeting.items]
        assert {item.id for item in kept if item.removed_at is not None} == set(gone)
    db.session.rollback()


def _do(meeting: Meeting, what: str, which: int, order: list[UUID], gone: dict[UUID, int]) -> None:
    """Do one step, and the same to a plain list."""
    if what == "add":
        order.append(actions.add_item(meeting, Words("x")).id)
    elif what == "restore" and gone:
        item_id = list(gone)[which % len(gone)]
        actions.restore_item(meeting, item_id)
        order.insert(min(gone.pop(item_id), len(order)), item_id)
    elif order and what != "restore":
        place = which % len(order)
        item_id = order[place]
        if what == "remove":
            actions.remove_item(meeting, item_id)
            gone[order.pop(place)] = place
        elif what == "change":
            item = next(item for item in meeting.items if item.id == item_id)
            actions.change_item(meeting, item_id, Words("y"), seen=item.revision)
        else:
            actions.move_item(meeting, item_id, up=what == "up")
            there = place - 1 if what == "up" else place + 1
            if 0 <= there < len(order):
                order[place], order[there] = order[there], order[place]


@pytest.mark.parametrize("what", ["add", "move"])
def test_two_at_once_both_count(make_meeting: Callable[..., Made], what: str) -> None:
    made = make_meeting(*(f"Punkt {number}" for number in range(6)))
    ids = list(made.items.values())
    failures: list[BaseException] = []
    together = threading.Barrier(3)

    def work(seed: int) -> None:
        try:
            for turn in range(6):
                together.wait(30)
                db.begin(writing=True)
                mine = db.session.get_one(Meeting, made.id)
                if what == "add":
                    actions.add_item(mine, Words(f"{seed}-{turn}"))
                else:
                    actions.move_item(mine, ids[(seed + turn) % 6], up=turn % 2 == 0)
                db.session.commit()
        except BaseException as failure:
            failures.append(failure)
        finally:
            db.session.remove()

    threads = [threading.Thread(target=copy_context().run, args=(work, seed)) for seed in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures
    db.session.rollback()
    kept = db.session.scalars(select(AgendaItem.position).where(AgendaItem.meeting_id == made.id)).all()
    assert sorted(kept) == list(range(24 if what == "add" else 6))
