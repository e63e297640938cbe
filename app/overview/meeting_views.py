"""The page of one meeting, the same address from the first plan to what came of it."""

from uuid import UUID

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.accounts.current import me
from app.followup.queries import outcome_of
from app.meetings import policy, queries, showing
from app.meetings.models import AgendaItem, Meeting
from app.web.guard import signed_in
from app.web.htmx import page

bp = Blueprint("meeting", __name__)


@bp.get("/meetings/<uuid:meeting_id>")
@signed_in
def show(meeting_id: UUID) -> ResponseReturnValue:
    """When and where, what will be taken up, who comes; and afterwards what was decided and promised."""
    meeting = queries.meeting_for(me(), meeting_id)
    at = request.args.get("at", "")  # where the person was when a change was called off
    told = request.args.get("told", "")  # where the person went on after a change without a script
    agenda = showing.agenda_parts(me(), meeting, removed=_just_removed(meeting), focus=at, told=told)
    outcome = outcome_of(meeting) if meeting.minutes_published_at is not None else None
    return page("meetings/show.html", outcome=outcome, **showing.page_parts(me(), meeting, agenda))


def _just_removed(meeting: Meeting) -> AgendaItem | None:
    """Return the item whose removal the page is to tell of, with a way back: without a script it comes this way."""
    item_id = request.args.get("removed", type=UUID)
    if item_id is None or not policy.can_edit_agenda(me(), meeting):
        return None
    item = queries.item_of(meeting, item_id)
    return item if item.removed_at is not None else None
