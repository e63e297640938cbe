"""Changing an agenda: each step answers with the agenda as it now stands."""

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.meetings import actions, queries, showing
from app.meetings.forms import ItemChangeForm, ItemForm, PublishForm
from app.meetings.mailing import how_many_told_of_agenda
from app.meetings.models import AgendaItem, Meeting
from app.meetings.receipts import name_of, too_long, where_it_landed, where_it_moved
from app.meetings.responses import changed, meeting_to_set, shown
from app.occasions.letters_said import by_letter, said
from app.web.htmx import done, page, page_or_fragment, wants_fragment
from app.wording import Refusal

bp = Blueprint("agenda", __name__, url_prefix="/meetings/<uuid:meeting_id>/agenda")


@bp.post("")
def add(meeting_id: UUID) -> ResponseReturnValue:
    """Add an item, before what closes the meeting."""
    meeting, form = meeting_to_set(meeting_id), ItemForm()
    if not form.validate_on_submit():
        return shown(meeting, 422, form=form)
    try:
        item = actions.add_item(meeting, form.words, item_id=form.own_id)
    except actions.MeetingIsOver as refusal:
        form.refuse("title", refusal.message)
        return shown(meeting, 422, form=form)
    say = said(where_it_landed(meeting, item), too_long(meeting))
    return changed(meeting, say=say, at="add", focus="add")


@bp.get("/<uuid:item_id>/edit")
def edit(meeting_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Open an item for change, in its place on the agenda or on a page of its own."""
    meeting = meeting_to_set(meeting_id)
    item = queries.item_of(meeting, item_id)
    return _item_form(meeting, item, ItemChangeForm.of(item))


@bp.post("/<uuid:item_id>/edit")
def change(meeting_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Change what an item says."""
    meeting, form = meeting_to_set(meeting_id), ItemChangeForm(place="edit")
    if not form.validate_on_submit():
        return _item_form(meeting, queries.item_of(meeting, item_id), form, 422)
    try:
        item = actions.change_item(meeting, item_id, form.words, seen=form.revision)
    except actions.ItemHasChanged as refusal:
        item = queries.item_of(meeting, item_id)
        if form.meets(item):
            form.form_errors.append(refusal.message)
            return _item_form(meeting, item, form, 422)
    except (actions.MeetingIsOver, actions.ItemIsGone) as refusal:
        form.refuse("title", refusal.message)
        return _item_form(meeting, queries.item_of(meeting, item_id), form, 422)
    say = said(_("%(title)s är ändrad.", title=name_of(item)), too_long(meeting))
    return changed(meeting, say=say, at=f"item-{item_id}", focus=f"edit:{item_id}")


@bp.post("/<uuid:item_id>/move")
def move(meeting_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Let an item change places with the one before or after it."""
    meeting, direction = meeting_to_set(meeting_id), request.form.get("direction", "")
    if direction not in ("up", "down"):
        abort(400)
    passed = actions.move_item(meeting, item_id, up=direction == "up")
    say = where_it_moved(meeting, item_id, passed, up=direction == "up")
    return changed(meeting, say=say, at=f"item-{item_id}", focus=f"{direction}:{item_id}")


@bp.post("/<uuid:item_id>/remove")
def remove(meeting_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Take an item off, with a way back."""
    meeting = meeting_to_set(meeting_id)
    item = actions.remove_item(meeting, item_id)
    if not wants_fragment():
        return done(f"{meeting.occasion.path}?removed={item.id}#item-{item.id}")
    return changed(meeting, say=_("%(title)s är borttagen.", title=name_of(item)), focus="removed", removed=item)


@bp.post("/<uuid:item_id>/restore")
def restore(meeting_id: UUID, item_id: UUID) -> ResponseReturnValue:
    """Put an item back."""
    meeting = meeting_to_set(meeting_id)
    item = actions.restore_item(meeting, item_id)
    say = _("%(title)s är tillbaka.", title=name_of(item))
    return changed(meeting, say=say, at=f"item-{item_id}", focus=f"item:{item_id}")


@bp.route("/publish", methods=["GET", "POST"])
def publish(meeting_id: UUID) -> ResponseReturnValue:
    """Ask whether everyone who sees the meeting may read the agenda, and who gets a letter; then publish."""
    meeting = meeting_to_set(meeting_id)
    actions.must_be_publishable(meeting)
    form = PublishForm(data={"with_letter": True})
    if not form.validate_on_submit():
        letters = how_many_told_of_agenda(meeting, by=me())
        return page("meetings/publish.html", here="networks", meeting=meeting, form=form, letters=letters)
    letters = actions.publish_agenda(meeting, by=me(), with_letter=bool(form.with_letter.data))
    return changed(meeting, say=said(_("Dagordningen är publicerad."), by_letter(letters)), focus="head")


@bp.post("/withdraw")
def withdraw(meeting_id: UUID) -> ResponseReturnValue:
    """Undo the publishing."""
    meeting = meeting_to_set(meeting_id)
    actions.withdraw_agenda(meeting)
    return changed(meeting, say=_("Dagordningen är inte längre publicerad."), focus="head")


@bp.errorhandler(Refusal)
def refused(refusal: Refusal) -> ResponseReturnValue:
    """Say why it did not work on the agenda as it stands now, which may be another than the person saw."""
    meeting = meeting_to_set((request.view_args or {})["meeting_id"])
    return shown(meeting, 422, trouble=refusal.message)


def _item_form(meeting: Meeting, item: AgendaItem, form: ItemChangeForm, status: int = 200) -> ResponseReturnValue:
    """Answer with the item's form. What somebody else has written since stands beside what was typed."""
    form.meets(item)
    form.presenters = showing.presenters_for(meeting)
    row = next((row for row in showing.schedule_of(meeting).rows if row.item is item), None)
    parts: dict[str, Any] = {"meeting": meeting, "item": item, "row": row, "form": form}
    answer = page_or_fragment("meetings/item.html", "meetings/_item_form.html", status, here="networks", **parts)
    if wants_fragment() and status != 200:
        answer.headers["HX-Retarget"] = f"#item-{item.id}"  # saved, the whole agenda changes; not saved, only its place
    return answer
