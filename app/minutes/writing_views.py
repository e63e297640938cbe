"""The pages where minutes are begun and written, item by item."""

from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.followup.actions import NobodyPromised, NothingSaid
from app.meetings.models import Meeting
from app.meetings.queries import item_of
from app.minutes import actions, attendance_views, item_actions, publish_views, wall_views
from app.minutes.actions import CannotBegin, NewerWords
from app.minutes.desk import blank_form, bp, meeting_to_write, open_at, owners, refused, write_page
from app.minutes.forms import ItemForm, NoteForm, as_id
from app.minutes.item_answers import conflict, keep_words, newer, records, take_step
from app.minutes.pen import IsLocked, take_pen
from app.web.htmx import done, fragment, page
from app.web.i18n import translate

__all__ = ["attendance_views", "bp", "publish_views", "wall_views"]  # these add their pages to the same desk


@bp.get("/meetings/<uuid:meeting_id>/minutes/write")
def show(meeting_id: UUID) -> ResponseReturnValue:
    """Show the desk: one item of the agenda at a time."""
    meeting = meeting_to_write(meeting_id)
    if meeting.minutes_started_at is None:
        return page("minutes/begin.html", here="networks", meeting=meeting, reason=_why_not_yet(meeting))
    desk = open_at(meeting, as_id(request.args.get("item", "")))
    if not desk.draft.minutes.drafting:
        return redirect(url_for("minutes.show", meeting_id=meeting.id), 303)
    record = desk.record(as_id(request.args.get("edit", "")))
    return write_page(desk, blank_form(desk, record), focus=str(record.id) if record else "")


@bp.post("/meetings/<uuid:meeting_id>/minutes/begin")
def begin(meeting_id: UUID) -> ResponseReturnValue:
    """Begin the minutes, and go to the desk."""
    meeting = meeting_to_write(meeting_id)
    try:
        actions.begin(meeting, by=me())
    except CannotBegin as refusal:
        return page("minutes/begin.html", 422, here="networks", meeting=meeting, reason=translate(refusal.message))
    return done(url_for(".show", meeting_id=meeting.id))


@bp.post("/meetings/<uuid:meeting_id>/minutes/write/<uuid:item_id>/note")
def note(meeting_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Save the words under an item while they are being written."""
    meeting, form = meeting_to_write(meeting_id), NoteForm()
    item = item_of(meeting, item_id)
    if not form.validate_on_submit():
        return fragment("minutes/_saved.html", 422, problem=next(iter(form.errors.values()))[0])
    try:
        kept = actions.write(take_pen(meeting.id), item, form.writing, by=me())
    except IsLocked as refusal:
        return refused(refusal, form.writing.text)
    except NewerWords as refusal:
        address = url_for(".save", meeting_id=meeting.id, item_id=item.id)
        return newer(refusal.theirs, form.writing.text, address)
    return fragment("minutes/_autosaved.html", note=kept, saved_at=kept.changed_at)


@bp.post("/meetings/<uuid:meeting_id>/minutes/write/<uuid:item_id>")
def save(meeting_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Save all that is typed under an item, and take the next step."""
    meeting, form = meeting_to_write(meeting_id), ItemForm()
    item = item_of(meeting, item_id)
    people = owners(meeting, item_actions.promised(meeting, as_id(form.action.data or "")))
    form.leave_as_it_was()
    form.offer(people, _("Välj person"))
    try:
        minutes = take_pen(meeting.id)
        if not form.validate_on_submit():
            return keep_words(meeting, minutes, item, form)
        item_actions.keep(meeting, minutes, item, form.typed(people), by=me())
    except IsLocked as refusal:
        return refused(refusal, form.writing.text)
    except NewerWords as refusal:
        return conflict(meeting, item, form, refusal.theirs)
    except (NobodyPromised, NothingSaid) as refusal:
        form.refuse("owner" if isinstance(refusal, NobodyPromised) else "clause", refusal.message)
        return records(meeting, item, form, 422)
    return take_step(meeting, minutes, item, form)


def _why_not_yet(meeting: Meeting) -> str:
    try:
        actions.must_be_time(meeting)
    except CannotBegin as refusal:
        return translate(refusal.message)
    return ""
