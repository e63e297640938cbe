"""Handing over a seat or a task in a network, and leaving a network oneself."""

from datetime import date

from app import db
from app.memberships import actions as memberships
from app.memberships import rows, rules, telling
from app.memberships.actions import DAY
from app.memberships.rules import Term
from app.memberships.seats import standing_of
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.seats import actions as seats
from app.seats.rules import Appointment, must_be_ahead
from app.wording import N_


def hand_over(membership: Membership, heir: Person, *, last_day: date, by: Person) -> None:
    """Let somebody take over a seat or a task the day after. Raises what seats.appoint and memberships.begin do."""
    must_be_ahead(last_day)
    ends_before = membership.ends_on is not None and membership.ends_on <= last_day
    start = max(_last(membership, last_day) + DAY, membership.starts_on)
    until = None if ends_before else membership.ends_on
    if membership.role is Role.MEMBER and membership.municipality is not None:
        standing = standing_of(membership) or Standing.ORDINARY
        seat = Appointment(membership.municipality, standing, start, until)
        seats.appoint(membership.network, heir, seat, by=by, instead=membership)
        return
    term = Term(membership.role, membership.standing, start, until)
    memberships.begin(membership.network, heir, term, by=by)
    db.session.flush()
    let_go(membership, last_day=last_day, by=by)


def let_go(membership: Membership, *, last_day: date, by: Person, successor: Person | None = None) -> None:
    """End what somebody is after a day, with nobody in their place; what has not begun by then never is.

    What ends earlier than that stays as it is. Raises LastCoordinator, InThePast or HasEnded.
    """
    must_be_ahead(last_day)
    if membership.starts_on > last_day:
        kept = rows.all_of(membership.network)
        runs = membership.network.archived_at is None
        if runs and rules.is_last_coordinator(kept, membership, from_day=membership.starts_on):
            told = N_("%(name)s ska samordna nätverket från %(day)s. Se till att någon annan gör det först.")
            raise rules.LastCoordinator(told, name=membership.person.name, day=membership.starts_on)
        memberships.strike(membership, by=by)
    elif membership.ends_on is None or membership.ends_on > last_day:
        memberships.end(membership, last_day=last_day, by=by, successor=successor)


def leave(network: Network, person: Person, *, last_day: date, successor: Person | None = None) -> None:
    """Leave a network after a day, in every role. Twice is as once. Raises LastCoordinator or InThePast."""
    mine = [each for each in rows.all_of(network) if each.person_id == person.id and _goes_on(each, last_day)]
    for each in sorted(mine, key=lambda row: row.role is not Role.COORDINATOR):
        heir = successor if each.role is Role.COORDINATOR and each.starts_on <= last_day else None
        let_go(each, last_day=last_day, by=person, successor=heir)
    db.session.flush()
    if mine:
        telling.left(mine[0])
    for each in mine:
        if each.role is Role.MEMBER and each.municipality is not None:
            telling.seat_is_vacant(network, each.municipality, each, by=person)


def must_have_heir(network: Network, person: Person) -> bool:
    """Whether somebody has to take over as coordinator if a person leaves."""
    mine = (each for each in network.memberships if each.person_id == person.id and each.role is Role.COORDINATOR)
    return any(
        rules.is_last_coordinator(network.memberships, each, from_day=each.starts_on)
        for each in mine
        if not each.never_applied and each.ends_on is None
    )


def _goes_on(membership: Membership, last_day: date) -> bool:
    return not membership.never_applied and (membership.ends_on is None or membership.ends_on > last_day)


def _last(membership: Membership, last_day: date) -> date:
    return min(membership.ends_on or last_day, last_day)
