"""The draft on the wall of the meeting room: read from the back row, written at another table."""

from uuid import UUID

from flask import request, url_for
from flask.typing import ResponseReturnValue

from app import clock
from app.minutes import queries
from app.minutes.desk import bp, meeting_to_write
from app.minutes.draft import decides
from app.minutes.forms import as_id
from app.minutes.wall import at_the_wall
from app.web.htmx import done, page_or_fragment, wants_fragment


@bp.get("/meetings/<uuid:meeting_id>/minutes/wall")
def wall(meeting_id: UUID) -> ResponseReturnValue:
    """Show one item as it is written, to be read only; the page asks for it again every few seconds."""
    meeting = meeting_to_write(meeting_id)
    if meeting.minutes_started_at is None:
        return done(url_for(".show", meeting_id=meeting.id))
    draft = queries.draft_of(meeting)
    if not draft.minutes.drafting:
        return done(url_for("minutes.show", meeting_id=meeting.id))
    shown = at_the_wall(draft, as_id(request.args.get("item", "")), now=clock.now())
    return page_or_fragment(
        "minutes/wall.html", "minutes/_wall.html", meeting=meeting, shown=shown, subject=decides(meeting.hosts),
        wall=True, again=wants_fragment(),
    )  # fmt: skip
