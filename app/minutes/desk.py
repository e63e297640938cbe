"""The desk where minutes are written: finding the draft, and laying the page out as its writer left it."""

from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from app.accounts.current import me
from app.followup.models import Action, Decision
from app.meetings.models import AgendaItem, Meeting
from app.meetings.queries import meeting_to_plan
from app.meetings.schedule import Row, lay_out
from app.minutes import policy, queries
from app.minutes.attendance import expected, in_order, members, roll_of
from app.minutes.draft import Draft, decides
from app.minutes.forms import ItemForm
from app.minutes.models import ItemNote
from app.people.models import Person
from app.web.errors import answer
from app.web.guard import authorize
from app.web.htmx import page, wants_fragment
from app.web.i18n import translate
from app.wording import N_, Refusal

bp = Blueprint("writing", __name__)

WRITERS = N_("Bara samordnaren, ordföranden och sekreteraren kan skriva anteckningarna.")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two texts of the same item: what somebody else saved, and what was typed here."""

    theirs: ItemNote
    mine: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft opened at one of its items; None while the agenda is empty."""

    draft: Draft
    item: AgendaItem | None

    @property
    def note(self) -> ItemNote | None:
        """What is written under the item."""
        return self.draft.notes.get(self.item.id) if self.item else None

    def record(self, record_id: UUID | None) -> Decision | Action | None:
        """Return the item's decision or action with an id, if there is one."""
        if self.item is None:
            return None
        records: list[Decision | Action] = [
            *self.draft.decisions_under(self.item),
            *self.draft.actions_under(self.item),
        ]
        return next((each for each in records if each.id == record_id), None)


def meeting_to_write(meeting_id: UUID) -> Meeting:
    """Return the meeting whose minutes I may write. Raises NoResultFound, or NotAllowed with who may."""
    meeting = meeting_to_plan(me(), meeting_id)
    authorize(policy.can_write_minutes(me(), meeting), WRITERS)
    return meeting


def open_at(meeting: Meeting, item_id: UUID | None) -> Desk:
    """Open the draft at an item, at the first one if it is not on the agenda."""
    draft = queries.draft_of(meeting)
    item = next((each for each in draft.items if each.id == item_id), None)
    return Desk(draft, item or next(iter(draft.items), None))


def owners(meeting: Meeting, record: Decision | Action | None = None) -> list[Person]:
    """Return who can promise something: the members on the day, whoever writes, and whose it is already."""
    already = [record.owner] if isinstance(record, Action) and record.owner is not None else []
    return in_order({person.id: person for person in (*members(meeting), me(), *already)})


def blank_form(desk: Desk, record: Decision | Action | None = None) -> ItemForm:
    """Return the form with the words as they are kept, perhaps with a record to change."""
    form = ItemForm(formdata=None)
    form.offer(owners(desk.draft.meeting, record), _("Välj person"))
    form.text.data, form.revision.data = (desk.note.text, str(desk.note.revision)) if desk.note else ("", "0")
    form.pen.data = new_pen()
    form.show(record)
    return form


def new_pen() -> str:
    """Return a name for one open page, so that its own saves are never taken for somebody else's."""
    return token_urlsafe(12)


def told(desk: Desk, form: ItemForm) -> dict[str, Any]:
    """Return what the fragments of an item need to know."""
    item, draft = desk.item, desk.draft
    return {
        "meeting": draft.meeting, "draft": draft, "item": item, "note": desk.note, "form": form,
        "number": draft.items.index(item) + 1 if item else 0, "subject": decides(draft.meeting.hosts),
        "decisions": draft.decisions_under(item) if item else [], "actions": draft.actions_under(item) if item else [],
        "address": f"{draft.meeting.occasion.path}/minutes/write/{item.id}" if item else "",
        "saved_at": draft.saved_at(item) if item else None, "focus": "", "conflict": None,
    }  # fmt: skip


def write_page(desk: Desk, form: ItemForm, status: int = 200, **more: Any) -> Response:
    """Answer with the whole writing page."""
    items, context = desk.draft.items, told(desk, form) | _attendance(desk) | more
    here = items.index(desk.item) if desk.item else 0
    return page(
        "minutes/write.html", status, here="networks", rows=_rail(desk.draft.meeting), place=here,
        following=items[here + 1] if here + 1 < len(items) else None, wall="wall" in request.args, **context,
    )  # fmt: skip


def _rail(meeting: Meeting) -> list[Row]:
    occasion, items = meeting.occasion, meeting.items
    times = lay_out(items, starts_at=occasion.starts_at, ends_at=occasion.ends_at, whole_days=occasion.whole_days)
    return [row for row in times.rows if row.number]


def _attendance(desk: Desk) -> dict[str, Any]:
    minutes = desk.draft.minutes
    return {
        "roll": roll_of(minutes), "people": expected(desk.draft.meeting, minutes), "differences": [], "problems": {},
        "revision": minutes.attendance_revision, "item_id": desk.item.id if desk.item else "",
    }  # fmt: skip


def instead(target: str, response: Response, *, swap: str = "outerHTML") -> Response:
    """Let an answer take another place on the page than the one that was asked for."""
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = target, swap
    return response


def refused(refusal: Refusal, typed: str = "") -> Response:
    """Answer that nothing could be saved, and give back what was typed: on the page it stands in for htmx."""
    text, back = translate(refusal.message), url_for("minutes.show", **(request.view_args or {}) | {"item_id": None})
    if wants_fragment():
        return answer(409, _("Det är inte sparat"), text)
    return page("minutes/locked.html", 409, here="networks", text=text, typed=typed, back=back)
