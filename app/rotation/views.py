"""The turn lists of a network: read by those who see it, kept by its coordinators."""

from uuid import UUID

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.networks.queries import network_for
from app.places.queries import municipalities
from app.rotation import actions, queries
from app.rotation.forms import WhoForm
from app.rotation.showing import changed, kind_of, network_to_keep, place_of, shown, standing_of, tried
from app.web.guard import signed_in
from app.web.htmx import done

bp = Blueprint("turns", __name__, url_prefix="/networks/<slug>/turns")


@bp.get("")
@signed_in
def index(slug: str) -> ResponseReturnValue:
    """Show whose turn it is, the order, and who has had a turn."""
    return shown(network_for(me(), slug))


@bp.post("/<kind>/start")
def start(slug: str, kind: str) -> ResponseReturnValue:
    """Make a list."""
    network, what = network_to_keep(slug), kind_of(kind)
    places = municipalities() if what.is_of_places else ()
    actions.start(network, what, queries.those_who_could(network, what, places))
    return changed(slug, what, _("Turlistan är gjord, i bokstavsordning. Flytta med pilarna."))


@bp.post("/<kind>/stop")
def stop(slug: str, kind: str) -> ResponseReturnValue:
    """Take a list away."""
    standing = standing_of(slug, kind)
    actions.stop(standing)
    return done(url_for(".index", slug=slug), say=_("Turlistan är borttagen."))


@bp.post("/<kind>/add")
def add(slug: str, kind: str) -> ResponseReturnValue:
    """Put somebody at the end."""
    return tried(slug, kind, lambda it: actions.add(it, place_of(it, WhoForm().key)), _("Står nu sist på listan."))


@bp.post("/<kind>/<uuid:whose>/move")
def move(slug: str, kind: str, whose: UUID) -> ResponseReturnValue:
    """Let somebody change places with the one before or after them."""
    direction = request.form.get("direction", "")
    standing = standing_of(slug, kind)
    if direction not in ("up", "down"):
        abort(400)
    actions.move(standing, whose, up=direction == "up")
    return changed(slug, standing.kind, _("%(name)s är flyttad.", name=standing.name_of(whose)))


@bp.post("/<kind>/<uuid:whose>/drop")
def drop(slug: str, kind: str, whose: UUID) -> ResponseReturnValue:
    """Take somebody off the list; they can be put at the end again."""
    standing = standing_of(slug, kind)
    name = standing.name_of(whose) if standing.has(whose) else ""
    actions.drop(standing, whose)
    return changed(slug, standing.kind, _("%(name)s står inte på listan längre.", name=name))
