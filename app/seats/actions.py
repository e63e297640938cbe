"""Appointing somebody to a seat, in somebody's place or in a vacant one, and leaving a seat."""

from collections.abc import Sequence
from datetime import date

from app import db
from app.memberships import rows, telling
from app.memberships import rules as memberships
from app.memberships.actions import DAY, end
from app.memberships.rules import Term
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.people.models import Person
from app.places.models import Municipality
from app.seats import rules
from app.seats.room import must_have_room, room_before
from app.seats.rules import Appointment
from app.wording import N_


def appoint(
    network: Network, person: Person, seat: Appointment, *, by: Person, instead: Membership | None = None
) -> Membership:
    """Give somebody a municipality's seat; instead is who sits there until the day before, or leaves it earlier.

    What the person was as a member ends the day before, too. Twice is as once. Raises InThePast, NotFromHere,
    NotInThatSeat, SitsElsewhere, NoSeatFree, EndsBeforeItBegins, AlreadyHasRole, IsArchived or AccountIsClosed.
    """
    kept = rows.all_of(network)
    done = _already(kept, person, seat)
    if done is not None:
        return done
    _must_be_possible(network, person, seat)
    room = room_before(kept, network, seat, instead=instead)
    if instead is not None:
        rules.must_sit_there(instead, seat, heir=person)
        _step_aside(instead, seat.starts_on, by=by)
    for each in _other_rows(kept, person, seat):
        _step_aside(each, seat.starts_on, by=by)
    memberships.must_not_overlap(kept, person, seat.term)
    must_have_room(kept, person, seat, room)
    begun = rows.begun(network, person, seat.term, by=by)
    db.session.flush()
    telling.taken_in(begun, by=by)
    return begun


def vacate(membership: Membership, *, last_day: date, by: Person) -> None:
    """Let somebody leave a seat after a day; one that has not begun by then never is. Raises InThePast or HasEnded.

    Raises NotInThatSeat for coordinators and others with a task of their own: theirs is ended on the list of members.
    """
    rules.must_be_ahead(last_day)
    if membership.role is not Role.MEMBER:
        told = N_("%(name)s har en uppgift i nätverket. Samordnaren avslutar den på medlemssidan.")
        raise rules.NotInThatSeat(told, name=membership.person.name)
    kept = rows.all_of(membership.network)
    memberships.must_go_on(membership)
    if membership.starts_on > last_day:
        rows.ended(membership, membership.starts_on - DAY, by=by)
    else:
        end(membership, last_day=last_day, by=by, kept=kept)


def follow(membership: Membership, place: Municipality, *, from_day: date, by: Person) -> Membership:
    """Let somebody who has moved go on in the network for the new municipality; the old one's seat is then vacant.

    Raises InThePast, HasEnded, IsArchived or AccountIsClosed. The second time changes nothing.
    """
    rules.must_be_ahead(from_day)
    rows.all_of(membership.network)
    memberships.must_go_on(membership)
    memberships.must_take_members(membership.network, membership.person)
    if membership.municipality_id == place.id:
        return membership
    start = max(from_day, membership.starts_on)
    term = Term(membership.role, membership.standing, start, membership.ends_on, place.id)
    memberships.must_be_in_order(term)
    rows.ended(membership, start - DAY, by=by)
    return rows.begun(membership.network, membership.person, term, by=by)


def _must_be_possible(network: Network, person: Person, seat: Appointment) -> None:
    memberships.must_be_in_order(seat.term)
    rules.must_be_ahead(seat.starts_on)
    memberships.must_take_members(network, person)
    rules.must_work_in(person, seat.place)


def _already(kept: Sequence[Membership], person: Person, seat: Appointment) -> Membership | None:
    """Return the row that says so already, if there is one."""
    for each in kept:
        said = Term(each.role, each.standing, each.starts_on, each.ends_on, each.municipality_id)
        if each.person_id == person.id and said == seat.term:
            return each
    return None


def _other_rows(kept: Sequence[Membership], person: Person, seat: Appointment) -> list[Membership]:
    """Return what the person is as a member until then, and in another seat than this. Raises SitsElsewhere."""
    found = [
        each
        for each in kept
        if each.person_id == person.id
        and each.role is Role.MEMBER
        and each.is_active_on(seat.starts_on)
        and not (each.municipality_id == seat.place.id and each.standing is seat.standing)
    ]
    rules.must_not_sit_elsewhere(found, seat)
    return found


def _step_aside(membership: Membership, from_day: date, *, by: Person) -> None:
    """Let a membership end the day before another begins, unless it ends earlier; if it begins later it never does."""
    last = max(from_day, membership.starts_on) - DAY
    if membership.ends_on is None or membership.ends_on > last:
        rows.ended(membership, last, by=by)
