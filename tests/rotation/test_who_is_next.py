"""Turns go round: everyone who can has theirs, and nobody two before the others one."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.rotation.queue import allot, moved

PEOPLE = st.lists(st.integers(0, 30), min_size=1, max_size=8, unique=True)


def turns(
    order: list[int],
    meetings: int,
    *,
    settled: dict[int, int] | None = None,
    passed: dict[int, set[int]] | None = None,
    away: set[int] | None = None,
) -> list[int | None]:
    found = allot(
        order,
        range(meetings),
        settled=settled or {},
        passed_over=passed or {},
        can=lambda _, who: who not in (away or set()),
    )
    return [found.turns[each] for each in range(meetings)]


def test_the_order_goes_round() -> None:
    assert turns([1, 2, 3], 7) == [1, 2, 3, 1, 2, 3, 1]


def test_whoever_is_passed_over_has_the_next_one() -> None:
    assert turns([1, 2, 3], 4, passed={0: {1}}) == [2, 1, 3, 2]


def test_two_who_swap_have_each_others_and_the_others_theirs() -> None:
    assert turns([1, 2, 3, 4], 8, settled={0: 3, 2: 1})[:4] == [3, 2, 1, 4]
    assert sorted(turns([1, 2, 3, 4], 8, settled={0: 3, 2: 1})[4:], key=str) == [1, 2, 3, 4]


def test_who_has_left_is_passed_by_though_it_was_settled() -> None:
    assert turns([1, 2, 3], 4, away={2}) == [1, 3, 1, 3]
    assert turns([1, 2, 3], 2, settled={0: 2}, away={2}) == [1, 3]


def test_with_nobody_left_it_is_nobodys_turn() -> None:
    assert turns([1], 2, away={1}) == [None, None]
    assert turns([], 1) == [None]


def test_somebody_who_helps_out_without_being_on_the_list_moves_nobody() -> None:
    assert turns([1, 2], 3, settled={0: 9}) == [9, 1, 2]


@given(PEOPLE, st.integers(0, 40))
def test_nobody_has_two_more_than_anybody_else(order: list[int], meetings: int) -> None:
    had = Counter(turns(order, meetings))
    assert max(had[each] for each in order) - min(had[each] for each in order) <= 1


@given(PEOPLE, st.data())
def test_whatever_is_settled_and_passed_over_everyone_who_can_comes_round(
    order: list[int], data: st.DataObject
) -> None:
    away = set(data.draw(st.lists(st.sampled_from(order), max_size=len(order) - 1, unique=True)))
    settled = data.draw(st.dictionaries(st.integers(0, 5), st.sampled_from(order)))
    passed = data.draw(st.dictionaries(st.integers(0, 5), st.sets(st.sampled_from(order))))
    found = turns(order, 6 + len(order), settled=settled, passed=passed, away=away)
    able = [each for each in order if each not in away]
    assert not away.intersection(found)
    if able:
        assert sorted(found[6 : 6 + len(able)], key=str) == sorted(able, key=str)  # from there on, once each


@given(PEOPLE, st.data())
def test_whoever_is_passed_over_never_waits_longer_than_one_meeting(order: list[int], data: st.DataObject) -> None:
    if len(order) > 1:
        at = data.draw(st.integers(0, 9))
        who = turns(order, 10)[at]
        assert who is not None
        assert turns(order, 11, passed={at: {who}})[at + 1] == who


@given(PEOPLE, st.data())
def test_to_ask_twice_or_bit_by_bit_gives_the_same(order: list[int], data: st.DataObject) -> None:
    settled = data.draw(st.dictionaries(st.integers(0, 4), st.sampled_from(order)))
    whole = allot(order, range(10), settled=settled, passed_over={}, can=lambda *_: True)
    half = allot(order, range(5), settled=settled, passed_over={}, can=lambda *_: True)
    rest = allot(half.queue, range(5, 10), settled=settled, passed_over={}, can=lambda *_: True)
    assert {**half.turns, **rest.turns} == whole.turns
    assert list(rest.queue) == list(whole.queue)
    assert sorted(whole.queue) == sorted(order)


@given(PEOPLE, st.data())
def test_moving_down_undoes_moving_up(order: list[int], data: st.DataObject) -> None:
    who = data.draw(st.sampled_from(order))
    seen = set(order)
    up = moved(order, who, up=True, among=seen)
    assert sorted(up) == sorted(order)
    if order[0] != who:
        assert moved(up, who, up=False, among=seen) == order


def test_moving_goes_past_those_who_are_not_shown() -> None:
    assert moved([1, 2, 3], 3, up=True, among={1, 3}) == [3, 2, 1]
    assert moved([1, 2, 3], 1, up=True, among={1, 2, 3}) == [1, 2, 3]
    assert moved([1, 2, 3], 2, up=True, among={1, 3}) == [1, 2, 3]
