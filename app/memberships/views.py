"""A network's roster: on any day, with who joins, changes role and leaves."""

from uuid import UUID

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.memberships import actions, adding, policy, queries, rules
from app.memberships.forms import AddForm, ChangeForm, EndForm, MembershipForm, TermForm
from app.memberships.page import roster_page
from app.memberships.roster import successors_of
from app.networks.models import Membership
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page, wants_fragment
from app.wording import N_, Refusal

bp = Blueprint("memberships", __name__, url_prefix="/networks/<slug>/members")

ONLY_COORDINATORS = N_("Bara samordnaren kan ändra vilka som är med.")


@bp.get("")
@signed_in
def roster(slug: str) -> ResponseReturnValue:
    """Show who belongs to a network, today or on another day."""
    network = queries.network_with_roster(me(), slug)
    if adding.is_asked_for() and wants_fragment():
        authorize(policy.can_change_members(me(), network), ONLY_COORDINATORS)
        return adding.people_found(network)
    return roster_page(network)


@bp.post("")
def add(slug: str) -> ResponseReturnValue:
    """Give somebody a role."""
    network = queries.network_with_roster(me(), slug)
    authorize(policy.can_change_members(me(), network), ONLY_COORDINATORS)
    form = AddForm()
    if not form.did(lambda: actions.begin(network, form.person.someone, form.term(), by=me())):
        return roster_page(network, form)
    say = _("%(name)s är med i nätverket.", name=form.person.someone.name)
    if wants_fragment():
        return roster_page(network, adding.form_begun(), say=say)
    return done(url_for(".roster", slug=slug), say=say)


@bp.route("/<uuid:membership_id>/change", methods=["GET", "POST"])
def change(slug: str, membership_id: UUID) -> ResponseReturnValue:
    """Let somebody be something else from a day on."""
    membership = _to_change(slug, membership_id)
    rules.must_go_on(membership)
    form = ChangeForm(role=membership.role, standing=membership.standing or "", starts_on=clock.today())
    form.successor.offer(successors_of(membership), empty=_("Ingen"))
    if form.did(lambda: form.carry_out(membership, by=me())):
        said = _("Medlemskapet är ändrat. Det som var finns kvar i historiken.")
        return done(url_for(".roster", slug=slug), say=said)
    return _asked("memberships/change.html", membership, form)


@bp.route("/<uuid:membership_id>/end", methods=["GET", "POST"])
def end(slug: str, membership_id: UUID) -> ResponseReturnValue:
    """Let a membership end."""
    membership = _to_change(slug, membership_id)
    rules.must_go_on(membership)
    form = EndForm(ends_on=clock.today())
    form.successor.offer(successors_of(membership), empty=_("Ingen"))
    if form.did(lambda: form.carry_out(membership, by=me())):
        return done(url_for(".roster", slug=slug), say=_("Medlemskapet avslutas den dag du valde."))
    return _asked("memberships/end.html", membership, form)


@bp.route("/<uuid:membership_id>/correct", methods=["GET", "POST"])
def correct(slug: str, membership_id: UUID) -> ResponseReturnValue:
    """Put right what was entered wrongly."""
    membership = _to_change(slug, membership_id)
    form = TermForm(data=vars(membership) | {"standing": membership.standing or ""})
    if form.did(lambda: actions.correct(membership, form.term(), by=me())):
        return done(url_for(".roster", slug=slug), say=_("Medlemskapet är rättat."))
    return _asked("memberships/correct.html", membership, form)


@bp.post("/<uuid:membership_id>/strike")
def strike(slug: str, membership_id: UUID) -> ResponseReturnValue:
    """Say that a membership never was."""
    membership = _to_change(slug, membership_id)
    form = TermForm(formdata=None, data=vars(membership) | {"standing": membership.standing or ""})
    try:
        actions.strike(membership, by=me())
    except Refusal as refusal:
        form.say(refusal)
        return _asked("memberships/correct.html", membership, form)
    return done(url_for(".roster", slug=slug), say=_("Medlemskapet är struket. Historiken visar att det rättades."))


def _to_change(slug: str, membership_id: UUID) -> Membership:
    """Find the membership, for one who may change it."""
    network = queries.network_with_roster(me(), slug)
    membership = queries.membership_in(network, membership_id)
    authorize(policy.can_change_members(me(), network), ONLY_COORDINATORS)
    return membership


def _asked(template: str, membership: Membership, form: MembershipForm) -> ResponseReturnValue:
    return page(
        template,
        422 if form.errors else 200,
        here="networks",
        network=membership.network,
        membership=membership,
        form=form,
        alone=rules.is_last_coordinator(membership.network.memberships, membership, from_day=clock.today()),
    )
