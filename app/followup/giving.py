"""Giving a promise to somebody else to keep: what is published, and what an open correction says of it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from app import db
from app.followup.models import Action
from app.people.models import Person
from app.wording import N_, Refusal


class HasChanged(Refusal):
    """Somebody else changed what was promised in the meantime."""


def give(action: Action, heir: Person) -> bool:
    """Let somebody else do what was promised, and return whether that changed anything. Raises HasChanged.

    A correction that is open follows, unless its writer has let it be somebody else's: what a correction did not change
    is not changed back when it is published.
    """
    was = action.owner_id
    if was == heir.id:
        return False
    # The published row first, then what corrects it: in the same order as when a correction is opened and published.
    if not _held(Action.id == action.id) or action.owner_id != was or action.withdrawn_at is not None:
        raise HasChanged(N_("Någon annan har ändrat åtgärden under tiden. Ladda om sidan och se hur det står nu."))
    for each in (action, *_held(Action.replaces_id == action.id)):
        if each.owner_id == was:
            each.owner, each.owner_id, each.owner_text = heir, heir.id, ""
    db.session.flush()
    return True


def _held(which: ColumnElement[bool]) -> Sequence[Action]:
    """Return some actions as they stand now, while others wait."""
    found = select(Action).where(which).order_by(Action.id).with_for_update(key_share=True)
    return db.session.scalars(found, execution_options={"populate_existing": True}).all()
