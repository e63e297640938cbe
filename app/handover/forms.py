"""What is asked for each thing somebody holds: who takes it over, or is it left vacant."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from flask_babel import gettext
from wtforms.validators import StopValidation

from app.handover import actions
from app.handover.queries import Burden, Held, Promised
from app.memberships.actions import DAY
from app.memberships.forms import MembershipForm, OnePerson
from app.people.models import Person
from app.seats import actions as seats
from app.web.fields import DayField
from app.wording import N_, Message, Refusal

VACANT, FOLLOW = "vacant", "follow"


class HeirField(OnePerson):
    """Who takes over; or one of a few other answers."""

    others: dict[str, str] = {}  # noqa: RUF012 - replaced, never changed

    def offer_also(self, people: Iterable[Person], *, empty: str, others: dict[str, str]) -> None:
        """Let one of these people or answers be chosen; empty is what stands for nothing at all."""
        self.offer(people, empty=empty)
        self.others = others
        groups = dict(self.choices)  # type: ignore[arg-type]
        self.choices = {"": groups.pop(""), **others, **groups}

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse what was not among the choices."""
        if self.data and self.data not in self.others and self.person is None:
            raise StopValidation(N_("Välj någon ur listan."))


class HandoverForm(MembershipForm):
    """The last day; the things somebody holds are added one field each."""

    last_day = DayField(N_("Sista dagen"), needed=N_("Skriv den sista dagen."))


class LeaveForm(MembershipForm):
    """When somebody leaves, and who coordinates after them."""

    last_day = DayField(N_("Sista dagen"), needed=N_("Skriv den sista dagen."))
    successor = OnePerson(N_("Vem tar över som samordnare?"))


def form_for(burden: Burden, *, closing: bool = False, **begin: Any) -> MembershipForm:
    """Return the form, with a field for each thing the reader can do something about.

    closing: the account will be closed; what nobody takes over is then left vacant.
    """
    things: list[Held | Promised] = [*burden.held, *burden.promised]
    rows = [each for each in things if _can_be_chosen(each)]
    fields = {each.key: HeirField(_asked_of(each)) for each in rows}
    form: MembershipForm = type("Rows", (MembershipForm if closing else HandoverForm,), fields)(**begin)
    for each in rows:
        field = form[each.key]
        if isinstance(each, Held):
            field.offer_also(each.heirs, empty=_nobody(closing), others=_others(each, closing))
        else:
            field.offer_also(each.heirs, empty=gettext("Ligger kvar"), others={})
    return form


def carry_out(form: MembershipForm, burden: Burden, *, last_day: date, by: Person) -> list[Held]:
    """Do what was chosen and return the seats that were left vacant; a refusal stands beside its field."""
    vacant: list[Held] = []
    for each in burden.promised:
        heir = form[each.key].person if each.key in form else None
        if heir is not None:
            _do(form, each.key, partial(actions.give, each.action, heir, by=by))
    for row in burden.held:
        if row.key in form and form[row.key].data:
            _do(form, row.key, partial(_one, form, row, vacant, last_day, by))
    return vacant


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


def _do(form: MembershipForm, key: str, work: Callable[[], None]) -> None:
    try:
        work()
    except Refusal as refusal:
        form.refuse(key, refusal.message)


def _can_be_chosen(row: Held | Promised) -> bool:
    return bool(row.heirs) or (isinstance(row, Held) and (row.may_end or row.may_follow))


def _asked_of(row: Held | Promised) -> Any:
    """Return the question of one thing, so that each field has a label of its own."""
    if isinstance(row, Held):
        return Message(N_("Vem tar över i %(network)s?"), network=row.membership.network.name)
    return Message(N_("Vem gör det i stället?"))


def _nobody(closing: bool) -> str:
    return str(gettext("Lämnas vakant") if closing else gettext("Inget ändras nu"))


def _others(row: Held, closing: bool) -> dict[str, str]:
    if closing:
        return {}
    found = {VACANT: gettext("Lämna vakant")} if row.may_end else {}
    place = row.membership.person.municipality
    if row.may_follow and place is not None:
        found[FOLLOW] = gettext("Fortsätter för %(place)s", place=place.name)
    return found
