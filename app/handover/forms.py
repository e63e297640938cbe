"""What is asked for each thing somebody holds: who takes it over, or is it left vacant."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext
from wtforms.validators import StopValidation

from app.handover.things import Burden, Held, Presented, Queued, Thing
from app.memberships.forms import MembershipForm
from app.people.fields import OnePerson
from app.people.models import Person
from app.rotation.kinds import TurnKind
from app.web.fields import DayField
from app.wording import N_, Message

VACANT, FOLLOW = "vacant", "follow"
SEAT, OFF = "seat", "off"

_TURNS = {
    TurnKind.CHAIR: N_("Vem tar turerna som ordförande i %(network)s?"),
    TurnKind.SECRETARY: N_("Vem tar turerna som sekreterare i %(network)s?"),
    TurnKind.HOST: N_("Vilka tar turerna som värdkommun i %(network)s?"),
}


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
    rows = [each for each in burden.things if _can_be_chosen(each)]
    fields = {each.key: HeirField(_asked_of(each)) for each in rows}
    form: MembershipForm = type("Rows", (MembershipForm if closing else HandoverForm,), fields)(**begin)
    for each in rows:
        form[each.key].offer_also(each.heirs, empty=_left(each, closing), others=_others(each, closing))
    return form


def _can_be_chosen(thing: Thing) -> bool:
    if isinstance(thing, Held):
        return bool(thing.heirs) or thing.may_end or thing.may_follow
    return bool(thing.heirs) or (isinstance(thing, Queued) and thing.may_leave)


def _asked_of(thing: Thing) -> Any:
    """Return the question of one thing, so that each field has a label of its own."""
    if isinstance(thing, Held):
        return Message(N_("Vem tar över i %(network)s?"), network=thing.membership.network.name)
    if isinstance(thing, Queued):
        return Message(_TURNS[thing.standing.kind], network=thing.network.name)
    return Message(N_("Vem föredrar i stället?") if isinstance(thing, Presented) else N_("Vem gör det i stället?"))


def _left(thing: Thing, closing: bool) -> str:
    """Return what stands for nobody."""
    if isinstance(thing, Held):
        return str(gettext("Lämnas vakant") if closing else gettext("Inget ändras nu"))
    if isinstance(thing, Queued) and thing.standing.kind.is_of_places:
        return str(gettext("Följer platsen"))
    if isinstance(thing, Queued) and closing:
        return str(gettext("Tas bort från listan"))
    return str(gettext("Inget ändras nu") if isinstance(thing, Queued) else gettext("Ligger kvar"))


def _others(thing: Thing, closing: bool) -> dict[str, str]:
    if isinstance(thing, Queued):
        return _other_turns(thing, closing)
    if closing or not isinstance(thing, Held):
        return {}
    found = {VACANT: gettext("Lämna vakant")} if thing.may_end else {}
    place = thing.membership.person.municipality
    if thing.may_follow and place is not None:
        found[FOLLOW] = gettext("Fortsätter för %(place)s", place=place.name)
    return found


def _other_turns(thing: Queued, closing: bool) -> dict[str, str]:
    with_seat = {SEAT: gettext("Den som tar över platsen")} if thing.with_seat else {}
    off = {} if closing and not thing.standing.kind.is_of_places else {OFF: gettext("Ta bort från listan")}
    return {**with_seat, **off, **thing.places}
