"""What can happen to an occasion. Every change counts, so that calendars learn of it."""

from collections.abc import Iterable, Sequence
from uuid import uuid4

from app import clock, db
from app.focus.models import FocusArea
from app.networks.models import Network
from app.occasions.kinds import OccasionKind, OccasionState, Reply
from app.occasions.models import Answer, Occasion
from app.occasions.revisions import hold, touch, touch_calendars
from app.occasions.rules import IsCancelled, must_stand, must_take_answers
from app.occasions.span import EndsBeforeItBegins, Span, timed, whole_days
from app.people.models import Person
from app.wording import N_, Refusal

__all__ = [
    "EndsBeforeItBegins", "IsCancelled", "NoHost", "Span", "answer", "ask_again", "call", "cancel", "create_occasion",
    "describe", "move", "revive", "timed", "touch", "touch_calendars", "whole_days",
]  # fmt: skip


class NoHost(Refusal):
    """Somebody has to hold it."""


def create_occasion(
    *, title: str, span: Span, hosts: Sequence[Network], by: Person | None, host_name: str,
    kind: OccasionKind = OccasionKind.MEETING, place: str = "", link: str = "", description: str = "",
    focus_areas: Iterable[FocusArea] = (),
) -> Occasion:  # fmt: skip
    """Plan something: a draft that those who coordinate the hosts see. The first host leads. Raises NoHost.

    host_name is the right-hand side of its UID (RFC 5545 3.8.4.7).
    """
    if not hosts:
        raise NoHost(N_("Välj minst ett nätverk som håller i det."))
    identity = uuid4()
    occasion = Occasion(
        id=identity, uid=f"m-{identity.hex}@{host_name}", kind=kind, title=title, place=place, link=link,
        description=description, lead=hosts[0], created_by_id=by.id if by else None,
    )  # fmt: skip
    occasion.hosts, occasion.focus_areas = list(hosts), list(focus_areas)
    _place_in_time(occasion, span)
    db.session.add(occasion)
    db.session.flush()
    return occasion


def describe(
    occasion: Occasion,
    *,
    title: str,
    place: str,
    link: str,
    description: str,
    hosts: Sequence[Network],
    focus_areas: Iterable[FocusArea] = (),
) -> None:
    """Change what it is called, where it is and who holds it. A new place counts for calendars (RFC 5546 2.1.4)."""
    if not hosts:
        raise NoHost(N_("Välj minst ett nätverk som håller i det."))
    if (occasion.place, occasion.link) != (place, link):
        occasion.sequence += 1
    before = list(occasion.hosts)
    occasion.title, occasion.place, occasion.link, occasion.description = title, place, link, description
    occasion.hosts, occasion.lead, occasion.focus_areas = list(hosts), hosts[0], list(focus_areas)
    touch(occasion, also=before)


def move(occasion: Occasion, span: Span) -> bool:
    """Give it another time and return whether that was a change. Raises IsCancelled.

    Moved back to where it was called for, it is no longer moved.
    """
    must_stand(occasion)
    if (occasion.starts_at, occasion.ends_at, occasion.first_day) == (span.starts_at, span.ends_at, span.first_day):
        return False
    if occasion.state is OccasionState.CALLED:
        called_for = occasion.moved_from or occasion.starts_at
        occasion.moved_from = called_for if called_for != span.starts_at else None
    _place_in_time(occasion, span)
    occasion.sequence += 1
    touch(occasion)
    return True


def call(occasion: Occasion) -> None:
    """Let the members know of it: it now stands in their calendars. Raises IsCancelled."""
    must_stand(occasion)
    if occasion.state is OccasionState.DRAFT:
        occasion.state = OccasionState.CALLED
        touch(occasion)


def cancel(occasion: Occasion, *, because: str = "") -> None:
    """Cancel it: it stands struck out in calendars for some weeks after its day."""
    if occasion.state is OccasionState.CANCELLED:
        return
    occasion.state, occasion.cancelled_because = OccasionState.CANCELLED, because
    occasion.sequence += 1
    touch(occasion)


def revive(occasion: Occasion) -> None:
    """Undo a cancellation: it is called again, with the same answers."""
    if occasion.state is OccasionState.CANCELLED:
        occasion.state, occasion.cancelled_because = OccasionState.CALLED, ""
        occasion.sequence += 1
        touch(occasion)


def answer(occasion: Occasion, person: Person, reply: Reply) -> None:
    """Say whether one comes; the last word counts. Raises IsCancelled, NotCalledYet and AlreadyHeld."""
    hold(occasion)
    must_take_answers(occasion)
    given = db.session.get(Answer, (occasion.id, person.id), populate_existing=True)
    if given is None:
        occasion.answers.append(Answer(person=person, reply=reply))
    else:
        given.reply, given.answered_at = reply, clock.now()
    db.session.flush()


def ask_again(occasion: Occasion) -> None:
    """Forget the answers: they were about another time."""
    occasion.answers.clear()
    db.session.flush()


def _place_in_time(occasion: Occasion, span: Span) -> None:
    occasion.starts_at, occasion.ends_at = span.starts_at, span.ends_at
    occasion.first_day, occasion.last_day = span.first_day, span.last_day
