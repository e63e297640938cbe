"""What one coordinator hands over to the next, and putting a network to rest."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.followup import queries as followup
from app.meetings.queries import meetings_of
from app.memberships.seats import seats_on
from app.networks.models import Network
from app.networks.policy import can_start_networks
from app.networks.queries import network_for
from app.overview.handing_over import unpublished_in
from app.places.queries import municipalities
from app.rooms import handovers
from app.rooms.forms import HandoverForm
from app.rooms.policy import can_read_handover
from app.rooms.queries import handover_of, mandate_on
from app.rotation.queries import lists_of
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import N_, Refusal

bp = Blueprint("handing_over", __name__, url_prefix="/networks/<slug>")


@bp.get("/handover")
def show(slug: str) -> ResponseReturnValue:
    """Show what is planned, what waits, who is missing, and what the one before wants to say."""
    network, today = _network_to_hand_over(slug), clock.today()
    seats = seats_on(today, network, municipalities(), network.memberships)
    return page(
        "overview/handover.html", here="networks", network=network,
        told=handover_of(network),
        mandate=mandate_on(network, today),
        coming=meetings_of(me(), network, after=clock.now(), most=20),
        unpublished=unpublished_in(network),
        actions=followup.open_actions_in(network, me(), most=50),
        vacant=[each for each in seats if each.is_vacant],
        lists=lists_of(network),
    )  # fmt: skip


@bp.route("/handover/edit", methods=["GET", "POST"])
def edit(slug: str) -> ResponseReturnValue:
    """Write what the next one should know."""
    network = _network_to_hand_over(slug)
    told = handover_of(network)
    form = HandoverForm(words=told.text if told else "", seen=str(told.revision if told else 0))
    if form.validate_on_submit():
        try:
            handovers.tell(network, form.words.data or "", seen=form.began_from, by=me())
        except Refusal as refusal:
            form.refuse("words", refusal.message)
            told = handover_of(network)
            form.seen.data = str(told.revision if told else 0)  # told once, one may save over it
        else:
            return done(f"{network.path}/handover", say=_("Det du skrev är sparat."))
    parts = {"network": network, "form": form, "told": told}
    return page("overview/handover_edit.html", 422 if form.errors else 200, here="networks", **parts)


@bp.get("/archive")
def archive(slug: str) -> ResponseReturnValue:
    """Ask whether to put a network to rest, and tell what that means."""
    network = network_for(me(), slug)
    authorize(can_start_networks(me()), N_("Bara administratörer kan göra ett nätverk vilande."))
    return page(
        "overview/archive.html", here="networks", network=network,
        coming=meetings_of(me(), network, after=clock.now(), most=20),
        actions=followup.open_actions_in(network, me(), most=50),
    )  # fmt: skip


def _network_to_hand_over(slug: str) -> Network:
    network = network_for(me(), slug)
    authorize(can_read_handover(me(), network), N_("Bara de som samordnar nätverket läser överlämningen."))
    return network
