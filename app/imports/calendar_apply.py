"""Writes what the plan of a calendar file said: all of it in one transaction, or nothing."""

from app import db
from app.audit.actions import What, record
from app.imports.calendar_compare import PlannedMeeting
from app.imports.calendar_file import ImportedEvent
from app.imports.calendar_plan import CalendarPlan
from app.imports.outcomes import Outcome, RowCouldNotBeTaken, Tally, must_be_whole
from app.meetings.models import Meeting
from app.networks.models import Network
from app.occasions import actions
from app.occasions.changes import Details
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.occasions.revisions import hold
from app.occasions.span import Span
from app.people.models import Person
from app.planning.actions import plan_meeting
from app.wording import N_, Refusal


def apply_calendar(plan: CalendarPlan, *, by: Person, host_name: str, filename: str, partial: bool = False) -> Tally:
    """Write what the plan says, and a line in the log; return how many meetings there were of each outcome.

    Meetings are called, past ones too, since members know of them already; cancelled ones are cancelled. host_name is
    the right-hand side of their UID here. Raises RowsAreRefused unless every entry can be taken, or partial is said;
    RowCouldNotBeTaken when a rule says no.
    """
    must_be_whole(plan.tally, partial=partial)
    for row in plan.rows:
        try:
            _write(row, plan.network, by, host_name)
        except Refusal as refusal:
            told = N_("Ingenting är inläst. Vid ”%(title)s” tog det stopp: %(why)s")
            raise RowCouldNotBeTaken(told, title=row.title, why=refusal.message) from refusal
    db.session.flush()
    counted, network = plan.tally, plan.network
    if counted.to_do:
        record(
            What.IMPORTED, by=(by.id, by.name), subject=network.name, subject_id=network.id, file=filename,
            new=counted.new, changed=counted.changed, refused=counted.refused,
        )  # fmt: skip
    return counted


def _write(row: PlannedMeeting, network: Network, by: Person, host_name: str) -> None:
    event, span = row.event, row.span
    if event is None or span is None:
        return
    if row.outcome is Outcome.NEW:
        occasion = _begun(event, span, network, by, host_name)
    elif row.outcome is Outcome.CHANGED and row.meeting is not None:
        occasion = row.meeting.occasion
        _change(occasion, event, span)
    else:
        return
    if event.cancelled:
        actions.cancel(occasion)
    occasion.source_revision = occasion.revision


def _begun(event: ImportedEvent, span: Span, network: Network, by: Person, host_name: str) -> Occasion:
    details = Details(
        title=event.title, span=span, hosts=[network], place=event.place, link=event.link, description=event.description
    )
    meeting: Meeting = plan_meeting(details, by=by, host_name=host_name)
    occasion = meeting.occasion
    occasion.source_uid, occasion.source_recurrence = event.source_uid, event.recurrence
    actions.call(occasion)
    return occasion


def _change(occasion: Occasion, event: ImportedEvent, span: Span) -> None:
    """Bring a meeting to what the file says now; who hosts it, and its focus areas, stay. Answers stay too."""
    hold(occasion, revision=occasion.revision)
    if occasion.state is OccasionState.CANCELLED:
        actions.revive(occasion)
    hosts = [occasion.lead, *(each for each in occasion.hosts if each is not occasion.lead)]
    actions.describe(
        occasion, title=event.title, place=event.place, link=event.link, description=event.description, hosts=hosts,
        focus_areas=list(occasion.focus_areas),
    )  # fmt: skip
    actions.move(occasion, span)
