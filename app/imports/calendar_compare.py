"""Compares a meeting of a calendar file with the one that came from it before."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.imports.calendar_file import ImportedEvent
from app.imports.calendar_known import KnownMeetings
from app.imports.outcomes import Change, Outcome
from app.meetings.models import Meeting
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.occasions.span import Span, must_be_short, timed, whole_days
from app.wording import N_, Message, Refusal

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting:
    """A meeting of the file and what would become of it here."""

    number: int
    """Which entry of the file said so, counted from 1."""
    title: str
    outcome: Outcome
    event: ImportedEvent | None = None
    span: Span | None = None
    moved_from: Span | None = None
    """When it is now, if the file has another time."""
    changes: tuple[Change, ...] = ()
    notes: tuple[Message, ...] = ()
    reasons: tuple[Message, ...] = ()
    meeting: Meeting | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether nothing would happen, and there is nothing to say of it."""
        return self.outcome is Outcome.UNCHANGED and not self.notes


def planned(event: ImportedEvent, known: KnownMeetings) -> PlannedMeeting:
    """Return what would become of a meeting of the file."""
    row = PlannedMeeting(number=event.number, title=event.title, outcome=Outcome.NEW, event=event)
    try:
        row = replace(row, span=span_of(event))
    except Refusal as refusal:
        return replace(row, outcome=Outcome.REFUSED, reasons=(refusal.message,))
    if event.source_uid in known.own:
        return _kept(row, N_("Mötet kommer härifrån och finns redan."))
    meeting = known.imported.get((event.source_uid, event.recurrence))
    if meeting is not None:
        return _compared(replace(row, meeting=meeting), event, meeting)
    return replace(row, notes=(Message(N_("Läses in som inställt.")),)) if event.cancelled else row


def span_of(event: ImportedEvent) -> Span:
    """Return when it is. The end of whole days is the day after the last. Raises EndsBeforeItBegins, TooManyDays."""
    if isinstance(event.start, datetime) and isinstance(event.end, datetime):
        span = timed(event.start, event.end)
    else:
        span = whole_days(_day(event.start), _day(event.end) - DAY)
    must_be_short(span)
    return span


def _compared(row: PlannedMeeting, event: ImportedEvent, meeting: Meeting) -> PlannedMeeting:
    """Say what differs from what was read in before. What has been changed here since stays as it is here."""
    occasion = meeting.occasion
    is_cancelled = occasion.state is OccasionState.CANCELLED
    row = replace(row, outcome=Outcome.UNCHANGED)
    if is_cancelled and event.cancelled:
        return row
    now = Span(occasion.starts_at, occasion.ends_at, occasion.first_day, occasion.last_day)
    changes = _changes(occasion, event)
    notes = _notes(occasion, event)
    moved_from = now if now != row.span else None
    if not (changes or notes or moved_from):
        return row
    if occasion.revision != occasion.source_revision:
        return _kept(row, N_("Mötet har ändrats här sedan det lästes in, och står kvar så."))
    if meeting.minutes_published_at is not None:
        return _kept(row, N_("Mötets anteckningar är publicerade, så det ligger fast."))
    if event.cancelled and meeting.minutes_started_at is not None:
        return _kept(row, N_("Anteckningarna är påbörjade, så mötet kan inte ställas in."))
    return replace(row, outcome=Outcome.CHANGED, changes=changes, notes=notes, moved_from=moved_from)


def _changes(occasion: Occasion, event: ImportedEvent) -> tuple[Change, ...]:
    """Return which words differ."""
    pairs = (
        (N_("Rubrik"), occasion.title, event.title),
        (N_("Plats"), occasion.place, event.place),
        (N_("Länk"), occasion.link, event.link),
    )
    return tuple(Change(label, before, after) for label, before, after in pairs if before != after)


def _notes(occasion: Occasion, event: ImportedEvent) -> tuple[Message, ...]:
    """Return what else differs: too long to be shown beside what it was, or a matter of being held at all."""
    notes: list[Message] = []
    if occasion.description != event.description:
        notes.append(Message(N_("Beskrivningen är en annan.")))
    if event.cancelled:
        notes.append(Message(N_("Mötet ställs in.")))
    elif occasion.state is OccasionState.CANCELLED:
        notes.append(Message(N_("Mötet blir av igen.")))
    return tuple(notes)


def _kept(row: PlannedMeeting, why: str) -> PlannedMeeting:
    return replace(row, outcome=Outcome.UNCHANGED, notes=(Message(why),))


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
