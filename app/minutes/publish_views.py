"""The pages where minutes are read through, published, corrected and, if one changes one's mind, left as they were."""

from uuid import UUID

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.meetings.models import Meeting
from app.minutes import publishing, queries
from app.minutes.attendance_form import PublishForm
from app.minutes.desk import bp, meeting_to_write, refused
from app.minutes.doubts import doubts
from app.minutes.draft import draw_up
from app.minutes.mailing import how_many_told_of_minutes
from app.minutes.pen import IsLocked
from app.minutes.publishing import CannotPublish, HasChanged, NothingSaid
from app.networks.kinds import Visibility
from app.web.htmx import done, page
from app.web.i18n import translate


@bp.route("/meetings/<uuid:meeting_id>/minutes/publish", methods=["GET", "POST"])
def publish(meeting_id: UUID) -> ResponseReturnValue:
    """Ask whether to publish: what it means, who can read it, and all of it to read through; then publish."""
    meeting, form = meeting_to_write(meeting_id), PublishForm(data={"with_letter": True})
    if not queries.is_drafting(meeting.id):
        return redirect(url_for("minutes.show", meeting_id=meeting.id), 303)
    if not form.validate_on_submit():
        return _question(meeting, form, 422 if form.is_submitted() else 200)
    try:
        publishing.publish(
            meeting, by=me(), read=form.read.data or "", correction=form.correction.data or "",
            with_letter=bool(form.with_letter.data) or meeting.minutes_published_at is None,
        )  # fmt: skip
    except IsLocked as refusal:
        return refused(refusal)
    except NothingSaid as refusal:
        form.refuse("correction", refusal.message)
        return _question(meeting, form, 422)
    except (CannotPublish, HasChanged) as refusal:
        status = 409 if isinstance(refusal, HasChanged) else 422
        return _question(meeting, form, status, problem=translate(refusal.message))
    return done(url_for("minutes.show", meeting_id=meeting.id), say=_("Anteckningarna är publicerade."))


@bp.post("/meetings/<uuid:meeting_id>/minutes/correct")
def correct(meeting_id: UUID) -> ResponseReturnValue:
    """Open what is published for a correction."""
    meeting = meeting_to_write(meeting_id)
    publishing.correct(meeting)
    return done(url_for(".show", meeting_id=meeting.id))  # the page says itself that a correction is open


@bp.route("/meetings/<uuid:meeting_id>/minutes/discard", methods=["GET", "POST"])
def discard(meeting_id: UUID) -> ResponseReturnValue:
    """Ask whether to throw a correction away, and do it: what is published stands."""
    meeting = meeting_to_write(meeting_id)
    if not queries.is_drafting(meeting.id) or meeting.minutes_published_at is None:
        return redirect(url_for("minutes.show", meeting_id=meeting.id), 303)
    if request.method == "GET":
        return page("minutes/discard.html", here="networks", meeting=meeting)
    publishing.discard(meeting)
    return done(
        url_for("minutes.show", meeting_id=meeting.id), say=_("Rättelsen är bortkastad. Det publicerade gäller.")
    )


def _question(meeting: Meeting, form: PublishForm, status: int = 200, *, problem: str = "") -> Response:
    """Show what would be published, as it is now, and remember that it was this that was read."""
    drawn = draw_up(queries.draft_of(meeting))
    form.read.data = publishing.fingerprint(drawn)
    return page(
        "minutes/publish.html", status, here="networks", meeting=meeting, form=form, paper=drawn, problem=problem,
        doubts=doubts(drawn), failed=bool(problem), readers=queries.how_many_read(meeting),
        letters=how_many_told_of_minutes(meeting, version=queries.next_version(meeting.id), by=me()),
        is_closed=all(host.visibility is Visibility.CLOSED for host in meeting.hosts),
    )  # fmt: skip
