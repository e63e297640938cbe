"""Reading in a calendar: choose a file, look through what would happen, and go on to the network's meetings."""

from flask import Blueprint, current_app, flash, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from app import clock, db
from app.accounts.current import me
from app.imports import policy
from app.imports.calendar_apply import apply_calendar
from app.imports.calendar_file import CalendarFile, read_calendar_file
from app.imports.calendar_known import wait_for_turn
from app.imports.calendar_plan import CalendarPlan, plan_calendar
from app.imports.forms import FileForm
from app.imports.outcomes import Tally
from app.imports.waiting import Shelf, Upload, UploadIsGone
from app.networks.models import Network
from app.networks.queries import network_for
from app.web.guard import authorize
from app.web.htmx import done, page
from app.web.i18n import translate
from app.web.transaction import afterwards, reads_first
from app.wording import N_, Message, Refusal

bp = Blueprint("calendar_imports", __name__, url_prefix="/networks/<slug>/import")

ONLY_COORDINATORS = N_("Bara samordnaren kan läsa in möten i nätverkets kalender.")
NOT_AS_SHOWN = N_("Något har ändrats sedan du såg förhandsvisningen. Titta igenom den igen innan du läser in.")


@bp.route("", methods=["GET", "POST"])
@reads_first
def start(slug: str) -> ResponseReturnValue:
    """Choose a file; one that can't be read is said to be so at once."""
    network = _network(slug)
    form = FileForm()
    if form.validate_on_submit():
        upload = form.upload
        try:
            _read(upload)
        except Refusal as refusal:
            form.refuse("file", refusal.message)
        else:
            return done(url_for(".preview", slug=slug, key=_shelf(network).keep(upload)))
    return page("imports/meetings.html", 422 if form.errors else 200, here="networks", form=form, network=network)


@bp.get("/<key>")
def preview(slug: str, key: str) -> ResponseReturnValue:
    """Show what would happen, meeting by meeting. Nothing is written."""
    network = _network(slug)
    upload = _shelf(network).fetch(key)
    return _shown(key, upload, plan_calendar(_read(upload), network))


@bp.post("/<key>")
@reads_first
def take(slug: str, key: str) -> ResponseReturnValue:
    """Read the file in, as it was shown: all of it, or the meetings that can be taken."""
    upload = _shelf(_network(slug)).fetch(key)
    file = _read(upload)
    db.begin(writing=True)
    network = _network(slug)
    wait_for_turn(network)
    plan = plan_calendar(file, network)
    if plan.fingerprint != request.form.get("seen"):
        return _shown(key, upload, plan, mistake=Message(NOT_AS_SHOWN))
    try:
        written = apply_calendar(
            plan, by=me(), host_name=current_app.config["SETTINGS"].public_host, filename=upload.name,
            partial=request.form.get("partial") == "y",
        )  # fmt: skip
    except Refusal as refusal:
        db.begin(writing=False)  # what had been written is gone before anything is shown
        return _shown(key, upload, plan_calendar(file, _network(slug)), mistake=refusal.message)
    shelf = _shelf(network)
    afterwards(lambda: shelf.remove(key))
    return done(url_for("meetings.of_network", slug=slug), say=_said(written))


@bp.errorhandler(UploadIsGone)
def start_again(refusal: UploadIsGone) -> ResponseReturnValue:
    """Go back to choosing a file, and say why."""
    flash(translate(refusal.message), "late")
    return done(url_for(".start", slug=(request.view_args or {})["slug"]))


def _network(slug: str) -> Network:
    """Return the network whose calendar is meant. To a stranger a closed one does not exist: NoResultFound."""
    network = network_for(me(), slug)
    authorize(policy.can_import_calendar(me(), network), ONLY_COORDINATORS)
    return network


def _read(upload: Upload) -> CalendarFile:
    return read_calendar_file(upload.data, time_zone=clock.zone().key, today=clock.today())


def _shown(key: str, upload: Upload, plan: CalendarPlan, *, mistake: Message | None = None) -> ResponseReturnValue:
    return page(
        "imports/meetings_preview.html", 422 if mistake else 200, here="networks", key=key, filename=upload.name,
        plan=plan, network=plan.network, failed=mistake,
    )  # fmt: skip


def _said(written: Tally) -> str:
    new = ngettext("Ett möte är inläst.", "%(num)d möten är inlästa.", written.new) if written.new else ""
    changed = ngettext("Ett möte är ändrat.", "%(num)d möten är ändrade.", written.changed) if written.changed else ""
    return " ".join(filter(None, (new, changed))) or _("Allt i filen fanns redan här.")


def _shelf(network: Network) -> Shelf:
    folder = current_app.config["SETTINGS"].instance / "uploads"
    return Shelf(folder, me().id, f"calendar of {network.id}")
