"""Who is told by letter of what stands in the calendar, and of what they have not been told already.

A letter that nobody has begun to send will tell what is true when it is written. So whoever has one waiting needs no
second, and what is cancelled before the call has left is never told at all.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from uuid import UUID

from app import clock
from app.mail import outbox
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.mail.outbox import Receiver
from app.mail.pending import pending, take_back
from app.networks.mailing import members_as_receivers
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.people.models import Person


class News(StrEnum):
    """What a letter tells of."""

    CALLED = "called"
    MOVED = "moved"
    CANCELLED = "cancelled"
    REVIVED = "revived"

    @property
    def kind(self) -> Kind:
        """The kind of letter it is, as people switch kinds on and off. Who heard that it is off hears that it is on."""
        return {News.CALLED: Kind.MEETING_CALLED, News.MOVED: Kind.MEETING_MOVED}.get(self, Kind.MEETING_CANCELLED)


@dataclass(frozen=True, slots=True)
class _Plan:
    receivers: list[Receiver]
    superseded: list[Posted]
    owed: set[UUID]
    """Who has not been told yet that it was moved: if it comes about after all, they have to be."""


def tell(
    news: News,
    occasion: Occasion,
    *,
    by: Person,
    before: Mapping[str, str] | None = None,
    among: Collection[UUID] | None = None,
    also: str = "",
) -> int:
    """Post a letter to those who are asked to come and have not learnt it; return to how many. None once it is over.

    before: how it was, as as_told() says. among: only these people. also: the key of a letter that tells of it too.
    """
    plan = _plan(news, occasion, by=by, among=among, also=also, hold=True)
    take_back(plan.superseded)
    about = {"occasion": str(occasion.id), "news": news.value, **(before or {})}
    posted = 0
    for owed in (False, True):
        some = [each for each in plan.receivers if (each.person_id in plan.owed) is owed]
        told = about | ({"owed": "y"} if owed else {})
        posted += outbox.post(news.kind, some, about=told, network_id=occasion.lead_id, key=_key(occasion))
    return posted


def how_many(news: News, occasion: Occasion, *, by: Person, also: str = "") -> int:
    """Return how many letters tell() would post now: for the question before it is done."""
    plan = _plan(news, occasion, by=by, among=None, also=also, hold=False)
    return outbox.how_many(news.kind, plan.receivers, network_id=occasion.lead_id)


def letters_if_revived(person: Person, occasion: Occasion, *, also: str = "") -> int:
    """Return how many letters it would take to undo a cancellation; nothing is asked of the database when it stands."""
    is_off = occasion.state is OccasionState.CANCELLED
    return how_many(News.REVIVED, occasion, by=person, also=also) if is_off else 0


def asked_by_letter(occasion: Occasion, *, by: Person) -> list[Receiver]:
    """Return who is asked to come, each once, but for the one who does it."""
    day = min(clock.today(), occasion.day)
    return members_as_receivers([each.id for each in occasion.hosts], on=day, but=by)


def waiting_to_be_called(occasion: Occasion, *, hold: bool) -> set[UUID]:
    """Return who has the call still coming: it will tell of the agenda too."""
    return {each.person_id for each in pending(_keys(occasion), hold=hold) if _news_of(each) is News.CALLED}


def as_told(occasion: Occasion) -> dict[str, str]:
    """Return when and where it is, for a letter that will tell what has become different."""
    return {
        "was": occasion.starts_at.astimezone(UTC).isoformat(),
        "until": occasion.ends_at.astimezone(UTC).isoformat(),
        "day": occasion.first_day.isoformat() if occasion.first_day else "",
        "place": occasion.place,
        "link": occasion.link,
    }


def _plan(
    news: News, occasion: Occasion, *, by: Person, among: Collection[UUID] | None, also: str, hold: bool
) -> _Plan:
    if occasion.ends_at <= clock.now():
        return _Plan([], [], set())
    waiting = pending([*_keys(occasion), *([also] if also else [])], hold=hold)
    superseded = [each for each in waiting if news in (News.CANCELLED, News.REVIVED) and each.key != also]
    has_it_coming = {each.person_id for each in waiting if _covers(each, news)}
    owed = {each.person_id for each in superseded if news is News.CANCELLED and _owes_a_move(each)}
    receivers = [
        each
        for each in asked_by_letter(occasion, by=by)
        if each.person_id not in has_it_coming and (among is None or each.person_id in among)
    ]
    return _Plan(receivers, superseded, owed)


def _covers(letter: Posted, news: News) -> bool:
    """Whether who has this letter waiting need not be told the news: it will tell, or neither has to be known."""
    told = _news_of(letter)
    if news is News.CANCELLED:
        return told in (News.CALLED, News.REVIVED)
    return "owed" not in letter.about if told is News.CANCELLED else True


def _owes_a_move(letter: Posted) -> bool:
    return _news_of(letter) is News.MOVED or "owed" in letter.about


def _news_of(letter: Posted) -> News:
    return News(letter.about.get("news", News.CALLED))


def _key(occasion: Occasion) -> str:
    """Return what a letter about it as it now stands is known by: a double click tells the same news once."""
    return f"occasion:{occasion.id.hex}:{occasion.sequence}"


def _keys(occasion: Occasion) -> list[str]:
    return [f"occasion:{occasion.id.hex}:{number}" for number in range(occasion.sequence + 1)]
