"""What is said when an item has come to the agenda, or has changed places: by its name, and where it is now."""

from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.meetings.showing import number_at, schedule_of
from app.web.i18n import translate


def name_of(item: AgendaItem) -> str:
    """Return what the item is called; a pause without a name of its own, in the reader's language."""
    return translate(item.title) if item.kind is ItemKind.PAUSE else item.title


def too_long(meeting: Meeting) -> str:
    """Say by how much the agenda is longer than the meeting, to whoever does not see the bar; nothing if it is not."""
    over = int(schedule_of(meeting).over.total_seconds() // 60)
    if not over:
        return ""
    return str(ngettext("Nu är det %(num)d minut för mycket.", "Nu är det %(num)d minuter för mycket.", over))


def where_it_landed(meeting: Meeting, item: AgendaItem) -> str:
    """Say that an item was added, and where."""
    position = meeting.items.index(item)
    after = meeting.items[position + 1] if position + 1 < len(meeting.items) else None
    told = {"title": name_of(item), "number": number_at(meeting, position), "next": name_of(after) if after else ""}
    if item.kind is ItemKind.PAUSE:
        return str(_("%(title)s är tillagd före %(next)s.", **told) if after else _("%(title)s är tillagd.", **told))
    if after is not None:
        return str(_("%(title)s är tillagd som punkt %(number)s, före %(next)s.", **told))
    return str(_("%(title)s är tillagd som punkt %(number)s.", **told))


def where_it_moved(meeting: Meeting, item_id: UUID, passed: AgendaItem | None, *, up: bool) -> str:
    """Say where an item is now. passed is what it changed places with; None when it stayed."""
    position = next(place for place, item in enumerate(meeting.items) if item.id == item_id)
    item, number = meeting.items[position], number_at(meeting, position)
    if item.kind is ItemKind.PAUSE:
        return str(_("Pausen står kvar.") if passed is None else _("Pausen är flyttad."))
    told = {"title": name_of(item), "number": number}
    if passed is None:
        return str(_("%(title)s står kvar som punkt %(number)s.", **told))
    if passed.kind is ItemKind.PAUSE:
        return str(
            _("%(title)s kommer nu före pausen.", **told) if up else _("%(title)s kommer nu efter pausen.", **told)
        )
    return str(_("%(title)s är nu punkt %(number)s.", **told))
