"""Who joins a network, changes role and leaves. Rows are ended and begun, never overwritten."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import clock, db
from app.memberships import rows, rules
from app.memberships.rules import Term
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.wording import N_

DAY = timedelta(days=1)
Kept = Sequence[Membership] | None
"""What rows.all_of gave, when it is asked once for many changes: at least the person's own and all coordinators'."""


def begin(network: Network, person: Person, term: Term, *, by: Person) -> Membership:
    """Give a person a role. Raises EndsBeforeItBegins, AlreadyHasRole, IsArchived or AccountIsClosed."""
    rules.must_be_in_order(term)
    rules.must_take_members(network, person)
    rules.must_not_overlap(rows.all_of(network), person, term)
    return rows.begun(network, person, term, by=by)


def end(
    membership: Membership, *, last_day: date, by: Person, successor: Person | None = None, kept: Kept = None
) -> None:
    """Let a membership end after a day; a successor takes over as coordinator the day after.

    Raises HasEnded, EndsBeforeItBegins, LastCoordinator, AccountIsClosed, or AlreadyHasRole when a later end runs into
    what follows. The same day twice changes nothing.
    """
    kept = rows.all_of(membership.network) if kept is None else kept
    if membership.ends_on == last_day:
        return
    rules.must_go_on(membership)
    term = Term(membership.role, membership.standing, membership.starts_on, last_day)
    rules.must_be_in_order(term)
    rules.must_not_overlap(kept, membership.person, term, but=membership)
    heir = _heir(kept, membership, successor, from_day=last_day + DAY)
    rows.ended(membership, last_day, by=by)
    _hand_over(membership.network, heir, from_day=last_day + DAY, by=by)


def change(
    membership: Membership,
    *,
    role: Role,
    standing: Standing | None,
    from_day: date,
    by: Person,
    successor: Person | None = None,
    kept: Kept = None,
) -> Membership:
    """Let a person be something else from a day on: one row ends the day before, another begins.

    Raises NothingChanges, HasEnded, OutsideItsTime, AlreadyHasRole, IsArchived, AccountIsClosed or LastCoordinator.
    """
    network, person = membership.network, membership.person
    kept = rows.all_of(network) if kept is None else kept
    term = _changed(membership, Term(role, standing, from_day, membership.ends_on, membership.municipality_id))
    rules.must_take_members(network, person)
    rules.must_not_overlap(kept, person, term, but=membership)
    heir = None if role is Role.COORDINATOR else _heir(kept, membership, successor, from_day=from_day)
    rows.ended(membership, from_day - DAY, by=by)
    begun = rows.begun(network, person, term, by=by)
    _hand_over(network, heir, from_day=from_day, by=by)
    return begun


def correct(membership: Membership, term: Term, *, by: Person) -> Membership:
    """Put right what was entered wrongly: the wrong row is struck but kept, and the right one begun.

    Raises NothingChanges, EndsBeforeItBegins, AlreadyHasRole or LastCoordinator.
    """
    network, person = membership.network, membership.person
    kept = rows.all_of(network)
    was = Term(membership.role, membership.standing, membership.starts_on, membership.ends_on)
    if term == was or membership.never_applied:
        raise rules.NothingChanges(N_("Så står det redan. Ändra det som är fel."))
    rules.must_be_in_order(term)
    rules.must_not_overlap(kept, person, term, but=membership)
    if not (term.role is Role.COORDINATOR and term.is_active_on(clock.today())):
        rules.must_not_be_needed(kept, membership)
    rows.ended(membership, membership.starts_on - DAY, by=by)
    place = term.municipality_id or membership.municipality_id
    return rows.begun(network, person, replace(term, municipality_id=place), by=by)


def strike(membership: Membership, *, by: Person) -> None:
    """Say that a membership never applied; the row is kept. Raises LastCoordinator. Twice is as once."""
    kept = rows.all_of(membership.network)
    if not membership.never_applied:
        rules.must_not_be_needed(kept, membership)
        rows.ended(membership, membership.starts_on - DAY, by=by)


def end_all(person: Person, *, by: Person) -> None:
    """End what the person is in every network today; what has not begun never applies. Nobody need take over."""
    today = clock.today()
    found = select(Membership).where(Membership.person_id == person.id).options(joinedload(Membership.network))
    for row in db.session.scalars(found.order_by(Membership.starts_on, Membership.id)).all():
        goes_on = row.ends_on is None or row.ends_on > today
        if goes_on and not row.never_applied:
            rows.ended(row, today if row.starts_on <= today else row.starts_on - DAY, by=by)


def _changed(membership: Membership, term: Term) -> Term:
    """Return the new term, if it is one and falls within the old."""
    rules.must_go_on(membership)
    if (term.role, term.standing) == (membership.role, membership.standing):
        raise rules.NothingChanges(N_("Så är det redan. Välj en annan roll eller plats."))
    if not membership.starts_on < term.starts_on <= (membership.ends_on or date.max):
        raise rules.OutsideItsTime(N_("Välj en dag efter den då medlemskapet började, och innan det slutar."))
    return term


def _heir(kept: Sequence[Membership], gone: Membership, successor: Person | None, *, from_day: date) -> Person | None:
    """Return who takes over as coordinator, if somebody does and has to be given the role."""
    alone = gone.network.archived_at is None and rules.is_last_coordinator(kept, gone, from_day=from_day)
    if gone.role is not Role.COORDINATOR or (successor is None and not alone):
        return None
    heir = rules.must_take_over(successor, gone)
    rules.must_take_members(gone.network, heir)
    rules.must_not_overlap(kept, heir, Term(Role.COORDINATOR, None, from_day), but=gone)
    return heir


def _hand_over(network: Network, heir: Person | None, *, from_day: date, by: Person) -> None:
    if heir is not None:
        rows.begun(network, heir, Term(Role.COORDINATOR, None, from_day), by=by)
