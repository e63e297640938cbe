"""Whatever two accounts have been, after they are merged every day of the past shows what either of them was."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app import db
from app.merging.actions import gather_stragglers, merge
from app.merging.references import ruled
from app.merging.rules import Way
from app.minutes.models import Attendance, Presence
from app.networks.kinds import Role, Standing
from app.networks.models import Membership
from app.occasions.kinds import Reply
from app.occasions.models import Answer
from tests.conftest import NOW
from tests.merging.county import again, belong, days_of, double_of, meeting

FIRST = date(2025, 1, 1)
DAYS = [FIRST + timedelta(days=each) for each in range(61)]
spans = st.lists(st.integers(0, 60), max_size=8, unique=True).map(sorted)
"""Days on which somebody comes and goes by turns: no two memberships of the same role at once."""
kinds = st.sampled_from([None, Standing.ORDINARY, Standing.DEPUTY])
histories = st.fixed_dictionaries(
    {(network, role): st.tuples(spans, kinds) for network in ("children", "secret")
     for role in (Role.MEMBER, Role.COORDINATOR)}
)  # fmt: skip
replies = st.dictionaries(st.integers(0, 3), st.tuples(st.sampled_from(Reply), st.integers(0, 50)), max_size=4)
presences = st.dictionaries(st.integers(0, 3), st.sampled_from(Presence), max_size=4)
lives = st.tuples(histories, replies, presences)


def live(person: Any, world: SimpleNamespace, meetings: list[Any], life: Any, *, minute: int = 0) -> None:
    """Let somebody have been and done what an example says."""
    history, answered, attended = life
    for (network, role), (turns, standing) in history.items():
        for start, end in zip(turns[::2], [*turns[1::2], None], strict=False):
            last = DAYS[end - 1] if end is not None else None
            belong(person, getattr(world, network), DAYS[start], last, role=role, standing=standing)
    for number, (reply, hours) in answered.items():
        at = NOW - timedelta(hours=hours, minutes=minute)
        db.session.add(Answer(occasion_id=meetings[number], person_id=person.id, reply=reply, answered_at=at))
    for number, presence in attended.items():
        db.session.add(Attendance(meeting_id=meetings[number], person_id=person.id, presence=presence))
    db.session.flush()


def answers_of(*people: Any) -> dict[Any, tuple[Any, Reply]]:
    """The last answer to each meeting that either of some people gave."""
    rows = db.session.execute(
        select(Answer.occasion_id, Answer.answered_at, Answer.reply).where(Answer.person_id.in_(people))
    )
    found: dict[Any, tuple[Any, Reply]] = {}
    for occasion, at, reply in rows:
        if occasion not in found or at > found[occasion][0]:
            found[occasion] = (at, reply)
    return found


def meetings_attended(*people: Any) -> set[Any]:
    """Where any of some people was present."""
    present = select(Attendance.meeting_id).where(Attendance.presence != Presence.ABSENT)
    return set(db.session.scalars(present.where(Attendance.person_id.in_(people))))


def overlapping(person: Any) -> list[Any]:
    """Roles that somebody has twice on the same day; there are none."""
    rows = db.session.scalars(select(Membership).where(Membership.person_id == person)).all()
    return [
        (one.id, two.id)
        for one in rows
        for two in rows
        if one.id < two.id and (one.network_id, one.role) == (two.network_id, two.role)
        and any(one.is_active_on(day) and two.is_active_on(day) for day in DAYS)
    ]  # fmt: skip


def test_nothing_is_lost_whatever_they_did(world: SimpleNamespace) -> None:
    from app.minutes import actions as minutes

    double = double_of(world)
    made = [meeting(world, f"Möte {number}", -5 - number) for number in range(4)]
    for each in made:
        minutes.begin(each, by=world.alice)
    meetings, kept, gone = [each.id for each in made], world.charlie.id, double.id
    here = SimpleNamespace(**{name: SimpleNamespace(id=getattr(world, name).id) for name in ("children", "secret")})
    charlie, other_one, dana = (SimpleNamespace(id=each) for each in (kept, gone, world.dana.id))
    db.session.commit()

    @settings(max_examples=40, phases=(Phase.explicit, Phase.reuse, Phase.generate))
    @given(lives, lives)
    def check(one: Any, other: Any) -> None:
        live(charlie, here, meetings, one)
        live(other_one, here, meetings, other, minute=1)
        days = {each[:3] for each in days_of(kept, DAYS) | days_of(gone, DAYS)}
        answers, attended = answers_of(kept, gone), meetings_attended(kept, gone)
        try:
            merge(again(charlie), again(other_one), by=again(dana))
            db.session.expunge_all()
            assert days_of(kept, DAYS) == days
            assert answers_of(kept) == answers
            assert meetings_attended(kept) == attended
            assert overlapping(kept) == []
            assert left_with(gone) == {}
        finally:
            db.session.rollback()
            db.session.expunge_all()

    rerun: Callable[[], None] = check
    rerun()


def left_with(person: Any) -> dict[str, int]:
    """What somebody still has of what was to be moved or ended."""
    found = {}
    for name, column, rule in ruled():
        count = db.session.scalar(select(func.count()).select_from(column.table).where(column == person))
        if rule.way is not Way.LEFT and count:
            found[name] = count
    return found


def test_what_was_written_in_that_very_moment_is_gathered(world: SimpleNamespace) -> None:
    double = double_of(world)
    coming = meeting(world, "Möte", 5).id
    db.session.commit()
    merge(again(world.charlie), again(double), by=again(world.dana))
    db.session.add(Answer(occasion_id=coming, person_id=double.id, reply=Reply.NO))
    db.session.commit()
    assert gather_stragglers(NOW + timedelta(minutes=1)) == 1
    db.session.commit()
    assert db.session.scalars(select(Answer.person_id)).all() == [world.charlie.id]
    assert gather_stragglers(NOW + timedelta(minutes=2)) == 0
