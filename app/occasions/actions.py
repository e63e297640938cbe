"""What can happen to an occasion. Every change counts, so that calendars learn of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from sqlalchemy import update

from app import clock, db
from app.focus.models import FocusArea
from app.networks.models import Network
from app.occasions.kinds import OccasionKind, OccasionState, Reply
from app.occasions.localtime import midnight
from app.occasions.models import Answer, Occasion
from app.people.models import Person
from app.wording import N_, Refusal


class EndsBeforeItBegins(Refusal):
    """The end must come after the start."""


class IsCancelled(Refusal):
    """What has been cancelled can't be changed or answered."""


class NoHost(Refusal):
    """Somebody has to hold it."""


@dataclass(frozen=True, slots=True)
class Span:
    """When something is: from a moment to a later one (aware), or whole days from the first to the last."""

    starts_at: datetime
    ends_at: datetime
    first_day: date | None = None
    last_day: date | None = None


def timed(starts_at: datetime, ends_at: datetime) -> Span:
    """Return a span of hours. Raises EndsBeforeItBegins."""
    if ends_at <= starts_at:
        raise EndsBeforeItBegins(N_("Sluttiden måste komma efter starttiden"))
    return Span(starts_at, ends_at)


def whole_days(first: date, last: date) -> Span:
    """Return a span of whole days, both included. Raises EndsBeforeItBegins."""
    if last < first:
        raise EndsBeforeItBegins(N_("Sista dagen kan inte komma före första dagen"))
    zone = clock.zone()
    return Span(midnight(first, zone), midnight(last + timedelta(days=1), zone), first, last)


def create_occasion(
    *,
    title: str,
    span: Span,
    hosts: Sequence[Network],
    by: Person | None,
    host_name: str,
    kind: OccasionKind = OccasionKind.MEETING,
    place: str = "",
    link: str = "",
    description: str = "",
    focus_areas: Iterable[FocusArea] = (),
) -> Occasion:
    """Plan something: a draft that those who coordinate the hosts see. The first host leads. Raises NoHost.

    host_name is the right-hand side of its UID (RFC 5545 3.8.4.7).
    """
    if not hosts:
        raise NoHost(N_("Välj minst ett nätverk som håller i det"))
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
        raise NoHost(N_("Välj minst ett nätverk som håller i det"))
    if (occasion.place, occasion.link) != (place, link):
        occasion.sequence += 1
    before = list(occasion.hosts)
    occasion.title, occasion.place, occasion.link, occasion.description = title, place, link, description
    occasion.hosts, occasion.lead, occasion.focus_areas = list(hosts), hosts[0], list(focus_areas)
    touch(occasion, also=before)


def move(occasion: Occasion, span: Span) -> bool:
    """Give it another time and return whether that was a change. Raises IsCancelled."""
    _must_stand(occasion)
    if (occasion.starts_at, occasion.ends_at, occasion.first_day) == (span.starts_at, span.ends_at, span.first_day):
        return False
    if occasion.state is OccasionState.CALLED and occasion.moved_from is None:
        occasion.moved_from = occasion.starts_at
    _place_in_time(occasion, span)
    occasion.sequence += 1
    touch(occasion)
    return True


def call(occasion: Occasion) -> None:
    """Let the members know of it: it now stands in their calendars. Raises IsCancelled."""
    _must_stand(occasion)
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
    """Say whether one comes; the last word counts. Raises IsCancelled."""
    _must_stand(occasion)
    given = next((each for each in occasion.answers if each.person_id == person.id), None)
    if given is None:
        occasion.answers.append(Answer(person=person, reply=reply))
    else:
        given.reply, given.answered_at = reply, clock.now()
    db.session.flush()


def touch(occasion: Occasion, *, also: Iterable[Network] = ()) -> None:
    """Count a change, so that every calendar that shows it is rendered anew when next asked for."""
    occasion.revision += 1
    occasion.changed_at = clock.now()
    db.session.flush()
    touch_calendars({*(each.id for each in occasion.hosts), *(each.id for each in also)})


def touch_calendars(network_ids: set[object]) -> None:
    """Count a change in the networks' calendars, in the database, so that two at once both count."""
    counted = update(Network).where(Network.id.in_(network_ids))
    db.session.execute(counted.values(calendar_revision=Network.calendar_revision + 1))


def _place_in_time(occasion: Occasion, span: Span) -> None:
    occasion.starts_at, occasion.ends_at = span.starts_at, span.ends_at
    occasion.first_day, occasion.last_day = span.first_day, span.last_day


def _must_stand(occasion: Occasion) -> None:
    if occasion.state is OccasionState.CANCELLED:
        raise IsCancelled(N_("Det är inställt. Ångra det först om det ska bli av ändå"))
