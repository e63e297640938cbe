"""A joint activity and its members: called, changed, cancelled, revived; each with a letter to those it concerns."""

from collections.abc import Mapping, Sequence

from app.mail.outbox import Receiver
from app.occasions import actions, changes
from app.occasions.changes import Details
from app.occasions.kinds import OccasionState
from app.occasions.mailing import News, as_told, asked_by_letter, tell
from app.occasions.models import Occasion
from app.occasions.revisions import hold
from app.people.models import Person


def call_activity(occasion: Occasion, *, by: Person) -> int:
    """Put it in the members' calendars and return how many get a letter. Raises IsCancelled."""
    hold(occasion)
    was_draft = occasion.state is OccasionState.DRAFT
    actions.call(occasion)
    return tell(News.CALLED, occasion, by=by) if was_draft else 0


def change_activity(
    occasion: Occasion, details: Details, *, by: Person, revision: int, ask_again: bool, with_letter: bool
) -> tuple[bool, int]:
    """Give it other details; return whether it was moved, and how many letters tell of a new time or place.

    Raises ChangedMeanwhile, IsCancelled and NoHost.
    """
    before, asked = as_told(occasion), asked_by_letter(occasion, by=by)
    moved = changes.change(occasion, details, revision=revision, ask_again=ask_again)
    return moved, told_of_change(occasion, before, asked, by=by) if with_letter else 0


def cancel_activity(occasion: Occasion, *, because: str, by: Person) -> int:
    """Cancel what members know of, and return how many get a letter. Raises NotCalledYet and AlreadyHeld."""
    hold(occasion)
    stood = occasion.state is not OccasionState.CANCELLED
    changes.call_off(occasion, because=because)
    return tell(News.CANCELLED, occasion, by=by) if stood else 0


def revive_activity(occasion: Occasion, *, by: Person) -> int:
    """Undo a cancellation, and return how many get a letter. Raises AlreadyHeld."""
    hold(occasion)
    stood = occasion.state is not OccasionState.CANCELLED
    changes.call_back(occasion)
    return 0 if stood else tell(News.REVIVED, occasion, by=by)


def told_of_change(
    occasion: Occasion, before: Mapping[str, str], asked: Sequence[Receiver], *, by: Person, also: str = ""
) -> int:
    """Tell of a new time or place, and call those who were not asked before; return how many get a letter.

    before and asked: how it was, and who was asked then. What is a draft, or only called something else, is not told.
    """
    if occasion.state is not OccasionState.CALLED:
        return 0
    known = {each.person_id for each in asked}
    new = {each.person_id for each in asked_by_letter(occasion, by=by)} - known
    called = tell(News.CALLED, occasion, by=by, among=new) if new else 0
    if as_told(occasion) == before:
        return called
    return called + tell(News.MOVED, occasion, by=by, before=before, among=known, also=also)
