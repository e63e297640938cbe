"""The page where what somebody holds is handed over, and the one where somebody leaves a network."""

from uuid import UUID

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.handover import actions
from app.handover.carrying_out import carry_out
from app.handover.forms import LeaveForm, form_for
from app.handover.policy import can_hand_over
from app.handover.queries import burden_of
from app.handover.receipts import handed_over
from app.handover.things import Burden, Held
from app.joining.policy import can_leave
from app.memberships import telling
from app.memberships.forms import MembershipForm
from app.memberships.rules import LastCoordinator
from app.networks.models import Network
from app.networks.queries import network_for
from app.organisation.queries import the_organisation
from app.people.models import Person
from app.people.queries import person_with
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import N_, Message, Refusal

bp = Blueprint("handover", __name__)

ONLY_ONESELF = N_("Bara personen själv, bibliotekschefen och administratörer kan lämna över det här.")
ONLY_MEMBERS = N_("Du är inte med i nätverket.")


@bp.route("/people/<uuid:person_id>/handover", methods=["GET", "POST"])
def person(person_id: UUID) -> ResponseReturnValue:
    """Show what somebody holds, and let each thing be handed over or left vacant."""
    someone = person_with(person_id)
    burden = burden_of(someone, reader=me())
    authorize(can_hand_over(me(), someone, {someone.municipality_id, *burden.places}), ONLY_ONESELF)
    form = form_for(burden, last_day=clock.today())
    if form.validate_on_submit() and _has_chosen(form, burden):
        said = handed_over(form, burden)
        _tell(carry_out(form, burden, of=someone, last_day=form["last_day"].data, by=me()))
        if not form.errors:
            return done(url_for(".person", person_id=person_id), say=said)
    return _shown(someone, burden, form)


@bp.route("/networks/<slug>/leave", methods=["GET", "POST"])
def leave(slug: str) -> ResponseReturnValue:
    """Leave a network oneself; says first what it means."""
    network = network_for(me(), slug)
    authorize(can_leave(me(), network), ONLY_MEMBERS)
    form = LeaveForm(last_day=clock.today())
    form.successor.offer(_others(network), empty=_("Ingen"))
    if form.validate_on_submit():
        assert form.last_day.data is not None  # noqa: S101 - the field asks for it
        try:
            actions.leave(network, me(), last_day=form.last_day.data, successor=form.successor.person)
        except Refusal as refusal:
            form.refuse("successor" if isinstance(refusal, LastCoordinator) else "last_day", refusal.message)
        else:
            return done("/networks", say=_("Du lämnar %(network)s den dag du valde.", network=network.name))
    return _asked(network, form)


@bp.post("/networks/<slug>/leave/help")
def ask_for_help(slug: str) -> ResponseReturnValue:
    """Tell the administrators that a last coordinator wants to leave and has nobody to take over."""
    network = network_for(me(), slug)
    authorize(can_leave(me(), network), ONLY_MEMBERS)
    telling.needs_a_coordinator(network, by=me())
    return done(network.path, say=_("Administratören är tillsagd och hör av sig till dig."))


def _has_chosen(form: MembershipForm, burden: Burden) -> bool:
    """Whether somebody takes over something; else it is said beside the first question, and nothing is called done."""
    asked = [each.key for each in burden.things if each.key in form]
    if asked and not any(form[key].data for key in asked):
        form.refuse(asked[0], Message(N_("Du har inte valt något att lämna över. Välj vem som tar över.")))
        return False
    return True


def _tell(vacant: list[Held]) -> None:
    for each in vacant:
        place = each.membership.municipality
        if place is not None:
            telling.seat_is_vacant(each.membership.network, place, each.membership, by=me())


def _others(network: Network) -> list[Person]:
    others = [each for each in network.members_on(clock.today()) if each.id != me().id and each.is_open]
    return sorted(others, key=lambda each: (each.sort_key, str(each.id)))


def _shown(someone: Person, burden: Burden, form: MembershipForm) -> ResponseReturnValue:
    return page(
        "handover/person.html", 422 if form.errors else 200, here="people", someone=someone, burden=burden, form=form
    )


def _asked(network: Network, form: LeaveForm) -> ResponseReturnValue:
    mine = [each for each in network.memberships if each.person_id == me().id and each.is_active_on(clock.today())]
    return page(
        "handover/leave.html",
        422 if form.errors else 200,
        here="networks",
        network=network,
        form=form,
        mine=mine,
        stays=burden_of(me(), reader=me()).within(network),
        alone=actions.must_have_heir(network, me()),
        organisation=the_organisation(),
    )
