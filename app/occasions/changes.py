"""What is known of an occasion when it is planned or changed, all of it at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app import db
from app.focus.models import FocusArea
from app.networks.models import Network
from app.occasions import actions
from app.occasions.kinds import OccasionKind
from app.occasions.models import Occasion
from app.occasions.revisions import hold
from app.occasions.rules import must_be_a_draft, must_be_cancellable, must_be_revivable, must_stand
from app.occasions.span import Span
from app.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What it is called, when and where it is, and who holds it; the first host leads."""

    title: str
    span: Span
    hosts: Sequence[Network]
    place: str = ""
    link: str = ""
    description: str = ""
    focus_areas: Sequence[FocusArea] = ()


def plan(details: Details, *, kind: OccasionKind, by: Person, host_name: str) -> Occasion:
    """Plan something: a draft. host_name is the right-hand side of its UID. Raises NoHost."""
    return actions.create_occasion(
        title=details.title, span=details.span, hosts=details.hosts, by=by, host_name=host_name, kind=kind,
        place=details.place, link=details.link, description=details.description, focus_areas=details.focus_areas,
    )  # fmt: skip


def change(occasion: Occasion, details: Details, *, revision: int, ask_again: bool = False) -> bool:
    """Give it other details and return whether it was moved; ask_again forgets the answers to the earlier time.

    Raises ChangedMeanwhile if it is no longer at that revision, IsCancelled and NoHost.
    """
    hold(occasion, revision=revision)
    must_stand(occasion)
    actions.describe(
        occasion, title=details.title, place=details.place, link=details.link, description=details.description,
        hosts=details.hosts, focus_areas=details.focus_areas,
    )  # fmt: skip
    moved = actions.move(occasion, details.span)
    if moved and ask_again:
        actions.ask_again(occasion)
    return moved


def call_off(occasion: Occasion, *, because: str) -> None:
    """Cancel what members know of. Raises NotCalledYet for a draft, AlreadyHeld when it is over."""
    hold(occasion)
    must_be_cancellable(occasion)
    actions.cancel(occasion, because=because)


def call_back(occasion: Occasion) -> None:
    """Undo a cancellation, with the same answers. Raises AlreadyHeld when its time has passed."""
    hold(occasion)
    must_be_revivable(occasion)
    actions.revive(occasion)


def discard(occasion: Occasion) -> None:
    """Throw a draft away, with all that hangs on it. Raises AlreadyCalled once members know of it."""
    hold(occasion)
    must_be_a_draft(occasion)
    db.session.delete(occasion)
    db.session.flush()
