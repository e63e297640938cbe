"""The pages of the networks as such: the list, and their description."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.networks import actions, flags, policy, queries
from app.networks.forms import NetworkForm, form_of
from app.networks.models import Network
from app.networks.wordings import DescribedMeanwhile
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page
from app.wording import N_, Refusal

bp = Blueprint("networks", __name__)


@bp.get("/networks")
@signed_in
def index() -> ResponseReturnValue:
    """Show my networks, then the others."""
    listed = queries.listed_for(me())
    current = [each for each in listed if each.network.archived_at is None]
    return page(
        "networks/index.html",
        here="networks",
        mine=[each for each in current if each.roles],
        others=[each for each in current if not each.roles],
        archived=[each for each in listed if each.network.archived_at is not None],
        can_start=policy.can_start_networks(me()),
    )


@bp.route("/networks/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Start a network."""
    authorize(policy.can_start_networks(me()), N_("Bara administratörer kan starta ett nätverk."))
    form = _form(None)
    if form.validate_on_submit():
        try:
            network = actions.start(form.said(), by=me())
        except Refusal as refusal:
            form.say(refusal)
        else:
            say = _("%(name)s är skapat. Lägg till samordnaren och medlemmarna här.", name=network.name)
            return done(f"{network.path}/members", say=say)
    return _asked(form, None)


@bp.route("/networks/<slug>/edit", methods=["GET", "POST"])
def edit(slug: str) -> ResponseReturnValue:
    """Describe a network anew."""
    network = queries.network_for(me(), slug)
    authorize(policy.can_change_network(me(), network), N_("Bara samordnaren kan ändra nätverkets uppgifter."))
    form = _form(network)
    if form.validate_on_submit():
        try:
            actions.describe(network, form.said(), by=me(), seen=form.seen.data)
        except DescribedMeanwhile as refusal:
            if form.meets(network, refusal):
                return _asked(form, network)
        except Refusal as refusal:
            form.say(refusal)
            return _asked(form, network)
        return done(network.path, say=_("Nätverkets uppgifter är sparade."))
    return _asked(form, network)


@bp.post("/networks/<slug>/archive")
def archive(slug: str) -> ResponseReturnValue:
    """Put a network away."""
    network = queries.network_for(me(), slug)
    authorize(policy.can_start_networks(me()), N_("Bara administratörer kan göra ett nätverk vilande."))
    actions.archive(network, by=me())
    return done(
        url_for("networks.index", _anchor="archived"),
        say=_("%(name)s är vilande. Allt finns kvar att läsa.", name=network.name),
    )


@bp.post("/networks/<slug>/revive")
def revive(slug: str) -> ResponseReturnValue:
    """Take up an archived network again."""
    network = queries.network_for(me(), slug)
    authorize(policy.can_start_networks(me()), N_("Bara administratörer kan ta upp ett vilande nätverk."))
    actions.revive(network, by=me())
    return done(network.path, say=_("%(name)s är i gång igen.", name=network.name))


def _form(network: Network | None) -> NetworkForm:
    areas = list(queries.focus_areas_to_choose(network))
    return form_of(network, areas=areas, free=flags.free_pair(queries.flags_taken()))


def _asked(form: NetworkForm, network: Network | None) -> ResponseReturnValue:
    return page(
        "networks/edit.html",
        422 if form.errors else 200,
        here="networks",
        form=form,
        network=network,
        can_archive=network is not None and policy.can_start_networks(me()),
    )
