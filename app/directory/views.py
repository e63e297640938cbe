"""The people: the list, one person, and what an administrator does with an account."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.accounts.standings import Standing, standings
from app.directory import actions
from app.directory.forms import PersonForm, form_of
from app.directory.inviting import invited, sends_mail
from app.directory.people_list import asked_for
from app.directory.people_sought import Account, people_found
from app.handover.policy import can_hand_over
from app.handover.queries import has_moved_from, to_hand_over
from app.memberships.history import belongings_on
from app.memberships.policy import can_reach
from app.memberships.queries import circle_of, memberships_of, networks_of
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people import actions as accounts
from app.people import policy, queries
from app.people.models import Person
from app.places.queries import municipalities_with_libraries
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page, page_or_fragment, wants_fragment
from app.wording import N_, Refusal

bp = Blueprint("directory", __name__, url_prefix="/people")

ONLY_ADMINISTRATORS = N_("Bara administratörer kan ändra andras konton.")


@bp.get("")
@signed_in
def people() -> ResponseReturnValue:
    """List the staff, a page at a time."""
    asked, sought, choices = asked_for()
    found = people_found(sought, seen_by=me(), order=asked.order, backwards=asked.backwards, number=asked.number)
    return page_or_fragment(
        "directory/people.html", "directory/_people.html", here="people", asked=asked, choices=choices, found=found,
        belongs=networks_of([each.id for each in found.rows], seen_by=me(), on=clock.today()),
        closed=sought.account is Account.CLOSED, announced=wants_fragment(),
        may_manage=policy.can_manage_people(me()), standings=_standings(found.rows),
    )  # fmt: skip


@bp.get("/<uuid:person_id>")
@signed_in
def person(person_id: UUID) -> ResponseReturnValue:
    """Show who somebody is, and in which networks."""
    someone = queries.person_with(person_id)
    if someone.merged_into_id is not None:
        return redirect(url_for(".person", person_id=someone.merged_into_id), 302)
    today = clock.today()
    kept = memberships_of(someone, seen_by=me())
    return page(
        "directory/person.html",
        here="people",
        someone=someone,
        current=belongings_on(today, kept),
        stays_behind=_stays_behind(someone, kept),
        history=[each for each in kept if not each.is_active_on(today)],
        to_hand_over=to_hand_over(someone, reader=me(), places={each.municipality_id for each in _held(kept)}),
        may_reach=can_reach(me(), someone, circle_of(me())),
        may_manage=policy.can_manage_people(me()),
        by_mail=sends_mail(),
        standing=_standings([someone]).get(person_id),
        doubles=queries.doubles_of(someone) if policy.can_manage_people(me()) else (),
    )


@bp.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Add somebody, and send the invitation or show its link."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    form = form_of(None, municipalities_with_libraries())
    if form.validate_on_submit():
        try:
            return invited(actions.add_person(form.details(), by=me(), **form.work()))
        except Refusal as refusal:
            form.say(refusal)
    return _asked(form, None)


@bp.route("/<uuid:person_id>/edit", methods=["GET", "POST"])
def edit(person_id: UUID) -> ResponseReturnValue:
    """Describe somebody anew."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    someone = queries.person_with(person_id)
    form = form_of(someone, municipalities_with_libraries())
    if form.validate_on_submit():
        try:
            left = actions.describe_person(someone, form.details(), by=me(), **form.work())
        except Refusal as refusal:
            form.say(refusal)
        else:
            if left:
                say = _("Uppgifterna är sparade. Här är det som är kvar att lämna över.")
                return done(url_for("handover.person", person_id=person_id), say=say)
            return done(url_for(".person", person_id=person_id), say=_("Uppgifterna är sparade."))
    return _asked(form, someone)


@bp.post("/<uuid:person_id>/invite")
def invite(person_id: UUID) -> ResponseReturnValue:
    """Send or show a new link with which somebody chooses a password."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    return invited(queries.person_with(person_id))


@bp.route("/<uuid:person_id>/administrator", methods=["GET", "POST"])
def administrator(person_id: UUID) -> ResponseReturnValue:
    """Let somebody administer, or no longer; asks first."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    someone = queries.person_with(person_id)
    if request.method == "GET":
        return page("directory/administrator.html", here="people", someone=someone)
    chosen = request.form.get("chosen") == "yes"
    accounts.set_administrator(someone, chosen, by=me())
    say = _("%(name)s är nu administratör.") if chosen else _("%(name)s är inte längre administratör.")
    return done(url_for(".person", person_id=person_id), say=say % {"name": someone.name})


def _stays_behind(someone: Person, kept: Sequence[Membership]) -> bool:
    """Whether the reader may hand over something that somebody holds for a municipality they have left."""
    moved = [each for each in kept if each.is_active_on(clock.today()) and has_moved_from(each, someone)]
    return bool(moved) and can_hand_over(me(), someone, {each.municipality_id for each in moved})


def _held(kept: Sequence[Membership]) -> list[Membership]:
    """Return what somebody is now or will be, as one of the network and not as its guest."""
    today = clock.today()
    now_or_later = (each for each in kept if not each.never_applied and (each.ends_on is None or each.ends_on > today))
    return [each for each in now_or_later if each.role is not Role.GUEST and each.network.archived_at is None]


def _asked(form: PersonForm, someone: Person | None) -> ResponseReturnValue:
    status = 422 if form.errors else 200
    return page("directory/edit.html", status, here="people", form=form, someone=someone, by_mail=sends_mail())


def _standings(some: Sequence[Person]) -> dict[UUID, Standing]:
    return standings(some) if policy.can_manage_people(me()) else {}
