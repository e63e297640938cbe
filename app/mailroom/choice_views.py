"""What one wants to get by e-mail: every kind on, until it is switched off, network by network."""

from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.mail import choices
from app.mail.choices import Choice
from app.mail.kinds import Kind
from app.networks.kinds import Role
from app.networks.models import Network
from app.networks.queries import my_networks
from app.people.models import Person
from app.web.guard import signed_in
from app.web.htmx import done, page

bp = Blueprint("mail_choices", __name__)


@bp.get("/me/mail")
@signed_in
def show() -> ResponseReturnValue:
    """Show what one gets by e-mail."""
    groups = _groups(me())
    off = {_name(each) for each in choices.switched_off(me().id)}
    always = [kind for kind in Kind if not kind.is_optional and not kind.is_for_coordinators]
    return page("mailroom/choices.html", groups=groups, off=off, always=always)


@bp.post("/me/mail")
@signed_in
def save() -> ResponseReturnValue:
    """Choose what one gets by e-mail. What the page did not show stays as it was."""
    shown, wanted = set(request.form.getlist("shown")), set(request.form.getlist("on"))
    among = {_choice(kind, network) for network, kinds in _groups(me()) for kind in kinds}
    asked = {each for each in among if _name(each) in shown}
    choices.choose(me().id, off={each for each in asked if _name(each) not in wanted}, among=asked)
    return done(url_for(".show"), say=_("Ditt val av mejl är sparat."))


def _groups(person: Person) -> list[tuple[Network | None, list[Kind]]]:
    """Return each of a person's networks with the kinds it sends, and last what belongs to no network."""
    coordinated = {network.id for network in my_networks(person, role=Role.COORDINATOR)}
    optional = [kind for kind in Kind if kind.is_optional]
    groups: list[tuple[Network | None, list[Kind]]] = [
        (network, [kind for kind in optional if kind.is_per_network and _concerns(kind, network.id in coordinated)])
        for network in my_networks(person)
    ]
    alone = [kind for kind in optional if not kind.is_per_network]
    appoints = person.is_manager or person.is_administrator or bool(coordinated)
    return [*groups, (None, alone)] if alone and appoints else groups


def _concerns(kind: Kind, coordinates: bool) -> bool:
    return coordinates or not kind.is_for_coordinators


def _choice(kind: Kind, network: Network | None) -> Choice:
    return kind, network.id if network is not None else None


def _name(choice: tuple[Kind, UUID | None]) -> str:
    """Return a choice as the form spells it."""
    return f"{choice[0].value}:{choice[1].hex if choice[1] is not None else ''}"
