"""The dates of a series as they are proposed: what suits is ticked, and what does not says why."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.occasions.localtime import TimeDoesNotExist, TimeExistsTwice
from app.occasions.models import Occasion
from app.occasions.span import Span
from app.wording import N_, Message

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """One date of a series; without a span it cannot be taken, since its times don't exist that day."""

    day: date
    span: Span | None
    notes: tuple[Message, ...]
    ticked: bool


def propose(
    days: Sequence[date],
    *,
    span_on: Callable[[date], Span],
    red: Mapping[date, str],
    taken: Sequence[Occasion] = (),
) -> list[Proposal]:
    """Return the dates with their notes. Red days and weekends are not ticked to begin with, clashes are.

    When the first date is itself in a weekend, weekends are meant. red: the named red days; taken: what the hosts
    have already.
    """
    weekends = bool(days) and days[0].weekday() >= SATURDAY
    return [_proposal(day, span_on, red, taken, weekends=weekends) for day in days]


def as_left(found: Sequence[Proposal], *, shown: Collection[str], days: Collection[str]) -> list[Proposal]:
    """Return the proposals as a person left them: of the dates shown, those in days are ticked."""
    return [
        replace(each, ticked=each.span is not None and each.day.isoformat() in days)
        if each.day.isoformat() in shown
        else each
        for each in found
    ]


def chosen(found: Sequence[Proposal], days: Collection[str]) -> list[Span]:
    """Return the times of the proposals whose dates were ticked, in order. days: as ISO 8601 writes them."""
    return [each.span for each in found if each.span is not None and each.day.isoformat() in days]


def _proposal(
    day: date,
    span_on: Callable[[date], Span],
    red: Mapping[date, str],
    taken: Sequence[Occasion],
    *,
    weekends: bool,
) -> Proposal:
    try:
        span = span_on(day)
    except TimeDoesNotExist as refusal:
        return Proposal(day, None, (refusal.message,), ticked=False)
    except TimeExistsTwice:
        twice = N_("Klockslaget inträffar två gånger den natten. Lägg in det mötet för sig.")
        return Proposal(day, None, (Message(twice),), ticked=False)
    off = [Message(N_("%(name)s, röd dag"), name=red[each]) for each in _days(span) if each in red]
    if day.weekday() >= SATURDAY and not weekends:
        off.append(Message(N_("helg")))
    clashes = [
        Message(N_("krockar med %(title)s"), title=each.title)
        for each in taken
        if each.starts_at < span.ends_at and each.ends_at > span.starts_at
    ]
    return Proposal(day, span, (*off, *clashes), ticked=not off)


def _days(span: Span) -> list[date]:
    """Return the days a span touches; for hours the one it begins on."""
    last = span.last_day or span.day
    return [span.day + timedelta(days=number) for number in range((last - span.day).days + 1)]
