"""Notices: written by a coordinator, read by everyone who sees the network, until a day."""

from datetime import timedelta
from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.networks.models import Network
from app.rooms import notices, queries
from app.rooms.forms import NoticeForm
from app.rooms.models import Notice
from app.rooms.showing import network_to_keep
from app.web.htmx import done, page
from app.wording import Refusal

bp = Blueprint("notices", __name__, url_prefix="/networks/<slug>/notices")
USUAL = timedelta(days=14)


@bp.route("/new", methods=["GET", "POST"])
def new(slug: str) -> ResponseReturnValue:
    """Put up a notice."""
    network, form = network_to_keep(slug), NoticeForm(until=clock.today() + USUAL)
    if form.validate_on_submit():
        try:
            notices.write_notice(network, form.words.data or "", until=form.last_day, by=me())
        except Refusal as refusal:
            form.refuse("until", refusal.message)
        else:
            return done(network.path, say=_("Anslaget står uppe här och på medlemmarnas startsida."))
    return _asked(network, form, None)


@bp.route("/<uuid:notice_id>/edit", methods=["GET", "POST"])
def edit(slug: str, notice_id: UUID) -> ResponseReturnValue:
    """Let a notice say something else, or stand longer."""
    network = network_to_keep(slug)
    notice = queries.notice_of(network, notice_id)
    form = NoticeForm(words=notice.text, until=notice.until)
    if form.validate_on_submit():
        try:
            notices.change_notice(notice, form.words.data or "", until=form.last_day)
        except Refusal as refusal:
            form.refuse("until", refusal.message)
        else:
            return done(network.path, say=_("Anslaget är ändrat."))
    return _asked(network, form, notice)


@bp.post("/<uuid:notice_id>/remove")
def remove(slug: str, notice_id: UUID) -> ResponseReturnValue:
    """Take a notice down; its form then offers to put it up again."""
    network = network_to_keep(slug)
    notices.take_down(queries.notice_of(network, notice_id))
    return done(f"{network.path}/notices/{notice_id}/edit", say=_("Anslaget är nedtaget."))


@bp.post("/<uuid:notice_id>/restore")
def restore(slug: str, notice_id: UUID) -> ResponseReturnValue:
    """Put a notice up again."""
    network = network_to_keep(slug)
    notices.put_up(queries.notice_of(network, notice_id))
    return done(network.path, say=_("Anslaget är uppe igen."))


def _asked(network: Network, form: NoticeForm, notice: Notice | None) -> ResponseReturnValue:
    parts = {"network": network, "form": form, "notice": notice}
    return page("rooms/notice.html", 422 if form.errors else 200, here="networks", **parts)
