"""The page of one meeting, and the list of a network's meetings."""

from uuid import UUID

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app import clock
from app.accounts.current import me
from app.meetings import policy, queries, showing
from app.meetings.models import AgendaItem, Meeting
from app.networks.policy import can_coordinate
from app.networks.queries import network_for
from app.web.guard import signed_in
from app.web.htmx import page

bp = Blueprint("meetings", __name__)


@bp.get("/meetings/<uuid:meeting_id>")
@signed_in
def show(meeting_id: UUID) -> ResponseReturnValue:
    """When and where, what will be taken up, who comes."""
    meeting = queries.meeting_for(me(), meeting_id)
    at = request.args.get("at", "")  # where the person was when a change was called off
    agenda = showing.agenda_parts(me(), meeting, removed=_just_removed(meeting), focus=at)
    return page("meetings/show.html", **showing.page_parts(me(), meeting, agenda))


@bp.get("/networks/<slug>/meetings")
@signed_in
def of_network(slug: str) -> ResponseReturnValue:
    """All meetings of a network: those to come, then those past, the latest first."""
    network = network_for(me(), slug)
    now, here = clock.now(), request.args.get("page", 1, type=int)
    past = queries.how_many_past(me(), network, before=now)
    last = max(1, -(-past // queries.PAGE_LENGTH))
    if not 1 <= here <= last:
        abort(404)
    skip = (here - 1) * queries.PAGE_LENGTH
    return page(
        "meetings/of_network.html",
        here="networks",
        network=network,
        coming=queries.meetings_of(me(), network, after=now, most=100) if here == 1 else (),
        past=queries.meetings_of(me(), network, before=now, most=queries.PAGE_LENGTH, skip=skip) if past else (),
        page_here=here,
        page_last=last,
        can_call=can_coordinate(me(), network) and network.archived_at is None,
    )


def _just_removed(meeting: Meeting) -> AgendaItem | None:
    """Return the item whose removal the page is to tell of, with a way back: without a script it comes this way."""
    item_id = request.args.get("removed", type=UUID)
    if item_id is None or not policy.can_edit_agenda(me(), meeting):
        return None
    item = queries.item_of(meeting, item_id)
    return item if item.removed_at is not None else None
