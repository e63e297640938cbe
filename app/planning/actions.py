"""How a meeting comes to be: planned alone or as a series, or copied; always as a draft."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from app import db
from app.meetings.models import AgendaItem, Meeting
from app.occasions import changes
from app.occasions.changes import Details
from app.occasions.kinds import OccasionKind
from app.occasions.span import Span
from app.people.models import Person
from app.planning.standard_agenda import standard_points


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
