"""Planning a meeting: one, or a series of separate ones."""

from flask import Blueprint, current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.current import me
from app.networks.models import Network
from app.networks.queries import network_for
from app.occasions.forms import CALL, offered
from app.occasions.letters_said import by_letter, said
from app.occasions.policy import can_plan_in
from app.planning import actions, calling, showing
from app.planning.answer_days import ANSWER_BEFORE
from app.planning.forms import BACK, MeetingForm
from app.planning.proposals import as_left, chosen
from app.rotation.queries import lists_of
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import N_

bp = Blueprint("planning", __name__)


@bp.route("/networks/<slug>/meetings/new", methods=["GET", "POST"])
def new(slug: str) -> ResponseReturnValue:
    """Plan a meeting: as a draft, or on to the question whether to call it; a series goes on to its dates."""
    network = _network_to_plan_in(slug)
    form = MeetingForm(**offered(me(), network), data=_suggested(network))
    if not form.validate_on_submit():
        return _form(network, form)
    if form.is_series:
        return _dates(network, form)
    meeting = actions.plan_meeting(
        form.details(), by=me(), host_name=_host_name(), answer_by=form.answer_by.data,
        with_standard_agenda=bool(form.standard_agenda.data),
    )  # fmt: skip
    answers = showing.about_answers(form, meeting.answer_by)
    if form.do.data == CALL:
        return done(url_for("changes.call", meeting_id=meeting.id), say=answers)
    return done(meeting.occasion.path, say=said(_("Utkastet är sparat. Bara de som samordnar ser det."), answers))


@bp.post("/networks/<slug>/meetings/series")
def series(slug: str) -> ResponseReturnValue:
    """Plan a separate meeting on each of the dates that were ticked, as drafts or called at once."""
    network = _network_to_plan_in(slug)
    form = MeetingForm(**offered(me(), network))
    if not form.validate_on_submit() or form.do.data == BACK or not form.is_series:
        return _form(network, form)
    spans = chosen(showing.proposals(form), request.form.getlist("days"))
    if not spans:
        return _dates(network, form, failed=True)
    meetings = actions.plan_series(
        form.details(), spans, by=me(), host_name=_host_name(), answer_by=form.answer_by.data,
        standard=bool(form.standard_agenda.data),
    )  # fmt: skip
    if form.do.data != CALL:
        say = ngettext("%(num)d möte är sparat som utkast.", "%(num)d möten är sparade som utkast.", len(meetings))
        return done(f"{network.path}/meetings", say=say)
    letters = calling.call_series(meetings, by=me())
    say = ngettext("%(num)d möte är kallat.", "%(num)d möten är kallade.", len(meetings))
    return done(f"{network.path}/meetings", say=said(say, by_letter(letters)))


def _network_to_plan_in(slug: str) -> Network:
    network = network_for(me(), slug)
    told = N_("Bara de som samordnar nätverket kan planera dess möten, och inte när det är vilande.")
    authorize(can_plan_in(me(), network), told)
    return network


def _suggested(network: Network) -> dict[str, object]:
    return showing.to_begin_with(network) if request.method == "GET" else {}


def _form(network: Network, form: MeetingForm) -> ResponseReturnValue:
    ticks = [(name, value) for name in ("shown", "days") for value in request.form.getlist(name)]
    parts = {"here": "networks", "network": network, "form": form, "ticks": ticks, "lists": lists_of(network)}
    parts["days_before"] = ANSWER_BEFORE.days
    return page("planning/new.html", 422 if form.errors else 200, **parts)


def _dates(network: Network, form: MeetingForm, *, failed: bool = False) -> ResponseReturnValue:
    found = showing.proposals(form)
    shown = [each.day.isoformat() for each in found] if failed else request.form.getlist("shown")
    found = as_left(found, shown=shown, days=request.form.getlist("days"))
    parts = showing.series_parts(network, form, found, me=me(), failed=failed)
    return page("planning/series.html", 422 if failed else 200, **parts)


def _host_name() -> str:
    return str(current_app.config["SETTINGS"].public_host)
