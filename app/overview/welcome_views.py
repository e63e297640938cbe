"""What a new member meets: what the network is for, who they are, what was said lately, and what comes next."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app import clock
from app.accounts.current import me
from app.followup import queries as followup
from app.meetings.queries import meetings_of
from app.memberships.roster import roster_on
from app.minutes import queries as minutes
from app.networks.kinds import Role
from app.networks.queries import network_for
from app.rooms.queries import documents_of, mandate_on, notices_on
from app.rotation.queries import lists_of
from app.web.guard import signed_in
from app.web.htmx import page

bp = Blueprint("welcome", __name__)


@bp.get("/networks/<slug>/welcome")
@signed_in
def show(slug: str) -> ResponseReturnValue:
    """Welcome somebody to a network; everyone who sees it may read this."""
    network, today = network_for(me(), slug), clock.today()
    roster = roster_on(today, network.memberships)
    leading = [seat.person for seat in roster.seats if network.has_role(seat.person, Role.COORDINATOR)]
    return page(
        "overview/welcome.html", here="networks", network=network, roster=roster, leading=leading,
        belongs=network.has_member(me()),
        mandate=mandate_on(network, today),
        notices=notices_on([network], today),
        coming=meetings_of(me(), network, after=clock.now(), most=1),
        latest=minutes.latest_for(network, most=3),
        actions=followup.open_actions_in(network, me(), most=10),
        documents=documents_of(network, most=10),
        lists=lists_of(network),
    )  # fmt: skip
