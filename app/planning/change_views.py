"""Changing a meeting as a whole: its details and time, calling, cancelling, reviving, copying, throwing away."""

from uuid import UUID

from flask import Blueprint, current_app, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.meetings.models import Meeting
from app.meetings.policy import can_plan
from app.meetings.queries import meeting_for
from app.occasions import changes
from app.occasions.forms import CALL, CancelForm, offered
from app.occasions.kinds import OccasionState
from app.occasions.letters_said import by_letter, said
from app.occasions.revisions import ChangedMeanwhile
from app.occasions.rules import must_be_a_draft, must_be_cancellable, must_stand
from app.planning import actions, calling, showing
from app.planning.forms import CallForm, CopyForm, MeetingChangeForm
from app.web.forms import Form
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import N_

bp = Blueprint("changes", __name__, url_prefix="/meetings/<uuid:meeting_id>")


@bp.route("/edit", methods=["GET", "POST"])
def edit(meeting_id: UUID) -> ResponseReturnValue:
    """Change what a meeting is called, when and where it is; what members know of is moved."""
    meeting = _to_plan(meeting_id)
    calling.must_be_open(meeting)
    must_stand(meeting.occasion)
    parts = offered(me(), meeting.occasion.lead, meeting.occasion)
    form = MeetingChangeForm(**parts, data=showing.values_of_meeting(meeting))
    if not form.validate_on_submit():
        return _edit(meeting, form, 422 if form.is_submitted() else 200)
    try:
        changed = calling.change_meeting(
            meeting, form.details(), by=me(), answer_by=form.answer_by.data, revision=form.begun_from,
            ask_again=bool(form.ask_again.data), with_letter=bool(form.with_letter.data),
        )  # fmt: skip
    except ChangedMeanwhile:
        return _edit(meeting, form, 409)
    also = said(by_letter(changed.letters), showing.about_answers(form, meeting.answer_by))
    return _saved(meeting, moved=changed.moved, also=also, on_to_call=form.do.data == CALL)


@bp.route("/call", methods=["GET", "POST"])
def call(meeting_id: UUID) -> ResponseReturnValue:
    """Ask what it means to call a meeting, and do it."""
    meeting = _to_plan(meeting_id)
    must_stand(meeting.occasion)
    form = CallForm(data={"with_agenda": bool(meeting.items)})
    if not form.validate_on_submit():
        return page("planning/call.html", **showing.call_parts(me(), meeting, form))
    with_agenda = bool(form.with_agenda.data and meeting.items)
    letters = calling.call_meeting(meeting, by=me(), with_agenda=with_agenda)
    say = _("Kallelsen har gått ut. Mötet står i medlemmarnas kalendrar.")
    return done(meeting.occasion.path, say=said(say, by_letter(letters)))


@bp.route("/cancel", methods=["GET", "POST"])
def cancel(meeting_id: UUID) -> ResponseReturnValue:
    """Ask what it means to cancel a meeting, and do it."""
    meeting, form = _to_plan(meeting_id), CancelForm()
    must_be_cancellable(meeting.occasion)
    if not form.validate_on_submit():
        return page("planning/cancel.html", 422 if form.errors else 200, **showing.cancel_parts(me(), meeting, form))
    letters = calling.cancel_meeting(meeting, because=form.because.data or "", by=me())
    say = _("Mötet är inställt. Det står överstruket i medlemmarnas kalendrar.")
    return done(meeting.occasion.path, say=said(say, by_letter(letters)))


@bp.post("/revive")
def revive(meeting_id: UUID) -> ResponseReturnValue:
    """Undo a cancellation."""
    meeting = _to_plan(meeting_id)
    letters = calling.revive_meeting(meeting, by=me())
    say = _("Mötet blir av igen, med samma svar som förut.")
    return done(meeting.occasion.path, say=said(say, by_letter(letters)))


@bp.route("/copy", methods=["GET", "POST"])
def copy(meeting_id: UUID) -> ResponseReturnValue:
    """Plan a meeting like this one on another day, with the same agenda."""
    meeting = _to_plan(meeting_id)
    begin = showing.to_begin_with(meeting.occasion.lead, title=meeting.title) if request.method == "GET" else {}
    form = CopyForm(data=begin)
    if not form.validate_on_submit() or form.span is None:
        return page("planning/copy.html", 422 if form.errors else 200, **showing.meeting_parts(meeting, form))
    host_name = current_app.config["SETTINGS"].public_host
    made = actions.copy_meeting(meeting, title=form.title.data or "", span=form.span, by=me(), host_name=host_name)
    return done(made.occasion.path, say=_("Här är kopian, som ett utkast. Bara de som samordnar ser det."))


@bp.route("/discard", methods=["GET", "POST"])
def discard(meeting_id: UUID) -> ResponseReturnValue:
    """Ask before a draft is thrown away, and do it."""
    meeting, form = _to_plan(meeting_id), Form()
    must_be_a_draft(meeting.occasion)
    if not form.validate_on_submit():
        return page("planning/discard.html", **showing.meeting_parts(meeting, form))
    lead = meeting.occasion.lead
    changes.discard(meeting.occasion)
    return done(lead.path, say=_("Utkastet är kastat."))


def _to_plan(meeting_id: UUID) -> Meeting:
    meeting = meeting_for(me(), meeting_id)
    authorize(can_plan(me(), meeting), N_("Bara de som samordnar nätverket kan ändra dess möten."))
    return meeting


def _edit(meeting: Meeting, form: MeetingChangeForm, status: int) -> ResponseReturnValue:
    return page("planning/edit.html", status, **showing.change_parts(me(), meeting, form, conflict=status == 409))


def _saved(meeting: Meeting, *, moved: bool, also: str, on_to_call: bool) -> ResponseReturnValue:
    if on_to_call and meeting.occasion.state is OccasionState.DRAFT:
        return done(f"{meeting.occasion.path}/call", say=also)
    if moved and meeting.occasion.state is OccasionState.CALLED:
        say = _("Mötet är flyttat. Medlemmarna ser den nya tiden här och i sina kalendrar.")
    else:
        say = _("Ändringarna är sparade.")
    return done(meeting.occasion.path, say=said(say, also))
