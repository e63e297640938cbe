"""The start page, a network's page, and where to ask for help."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app import clock
from app.accounts.current import me
from app.followup import queries as followup
from app.joining.queries import waiting_for
from app.joining.showing import joining_in
from app.meetings.queries import meetings_of
from app.minutes import queries as minutes
from app.networks.models import Network
from app.networks.policy import can_change_network, can_coordinate
from app.networks.queries import network_for
from app.occasions.policy import can_answer
from app.overview import queries
from app.overview.beginning import steps_for
from app.overview.newcomers import is_new
from app.participation.showing import column_of
from app.places.queries import municipalities
from app.rooms.queries import mandate_on, notices_on
from app.seats.page import counted, places_on
from app.seats.queries import vacant_in_own
from app.web.guard import public, signed_in
from app.web.htmx import page

bp = Blueprint("overview", __name__)


@bp.get("/")
@signed_in
def start() -> ResponseReturnValue:
    """Show what matters to the person who opens it."""
    networks = queries.networks_of(me())
    ahead = queries.next_occasion(me(), networks)
    return page(
        "overview/start.html",
        here="start",
        networks=networks,
        occasion=ahead,
        may_answer=ahead is not None and can_answer(me(), ahead),
        items=queries.agenda_of(ahead) if ahead else (),
        unfinished=queries.notes_to_finish(me(), networks),
        actions=followup.open_actions_of(me(), most=6),
        published=minutes.recently_published_for(me(), most=4),
        weeks=queries.weeks_ahead(me(), networks),
        steps=steps_for(me()),
        asking=waiting_for(me()),
        vacant=vacant_in_own(me()),
        notices=notices_on(networks, clock.today()),
    )


@bp.get("/networks/<slug>")
@signed_in
def network(slug: str) -> ResponseReturnValue:
    """Show who a network is, when it meets next, what it decided and who is missing."""
    found = network_for(me(), slug)
    coming = meetings_of(me(), found, after=clock.now(), most=3)
    places = places_on(clock.today(), found, municipalities(), me())
    return page(
        "overview/network.html",
        here="networks",
        network=found,
        may_change=can_change_network(me(), found),
        may_call=can_coordinate(me(), found),
        coming=coming,
        answers=queries.answers_to_next(me(), coming),
        places=places,
        taking_part=column_of(found, [each.municipality for each in places]),
        seats=counted(places),
        joining=joining_in(found, me()),
        belongs=found.has_member(me()),
        notices=notices_on([found], clock.today()),
        mandate=mandate_on(found, clock.today()),
        is_new=is_new(me(), found),
        **_what_came_of_it(found),
    )


def _what_came_of_it(network: Network) -> dict[str, Any]:
    """Return what the network's meetings have led to, and whose notes still wait for the reader."""
    return {
        "unfinished": queries.notes_to_finish(me(), [network]),
        "latest": minutes.latest_for(network, most=3),
        "decisions": followup.decisions_in(network, me(), most=4),
        "actions": followup.open_actions_in(network, me(), most=5),
    }


@bp.get("/help")
@public
def help() -> ResponseReturnValue:
    """Say whom to ask."""
    return page("overview/help.html", here="")
