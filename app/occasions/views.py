"""Joint activities: planned, shown, changed, cancelled; and the answers to whatever members are called to."""

from uuid import UUID

from flask import Blueprint, current_app, redirect
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.networks.queries import network_for
from app.occasions import actions, activities, changes, policy, showing
from app.occasions.forms import CALL, AnswerForm, CancelForm, ChangeForm, OccasionForm, offered
from app.occasions.kinds import OccasionKind, OccasionState, Reply
from app.occasions.letters_said import by_letter, said
from app.occasions.models import Occasion
from app.occasions.queries import activity_for, occasion_for
from app.occasions.responses import answered
from app.occasions.revisions import ChangedMeanwhile
from app.occasions.rules import must_stand
from app.web.forms import Form
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page
from app.wording import N_, Message, Refusal

bp = Blueprint("occasions", __name__)
WHO = N_("Bara de som samordnar nätverket kan ändra det som står i dess kalender.")


@bp.get("/occasions/<uuid:occasion_id>")
@signed_in
def show(occasion_id: UUID) -> ResponseReturnValue:
    """When and where a joint activity is, what it is about, and who comes."""
    occasion = occasion_for(me(), occasion_id)
    if occasion.kind is OccasionKind.MEETING:
        return redirect(occasion.path, 303)
    return page("occasions/show.html", **showing.page_parts(me(), occasion))


@bp.route("/networks/<slug>/occasions/new", methods=["GET", "POST"])
def new(slug: str) -> ResponseReturnValue:
    """Plan a joint activity: something in the calendar without an agenda."""
    network = network_for(me(), slug)
    authorize(policy.can_plan_in(me(), network), WHO)
    form = OccasionForm(**offered(me(), network), data=showing.to_begin_with(network))
    if not form.validate_on_submit():
        return page(
            "occasions/new.html", 422 if form.is_submitted() else 200, here="networks", form=form, network=network
        )
    host_name = current_app.config["SETTINGS"].public_host
    occasion = changes.plan(form.details(), kind=OccasionKind.ACTIVITY, by=me(), host_name=host_name)
    if form.do.data == CALL:
        return done(f"{occasion.path}/call")
    return done(occasion.path, say=_("Utkastet är sparat. Bara de som samordnar ser det."))


@bp.route("/occasions/<uuid:occasion_id>/edit", methods=["GET", "POST"])
def edit(occasion_id: UUID) -> ResponseReturnValue:
    """Change a joint activity, move it, or let the members know of it."""
    occasion = _to_change(occasion_id)
    must_stand(occasion)
    form = ChangeForm(**offered(me(), occasion.lead, occasion), data=showing.values_to_change(occasion))
    if not form.validate_on_submit():
        return _edit(occasion, form, 422 if form.is_submitted() else 200)
    try:
        moved, letters = activities.change_activity(
            occasion, form.details(), by=me(), revision=form.begun_from, ask_again=bool(form.ask_again.data),
            with_letter=bool(form.with_letter.data),
        )  # fmt: skip
    except ChangedMeanwhile:
        return _edit(occasion, form, 409)
    if form.do.data == CALL and occasion.state is OccasionState.DRAFT:
        return done(f"{occasion.path}/call")
    return done(occasion.path, say=said(_what_was_done(occasion, moved=moved), by_letter(letters)))


@bp.route("/occasions/<uuid:occasion_id>/call", methods=["GET", "POST"])
def call(occasion_id: UUID) -> ResponseReturnValue:
    """Ask what it means to put it in the members' calendars, and do it."""
    occasion = _to_change(occasion_id)
    must_stand(occasion)
    form = Form()
    if not form.validate_on_submit():
        return page("occasions/call.html", **showing.call_parts(me(), occasion, form))
    letters = activities.call_activity(occasion, by=me())
    return done(occasion.path, say=said(_("Aktiviteten står nu i medlemmarnas kalendrar."), by_letter(letters)))


@bp.route("/occasions/<uuid:occasion_id>/cancel", methods=["GET", "POST"])
def cancel(occasion_id: UUID) -> ResponseReturnValue:
    """Ask what it means to cancel it, or to throw a draft away, and do it."""
    occasion = _to_change(occasion_id)
    form = CancelForm()
    if not form.validate_on_submit():
        status = 422 if form.is_submitted() else 200
        return page("occasions/cancel.html", status, **showing.question(me(), occasion, form))
    if form.discard.data:
        changes.discard(occasion)
        return done(occasion.lead.path, say=_("Utkastet är kastat."))
    letters = activities.cancel_activity(occasion, because=form.because.data or "", by=me())
    say = _("Det är inställt. Det står överstruket i medlemmarnas kalendrar.")
    return done(occasion.path, say=said(say, by_letter(letters)))


@bp.post("/occasions/<uuid:occasion_id>/revive")
def revive(occasion_id: UUID) -> ResponseReturnValue:
    """Undo a cancellation."""
    occasion = _to_change(occasion_id)
    letters = activities.revive_activity(occasion, by=me())
    return done(occasion.path, say=said(_("Det blir av igen, med samma svar som förut."), by_letter(letters)))


@bp.post("/occasions/<uuid:occasion_id>/answer")
def answer(occasion_id: UUID) -> ResponseReturnValue:
    """Say whether one comes, to a meeting or an activity."""
    occasion = occasion_for(me(), occasion_id)
    authorize(policy.can_answer(me(), occasion), N_("Bara medlemmar i nätverket kan svara."))
    form = AnswerForm()
    if not form.validate_on_submit():
        return answered(occasion, Message(N_("Välj ett av svaren.")))
    try:
        actions.answer(occasion, me(), Reply(form.reply.data))
    except Refusal as refusal:
        return answered(occasion, refusal.message)
    return answered(occasion)


def _to_change(occasion_id: UUID) -> Occasion:
    occasion = activity_for(me(), occasion_id)
    authorize(policy.can_change_occasion(me(), occasion), WHO)
    return occasion


def _what_was_done(occasion: Occasion, *, moved: bool) -> str:
    if occasion.state is OccasionState.CALLED and moved:
        return str(_("Den är flyttad. Medlemmarna ser den nya tiden här och i sina kalendrar."))
    return str(_("Ändringarna är sparade."))


def _edit(occasion: Occasion, form: ChangeForm, status: int) -> ResponseReturnValue:
    return page("occasions/edit.html", status, **showing.change_parts(me(), occasion, form, conflict=status == 409))
