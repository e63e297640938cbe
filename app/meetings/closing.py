"""Where a new item is put: before what closes a meeting, any other business and what comes after it."""

import re
from collections.abc import Sequence

from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem

_CLOSING = (
    r"övrigt\b|övriga (frågor|ärenden|punkter)|any other business|aob\b|other business",
    r"nästa (möte|träff|sammanträde)|next meeting",
    r"möte(t|ts) (avslut|stäng)|avslutning|avrundning|closing\b|close of (the )?meeting|(the )?meeting (ends|closes)",
)
"""How such titles begin, in the order in which they close a meeting."""

_NUMBER = re.compile(r"[\d.)\s]*")
_RANKS = [re.compile(each, re.IGNORECASE) for each in _CLOSING]


def place_for(title: str, items: Sequence[AgendaItem]) -> int:
    """Return which place a new item gets: the end, unless the agenda ends with what closes a meeting.

    What closes a meeting itself comes after what usually comes before it. Pauses are passed over.
    """
    rank, place = _rank(title), len(items)
    for here in range(len(items) - 1, -1, -1):
        if items[here].kind is ItemKind.PAUSE:
            continue
        if _rank(items[here].title) <= rank:
            break
        place = here
    return place


def _rank(title: str) -> int:
    """Return 0 for an ordinary item, and more the nearer the end it belongs."""
    start = _NUMBER.match(title)
    said = title[start.end() :] if start else title
    return next((rank for rank, begins in enumerate(_RANKS, 1) if begins.match(said)), 0)
