"""Whoever hands on their turns, and to whomever: everybody else has the meetings they had."""

from hypothesis import given
from hypothesis import strategies as st

from app.rotation.queue import allot, kept_as

PEOPLE = st.lists(st.integers(0, 30), min_size=1, max_size=6, unique=True)
MEETINGS = range(8)
SETTLED = st.dictionaries(st.sampled_from(MEETINGS), st.integers(0, 30), max_size=4)
PASSED = st.dictionaries(st.sampled_from(MEETINGS), st.sets(st.integers(0, 30), max_size=3), max_size=4)


def everyone(_: object, __: object) -> bool:
    return True


@given(PEOPLE, st.integers(0, 35), SETTLED, PASSED, st.data())
def test_everyone_else_has_the_same_meetings(
    order: list[int], heir: int, settled: dict[int, int], passed: dict[int, set[int]], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(order))
    before = allot(order, MEETINGS, settled=settled, passed_over=passed, can=everyone).turns
    wanted = {each: heir if who == gone else who for each, who in before.items() if who is not None}
    left = [heir if each == gone and heir not in order else each for each in order]
    left = [each for each in left if each != gone or each == heir]
    others = {each: who for each, who in settled.items() if who != gone}
    needed = kept_as(left, MEETINGS, wanted=wanted, settled=others, passed_over=passed, can=everyone)
    after = allot(left, MEETINGS, settled=needed, passed_over=passed, can=everyone).turns
    assert {each: who for each, who in after.items() if each in wanted} == wanted
    assert others.items() <= needed.items()


def test_where_the_order_says_so_itself_nothing_is_settled() -> None:
    turns = dict(enumerate([1, 9, 3, 1, 9]))
    assert kept_as([1, 9, 3], range(5), wanted=turns, settled={}, passed_over={}, can=everyone) == {}


def test_what_somebody_can_not_have_is_not_settled() -> None:
    wanted = {0: 9, 1: 2}
    found = kept_as(
        [9, 2], range(2), wanted=wanted, settled={}, passed_over={}, can=lambda at, who: (at, who) != (0, 9)
    )
    assert allot([9, 2], range(2), settled=found, passed_over={}, can=lambda at, who: (at, who) != (0, 9)).turns == {
        0: 2, 1: 2,
    }  # fmt: skip
