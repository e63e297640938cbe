"""Doing what was chosen for each thing somebody holds."""

from collections.abc import Callable
from datetime import date
from functools import partial

from app.handover import actions, passing_on
from app.handover.forms import FOLLOW, SEAT, HeirField
from app.handover.things import Burden, Drafted, Held, Presented, Promised, Queued
from app.memberships.actions import DAY
from app.memberships.forms import MembershipForm
from app.people.models import Person
from app.rotation.kinds import Place
from app.seats import actions as seats
from app.wording import N_, Refusal


class NobodyChosen(Refusal):
    """Who takes over the seat has the turns too, if somebody does."""


def carry_out(
    form: MembershipForm, burden: Burden, *, of: Person, last_day: date, by: Person, closing: bool = False
) -> list[Held]:
    """Do what was chosen and return the seats that were left vacant; a refusal stands beside its field.

    closing: the account closes today, so that also today's turns are somebody else's.
    """
    vacant: list[Held] = []
    for each in burden.loose:
        heir = form[each.key].person if each.key in form else None
        if heir is not None:
            _do(form, each.key, partial(_give, each, of, heir, by))
    from_day = last_day if closing else last_day + DAY
    for turns in burden.queued:  # before the seats: who has none has no turns to hand on
        leaves = closing and not turns.standing.kind.is_of_places
        if turns.key in form and (form[turns.key].data or leaves):
            _do(form, turns.key, partial(_pass_on, form, turns, burden, from_day, by))
    for row in burden.held:
        if row.key in form and form[row.key].data:
            _do(form, row.key, partial(_one, form, row, vacant, last_day, by))
    return vacant


def _give(thing: Promised | Drafted | Presented, of: Person, heir: Person, by: Person) -> None:
    if isinstance(thing, Promised):
        passing_on.give(thing.action, heir, by=by)
    elif isinstance(thing, Drafted):
        passing_on.give_draft(thing.action, heir, by=by)
    else:
        passing_on.give_item(thing.item, of, heir, by=by)


def _one(form: MembershipForm, row: Held, vacant: list[Held], last_day: date, by: Person) -> None:
    field, place = form[row.key], row.membership.person.municipality
    if field.person is not None:
        actions.hand_over(row.membership, field.person, last_day=last_day, by=by)
    elif field.data == FOLLOW and place is not None:
        seats.follow(row.membership, place, from_day=last_day + DAY, by=by)
        vacant.append(row)
    else:
        actions.let_go(row.membership, last_day=last_day, by=by)
        vacant.append(row)


def _pass_on(form: MembershipForm, turns: Queued, burden: Burden, from_day: date, by: Person) -> None:
    """Let the chosen one have the turns; with nobody chosen the list goes on without. Raises NobodyChosen."""
    heir = _heir(form, turns, burden)
    if heir is not None:
        will_belong = form[turns.key].data == SEAT
        passing_on.give_turns(turns, heir, from_day=from_day, by=by, will_belong=will_belong)
    else:
        passing_on.leave_list(turns, from_day=from_day, by=by)


def _heir(form: MembershipForm, turns: Queued, burden: Burden) -> Place | None:
    field: HeirField = form[turns.key]
    if field.data in turns.places:
        return next(each for each in turns.standing.rota.places if str(each.key) == field.data)
    person = field.person
    if field.data == SEAT:
        rows = (each for each in burden.held if each.membership.network is turns.network and each.key in form)
        person = next((form[each.key].person for each in rows if form[each.key].person is not None), None)
        if person is None:
            raise NobodyChosen(N_("Välj också vem som tar över platsen i nätverket."))
    return Place(person.id, person.name) if person is not None else None


def _do(form: MembershipForm, key: str, work: Callable[[], None]) -> None:
    try:
        work()
    except Refusal as refusal:
        form.refuse(key, refusal.message)
