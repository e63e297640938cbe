"""What can happen to a meeting as a whole: planned, called, changed, cancelled, revived, copied, thrown away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from app import clock, db
from app.audit.actions import What, record
from app.meetings.models import AgendaItem, Meeting
from app.occasions import actions, changes
from app.occasions.changes import Details
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.revisions import hold
from app.occasions.rules import AlreadyHeld
from app.occasions.span import Span
from app.people.models import Person
from app.planning.answer_days import asked_anew
from app.planning.standard_agenda import standard_points
from app.wording import N_


def plan_meeting(
    details: Details,
    *,
    by: Person,
    host_name: str,
    answer_by: date | None = None,
    with_standard_agenda: bool = False,
    series_id: UUID | None = None,
) -> Meeting:
    """Plan a meeting: a draft that those who coordinate its hosts see. Raises NoHost."""
    occasion = changes.plan(details, kind=OccasionKind.MEETING, by=by, host_name=host_name)
    meeting = Meeting(id=occasion.id, occasion=occasion, answer_by=answer_by, series_id=series_id)
    db.session.add(meeting)
    db.session.flush()
    if with_standard_agenda:
        points = standard_points(details.hosts[0].record_form)
        _put_on_agenda(meeting, (AgendaItem(title=e.title, kind=e.kind, duration=e.duration) for e in points))
    return meeting


def plan_series(
    details: Details, spans: Sequence[Span], *, by: Person, host_name: str, answer_by: date | None, standard: bool
) -> list[Meeting]:
    """Plan a meeting at each of the times: separate meetings that know they were made together.

    The last day for answers is as many days before each as it is before the first; focus areas are those in force.
    """
    series_id, first = uuid4(), details.span.day
    return [
        plan_meeting(
            _at(details, span),
            by=by,
            host_name=host_name,
            answer_by=answer_by + (span.day - first) if answer_by else None,
            with_standard_agenda=standard,
            series_id=series_id,
        )
        for span in spans
    ]


def call_meeting(meeting: Meeting, *, by: Person, with_agenda: bool = False) -> None:
    """Let the members know of it, perhaps with its agenda. Once called, calling again changes nothing.

    Raises IsCancelled.
    """
    hold(meeting.occasion)
    was_draft = meeting.occasion.state is OccasionState.DRAFT
    actions.call(meeting.occasion)
    if with_agenda:
        meeting.agenda_published_at = meeting.agenda_published_at or clock.now()
    if was_draft:
        _note(What.MEETING_CALLED, meeting, by)


def change_meeting(
    meeting: Meeting, details: Details, *, answer_by: date | None, revision: int, ask_again: bool = False
) -> bool:
    """Give it other details and return whether it was moved. Asked again, members get a day for it that is to come.

    Raises ChangedMeanwhile, IsCancelled, NoHost, and AlreadyHeld when its notes are published.
    """
    _must_be_open(meeting)
    moved = changes.change(meeting.occasion, details, revision=revision, ask_again=ask_again)
    if moved and ask_again:
        answer_by = asked_anew(answer_by, meeting_day=meeting.occasion.day, today=clock.today())
    meeting.answer_by = answer_by
    db.session.flush()
    return moved


def cancel_meeting(meeting: Meeting, *, because: str, by: Person) -> None:
    """Cancel what members know of. Raises NotCalledYet for a draft, AlreadyHeld when it is over or written up."""
    _must_be_open(meeting)
    if meeting.minutes_started_at is not None:
        raise AlreadyHeld(N_("Anteckningarna är påbörjade, så mötet kan inte ställas in"))
    stood = meeting.occasion.state is not OccasionState.CANCELLED
    changes.call_off(meeting.occasion, because=because)
    if stood:
        _note(What.MEETING_CANCELLED, meeting, by)


def copy_meeting(meeting: Meeting, *, title: str, span: Span, by: Person, host_name: str) -> Meeting:
    """Plan a meeting like this one at another time, with its agenda; as a draft. Raises NoHost if none is left."""
    one = meeting.occasion
    hosts = [one.lead, *(each for each in one.hosts if each is not one.lead)]
    details = Details(
        title=title, span=span, hosts=[each for each in hosts if each.archived_at is None], place=one.place,
        link=one.link, description=one.description, focus_areas=list(one.focus_areas),
    )  # fmt: skip
    answer_by = meeting.answer_by + (span.day - one.day) if meeting.answer_by else None
    copy = plan_meeting(_at(details, span), by=by, host_name=host_name, answer_by=answer_by)
    _put_on_agenda(copy, (_same(item) for item in meeting.items))
    return copy


def must_be_open(meeting: Meeting) -> None:
    """Its notes are not published: with them it is on record. Raises AlreadyHeld."""
    if meeting.minutes_published_at is not None:
        raise AlreadyHeld(N_("Mötets anteckningar är publicerade, så det ligger fast"))


def _must_be_open(meeting: Meeting) -> None:
    """Ask again when it is our turn to write: notes may have been begun or published meanwhile."""
    hold(meeting.occasion)
    db.session.refresh(meeting, ["minutes_started_at", "minutes_published_at"])
    must_be_open(meeting)


def _at(details: Details, span: Span) -> Details:
    return replace(details, span=span, focus_areas=[e for e in details.focus_areas if e.is_valid_on(span.day)])


def _same(item: AgendaItem) -> AgendaItem:
    return AgendaItem(
        title=item.title, kind=item.kind, presenter=item.presenter, duration=item.duration, description=item.description
    )


def _put_on_agenda(meeting: Meeting, items: Iterable[AgendaItem]) -> None:
    for position, item in enumerate(items):
        item.meeting_id, item.position = meeting.id, position
        db.session.add(item)
    db.session.flush()


def _note(what: What, meeting: Meeting, by: Person) -> None:
    record(what, by=(by.id, by.name), subject=meeting.title, subject_id=meeting.id)
