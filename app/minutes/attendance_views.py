"""Taking attendance beside the words."""

from uuid import UUID

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.meetings.models import Meeting
from app.minutes.attendance import NewerAttendance, Roll, call_roll, differences, expected, roll_of
from app.minutes.attendance_form import AttendanceForm
from app.minutes.desk import blank_form, bp, instead, meeting_to_write, open_at, refused, write_page
from app.minutes.forms import as_id
from app.minutes.models import Minutes
from app.minutes.pen import IsLocked, take_pen
from app.web.htmx import done, fragment, wants_fragment


@bp.post("/meetings/<uuid:meeting_id>/minutes/write/attendance")
def attendance(meeting_id: UUID) -> ResponseReturnValue:
    """Save who took part."""
    meeting, form = meeting_to_write(meeting_id), AttendanceForm()
    try:
        minutes = take_pen(meeting.id)
        roll = form.roll(expected(meeting, minutes))
        if not form.validate_on_submit():
            return _answer(meeting, minutes, form, roll, 422)
        call_roll(minutes, roll, revision=form.seen)
    except IsLocked as refusal:
        return refused(refusal)
    except NewerAttendance:
        return _answer(meeting, minutes, form, roll, 409)
    if wants_fragment():
        return _called(meeting, minutes)
    return done(url_for(".show", meeting_id=meeting.id, item=form.item.data), say=_("Närvaron är sparad."))


def _called(meeting: Meeting, minutes: Minutes) -> Response:
    """Tell how many are there now; in words besides when a person asked for it, not at each tick."""
    return fragment(
        "minutes/_roll_called.html", say=_("Närvaron är sparad.") if request.form.get("by") else "",
        roll=roll_of(minutes), people=expected(meeting, minutes), revision=minutes.attendance_revision,
        saved_at=clock.now(),
    )  # fmt: skip


def _answer(meeting: Meeting, minutes: Minutes, form: AttendanceForm, roll: Roll, status: int) -> Response:
    """Show the list as it was ticked; when somebody else's is newer, with what differs."""
    people = expected(meeting, minutes)
    shown = {
        "roll": roll, "people": people, "revision": minutes.attendance_revision, "problems": form.errors,
        "differences": differences(roll_of(minutes), roll, people) if status == 409 else [],
    }  # fmt: skip
    if wants_fragment():
        here = {"meeting": meeting, "item_id": form.item.data}
        answer = fragment("minutes/_attendance.html", status, **here | shown)
        return instead("#attendance", answer, swap="outerMorph")  # the box that has the focus keeps it
    desk = open_at(meeting, as_id(form.item.data or ""))
    return write_page(desk, blank_form(desk), status, failed=True, **shown)
