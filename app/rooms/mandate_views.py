"""The mandate of a network: what is in force, what stood before, and what was changed."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from app import clock
from app.accounts.current import me
from app.rooms import mandates, queries
from app.rooms.forms import MandateForm
from app.rooms.policy import can_keep_room
from app.rooms.showing import network_to_keep, network_to_read
from app.web.guard import signed_in
from app.web.htmx import done, page
from app.wording import Refusal

bp = Blueprint("mandates", __name__, url_prefix="/networks/<slug>/mandate")


@bp.get("")
@signed_in
def show(slug: str) -> ResponseReturnValue:
    """Show the mandate in force, and all its versions."""
    network = network_to_read(slug)
    versions = queries.mandates_of(network)
    now = mandates.in_force(versions, clock.today())
    return page(
        "rooms/mandate.html", here="networks", network=network, keeps=can_keep_room(me(), network),
        version=now or next(iter(versions), None), in_force=now, versions=versions, lines=(),
    )  # fmt: skip


@bp.get("/<int:number>")
@signed_in
def version(slug: str, number: int) -> ResponseReturnValue:
    """Show one version, and what it changed in the one before."""
    network = network_to_read(slug)
    versions = queries.mandates_of(network)
    found = next((each for each in versions if each.number == number), None)
    if found is None:
        raise NoResultFound
    before = next((each for each in versions if each.number == number - 1), None)
    lines = mandates.compared(before.text, found.text) if before is not None else ()
    return page(
        "rooms/mandate.html", here="networks", network=network, keeps=False, version=found,
        in_force=mandates.in_force(versions, clock.today()), versions=versions, lines=lines,
    )  # fmt: skip


@bp.route("/edit", methods=["GET", "POST"])
def edit(slug: str) -> ResponseReturnValue:
    """Write a new version."""
    network = network_to_keep(slug)
    latest = next(iter(queries.mandates_of(network)), None)
    form = MandateForm(
        words=latest.text if latest else "", decided_by=latest.decided_by if latest else "",
        valid_from=clock.today(), seen=str(latest.number if latest else 0),
    )  # fmt: skip
    if form.validate_on_submit():
        try:
            mandates.write_mandate(network, form.wording(), seen=form.began_from, by=me())
        except Refusal as refusal:
            form.refuse("words", refusal.message)
            latest = next(iter(queries.mandates_of(network)), None)
            form.seen.data = str(latest.number if latest else 0)  # told once, one may save over it
        else:
            return done(f"{network.path}/mandate", say=_("Den nya versionen av uppdraget är sparad."))
    parts = {"network": network, "form": form, "latest": latest}
    return page("rooms/mandate_edit.html", 422 if form.errors else 200, here="networks", **parts)
