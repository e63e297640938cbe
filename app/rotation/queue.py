"""Who is next: worked out from an order and from what has been settled, the same whoever asks and however often.

The order is a queue. Meeting by meeting in time, the first in it who can has the turn and goes to its end. Somebody who
is passed over stays where they are, so that the next meeting is theirs; who has been given a later meeting waits for
that one. Who has left is passed by without a word.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Event = TypeVar("Event", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Allotted(Generic[Key, Event]):
    """Who has the turn at each meeting (nobody, where nobody can), and how the queue stands after the last of them."""

    turns: Mapping[Event, Key | None]
    queue: Sequence[Key]


def allot(
    order: Sequence[Key],
    meetings: Sequence[Event],
    *,
    settled: Mapping[Event, Key],
    passed_over: Mapping[Event, Collection[Key]],
    can: Callable[[Event, Key], bool],
) -> Allotted[Key, Event]:
    """Return whose turn each of the meetings is. meetings: in order of time. order: each key once.

    settled: what somebody has decided for a meeting; it holds as long as that one can. can: whether somebody can then.
    """
    holds = {each: who for each, who in settled.items() if each in set(meetings) and can(each, who)}
    queue, turns = list(order), dict[Event, Key | None]()
    for number, meeting in enumerate(meetings):
        chosen = holds.get(meeting)
        if chosen is None:
            able = [each for each in queue if each not in passed_over.get(meeting, ()) and can(meeting, each)]
            later = {holds[each] for each in meetings[number + 1 :] if each in holds}
            chosen = next((each for each in able if each not in later), next(iter(able), None))
        turns[meeting] = chosen
        if chosen is not None and chosen in queue:
            queue.remove(chosen)
            queue.append(chosen)
    return Allotted(turns, queue)


def kept_as(
    order: Sequence[Key],
    meetings: Sequence[Event],
    *,
    wanted: Mapping[Event, Key],
    settled: Mapping[Event, Key],
    passed_over: Mapping[Event, Collection[Key]],
    can: Callable[[Event, Key], bool],
) -> dict[Event, Key]:
    """Return what has to be settled, with what is, so that each meeting is whose it is wanted to be, and no more."""
    found = dict(settled)
    while True:
        turns = allot(order, meetings, settled=found, passed_over=passed_over, can=can).turns
        wrong = [each for each in meetings if each in wanted and turns[each] != wanted[each]]
        if not any(can(each, wanted[each]) for each in wrong):
            return found
        first = next(each for each in wrong if can(each, wanted[each]))
        found[first] = wanted[first]


def moved(queue: Sequence[Key], key: Key, *, up: bool, among: Collection[Key]) -> list[Key]:
    """Return the queue with one changing places with the one before or after it, of those that are seen."""
    shown = [each for each in queue if each in among]
    if key not in shown:
        return list(queue)
    place = shown.index(key) + (-1 if up else 1)
    if not 0 <= place < len(shown):
        return list(queue)
    other, changed = shown[place], list(queue)
    here, there = changed.index(key), changed.index(other)
    changed[here], changed[there] = other, key
    return changed
