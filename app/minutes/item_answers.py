"""What the writer's browser gets: the item's records, the whole page, or two texts when two have written at once."""

from typing import Any
from uuid import UUID

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.meetings.models import AgendaItem, Meeting
from app.minutes import actions, item_actions
from app.minutes.desk import Conflict, blank_form, instead, new_pen, open_at, told, write_page
from app.minutes.forms import ItemForm, as_id
from app.minutes.models import ItemNote, Minutes
from app.minutes.steps import Step
from app.minutes.texts import joined
from app.web.htmx import done, fragment, wants_fragment
from app.web.transaction import keep_though_refused


def take_step(meeting: Meeting, minutes: Minutes, item: AgendaItem, form: ItemForm) -> ResponseReturnValue:
    """Do what comes after everything typed has been saved, and show it."""
    step, about = form.next
    if step is Step.GO:
        return done(_desk(meeting, item=about))
    if step is Step.REVIEW:
        return done(url_for("writing.publish", meeting_id=meeting.id))
    if step is Step.REMOVE:
        item_actions.take_away(meeting, about)
    elif step is Step.RESTORE:
        item_actions.put_back(meeting, about)
    elif step in (Step.PUT_OFF, Step.TAKE_UP):
        actions.put_off(minutes, item, adjourned=step is Step.PUT_OFF)
    if wants_fragment():
        return _kept(meeting, item, form)
    return done(_desk(meeting, item=item.id, edit=about if step is Step.EDIT else None), say=_said(form))


def keep_words(meeting: Meeting, minutes: Minutes, item: AgendaItem, form: ItemForm) -> Response:
    """Save the words under the item though something else is wrong, and show that. Raises NewerWords and IsLocked."""
    if not form.text.errors:
        form.revision.data = str(actions.write(minutes, item, form.writing, by=me()).revision)
        keep_though_refused()
    return records(meeting, item, form, 422)


def records(meeting: Meeting, item: AgendaItem, form: ItemForm, status: int) -> Response:
    """Show the item again with what was typed and what is wrong with it."""
    desk = open_at(meeting, item.id)
    if wants_fragment():
        return fragment("minutes/_refused.html", status, **told(desk, form))
    return write_page(desk, form, status)


def conflict(meeting: Meeting, item: AgendaItem, form: ItemForm, theirs: ItemNote) -> Response:
    """Show both texts side by side, and one that has every line of both to go on from. Nothing has been saved."""
    desk, mine = open_at(meeting, item.id), form.writing.text
    form.text.data, form.revision.data, form.pen.data = joined(theirs.text, mine), str(theirs.revision), new_pen()
    shown: dict[str, Any] = {"conflict": Conflict(theirs, mine)}
    if not wants_fragment():
        return write_page(desk, form, 409, failed=True, **shown)
    return instead("#item", fragment("minutes/_item.html", 409, **told(desk, form) | shown))


def newer(theirs: ItemNote, mine: str, address: str) -> Response:
    """Tell somebody who is still typing that there are newer words, beside the field and without touching it."""
    shown = Conflict(theirs, mine)
    answer = fragment("minutes/_newer.html", 409, conflict=shown, address=address)
    return instead("#newer", answer, swap="outerMorph")  # a button there that has the focus keeps it


def _desk(meeting: Meeting, *, item: UUID | None, edit: UUID | None = None) -> str:
    """Return where the desk is, on the wall if it was there."""
    return url_for("writing.show", meeting_id=meeting.id, item=item, edit=edit, wall=request.form.get("wall"))


def _kept(meeting: Meeting, item: AgendaItem, form: ItemForm) -> Response:
    """Show the item's records anew after a step, with the focus where one goes on."""
    step, about = form.next
    desk = open_at(meeting, item.id)
    record = desk.record(about) if step is Step.EDIT else None
    shown = told(desk, blank_form(desk, record)) | {"focus": _focus(form)}
    if step not in (Step.EDIT, Step.LEAVE):
        shown["saved_at"] = clock.now()
    return fragment("minutes/_kept.html", said=_said(form), **shown)


def _focus(form: ItemForm) -> str:
    """Return where one goes on: at what was changed, or where the next one is typed after one was added."""
    step, about = form.next
    if about is not None:
        return str(about)
    places = [(form.what, form.action, "what"), (form.clause, form.decision, "clause")]
    for words, record, empty in places if step is Step.PROMISE else reversed(places):
        if words.data:
            return str(as_id(record.data or "") or empty)
    return str(step)


def _said(form: ItemForm) -> str:
    """Return what was done, in words."""
    if form.clause.data and not form.decision.data:
        return str(_("Beslutet är tillagt."))
    if form.what.data and not form.action.data:
        return str(_("Åtgärden är tillagd."))
    done_so = {
        Step.REMOVE: _("Borttaget ur utkastet."),
        Step.RESTORE: _("Tillbaka i utkastet."),
        Step.PUT_OFF: _("Punkten är bordlagd."),
        Step.TAKE_UP: _("Punkten är inte längre bordlagd."),
        Step.EDIT: "",
        Step.LEAVE: "",
    }
    return str(done_so.get(form.next.step, _("Sparat")))
