"""What is asked about an agenda item, and before an agenda is published."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from wtforms import BooleanField, HiddenField, StringField
from wtforms.validators import ValidationError

from app.meetings.actions import Words
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem
from app.web.fields import OneField
from app.web.forms import Form, long_text, text, trimmed
from app.web.newer import show_newer
from app.wording import N_

LONGEST = 600
"""How many minutes one item may take."""

KINDS = tuple((kind, kind.label) for kind in ItemKind)

_MINUTES = re.compile(r"(\d{1,4})\s*(?:min|min\.|minuter|minutes)?", re.IGNORECASE)


class ItemForm(Form):
    """A new item. Its fields carry the place it stands in their ids, since two such forms can share a page."""

    title = text(N_("Rubrik"), most=200)
    presenter = text(N_("Föredragande"), most=120)
    minutes = StringField(N_("Minuter"), filters=[trimmed], default="15")
    kind = OneField(
        N_("Typ"),
        choices=[(kind.value, label) for kind, label in KINDS],
        needed=N_("Välj information, diskussion, beslut eller paus."),
        default=ItemKind.DISCUSSION.value,
    )
    once = HiddenField(default=lambda: str(uuid4()))
    """The new item's id: a form that is sent twice, by a double click, adds one item."""

    kinds = KINDS
    presenters: Sequence[str] = ()
    """Names to choose among; any other can be written too."""

    def __init__(self, *arguments: Any, place: str = "add", **options: Any) -> None:
        super().__init__(*arguments, **options)
        for field in self:
            field.id = f"{place}-{field.short_name}"

    @property
    def words(self) -> Words:
        """What the item is to say; a pause needs no name of its own. Only for a form without mistakes."""
        return Words(
            title=self.title.data or ItemKind.PAUSE.label,
            kind=ItemKind(self.kind.data),
            presenter=self.presenter.data or "",
            duration=timedelta(minutes=_in_minutes(self.minutes.data)),
            description=self.asked("description"),
        )

    @property
    def own_id(self) -> UUID | None:
        """The id this form gives its item; None if it came without."""
        try:
            return UUID(self.once.data or "")
        except ValueError:
            return None

    def asked(self, name: str) -> str:
        """Return what was written in a field, or nothing if this form does not ask for it."""
        return (self[name].data or "") if name in self else ""

    def validate_title(self, field: StringField) -> None:
        """Everything but a pause has a name."""
        if not field.data and self.kind.data != ItemKind.PAUSE:
            raise ValidationError(N_("Skriv vad punkten handlar om."))

    def validate_minutes(self, field: StringField) -> None:
        """Whole minutes, within reason."""
        if _in_minutes(field.data) < 0:
            raise ValidationError(N_("Skriv hur många minuter punkten tar, till exempel 15."))
        if _in_minutes(field.data) > LONGEST:
            raise ValidationError(N_("Skriv högst 600 minuter, eller dela upp punkten."))


class ItemChangeForm(ItemForm):
    """An item that is there already, as it was when one began to write."""

    description = long_text(N_("Beskrivning"), most=4_000)
    seen = HiddenField()

    @property
    def revision(self) -> int:
        """Which revision one began from; -1, which no item has, if that got lost."""
        seen = self.seen.data or ""
        return int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 10 else -1

    def meets(self, item: AgendaItem) -> bool:
        """Show what somebody else has made of the item since; told once, one may save over it.

        Return whether it is anything else than what was written here.
        """
        if self.seen.data == str(item.revision):
            return False
        self.seen.data = str(item.revision)
        return show_newer(ItemChangeForm.of(item), self)

    @classmethod
    def of(cls, item: AgendaItem) -> "ItemChangeForm":
        """Return the form filled in with what the item says."""
        return cls(
            formdata=None,
            place="edit",
            data={
                "title": item.title,
                "presenter": item.presenter,
                "minutes": str(item.duration // timedelta(minutes=1)),
                "kind": item.kind.value,
                "description": item.description,
                "seen": str(item.revision),
            },
        )


def _in_minutes(given: str | None) -> int:
    """Return "15" or "15 min" as 15, anything else as -1."""
    found = _MINUTES.fullmatch(given or "")
    return int(found[1]) if found else -1


class PublishForm(Form):
    """What is asked before an agenda is published."""

    with_letter = BooleanField(N_("Mejla dem som är kallade"))
