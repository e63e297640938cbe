"""Words as people look for them: anywhere in a text, capitals or not, and whatever their endings."""

from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_
from sqlalchemy.orm import InstrumentedAttribute

from app.followup.models import Decision
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Network
from app.networks.queries import visible_to
from app.occasions.models import Occasion, occasion_hosts
from app.people.models import Person

MOST = 10
_CAPITALS = dict(zip("ÅÄÖÉÜØÆ", "åäöéüøæ", strict=True))
"""Those that not every database makes small."""
_ENDINGS = sorted(
    "ar er or en et na an s a n t e arna erna orna arnas ernas ornas aren ens ets ars ers".split(),
    key=len,
    reverse=True,
)
_SHORTEST = 4


def sought_words(text: str) -> list[str]:
    """Return the words to look for, without capitals and endings: skyltmallar is found where skyltmallen stands."""
    return [_stem(word) for word in text.casefold().split()[:MOST]]


def says(column: InstrumentedAttribute[str], word: str) -> ColumnElement[bool]:
    """The condition that a text holds a word, capitals or not, on every database."""
    small: ColumnElement[Any] = func.lower(column)
    for capital, letter in _CAPITALS.items():
        small = func.replace(small, capital, letter)
    return small.contains(word, autoescape=True)


def decision_is_about(word: str, reader: Person) -> ColumnElement[bool]:
    """The condition that a decision, its item, the notes under it, its meeting or a network of it holds a word."""
    item = exists().where(AgendaItem.id == Decision.item_id, says(AgendaItem.title, word))
    host = exists().where(
        occasion_hosts.c.occasion_id == Occasion.id, occasion_hosts.c.network_id == Network.id,
        visible_to(reader), says(Network.name, word),
    )  # fmt: skip
    return or_(Decision.folded.contains(word, autoescape=True), item, says(Occasion.title, word), host)


def meeting_takes_up(word: str) -> ColumnElement[bool]:
    """The condition that a meeting's title or an item of its published agenda holds a word."""
    item = exists().where(
        AgendaItem.meeting_id == Meeting.id, AgendaItem.removed_at.is_(None), says(AgendaItem.title, word)
    )
    return or_(says(Occasion.title, word), Meeting.agenda_published_at.is_not(None) & item)


def _stem(word: str) -> str:
    if len(word) < _SHORTEST + 2 or not word.isalpha():
        return word
    return next(
        (word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST), word
    )
