"""The list of a network's meetings. The page of one meeting tells of its minutes too: overview/meeting_views.py."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app import clock
from app.accounts.current import me
from app.meetings import queries
from app.networks.policy import can_coordinate
from app.networks.queries import network_for
from app.web.guard import signed_in
from app.web.htmx import page

bp = Blueprint("meetings", __name__)


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
