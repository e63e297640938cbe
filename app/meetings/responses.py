"""How the agenda answers: as the fragment that changed, or as the page it stands on."""

from typing import Any
from uuid import UUID

from flask import Response
from flask.typing import ResponseReturnValue

from app.accounts.current import me
from app.meetings import policy, queries, showing
from app.meetings.models import Meeting
from app.web.guard import authorize
from app.web.htmx import done, fragment, page, wants_fragment
from app.wording import N_


def meeting_to_set(meeting_id: UUID) -> Meeting:
    """Return the meeting whose agenda the person is about to change. Raises NoResultFound and NotAllowed."""
    meeting = queries.meeting_to_plan(me(), meeting_id)
    authorize(policy.can_edit_agenda(me(), meeting), N_("Bara samordnaren kan ändra dagordningen."))
    return meeting


def shown(meeting: Meeting, status: int = 200, *, say: str = "", **parts: Any) -> Response:
    """Answer with the agenda as it stands: alone for htmx, else on the meeting's page."""
    agenda = showing.agenda_parts(me(), meeting, **parts)
    if wants_fragment():
        return fragment("meetings/_agenda.html", status, say=say, agenda=agenda, meeting=meeting)
    return page("meetings/show.html", status, **showing.page_parts(me(), meeting, agenda))


def changed(meeting: Meeting, *, say: str, at: str = "agenda", **parts: Any) -> ResponseReturnValue:
    """Answer that the agenda was changed. at is the id of the place on the page where the person goes on.

    Without a script the page says there too what happened: its beginning is out of sight.
    """
    if wants_fragment():
        return shown(meeting, say=say, **parts)
    return done(f"{meeting.occasion.path}?told={at}#{at}", say=say)
