"""The people: the list, one person, and what an administrator does with an account."""

from uuid import UUID

from flask import Blueprint, current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.accounts.invitations import invite as make_link
from app.accounts.models import INVITATION_LASTS
from app.directory import actions
from app.directory.forms import PersonForm, SearchForm, form_of
from app.memberships.policy import can_reach
from app.memberships.queries import circle_of, coordinated_alone_by, memberships_of, networks_of
from app.people import actions as accounts
from app.people import policy, queries
from app.people.models import Person
from app.places.queries import municipalities, municipalities_with_libraries
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page
from app.wording import N_, Refusal

bp = Blueprint("directory", __name__, url_prefix="/people")

ONLY_ADMINISTRATORS = N_("Bara administratörer kan ändra andras konton.")


@bp.get("")
@signed_in
def people() -> ResponseReturnValue:
    """List the staff, a hundred at a time."""
    form = SearchForm(formdata=request.args).offer(municipalities())
    form.validate()
    may_manage = policy.can_manage_people(me())
    closed = may_manage and request.args.get("closed") == "1"
    found = queries.people_page(
        name=form.name.data or "",
        municipality=form.places.get(form.municipality.data or ""),
        closed=closed,
        number=request.args.get("page", 1, type=int),
    )
    belongs = networks_of([each.id for each in found.people], seen_by=me(), on=clock.today())
    return page(
        "directory/people.html", here="people", form=form, found=found, belongs=belongs, closed=closed,
        may_manage=may_manage,
    )  # fmt: skip


@bp.get("/<uuid:person_id>")
@signed_in
def person(person_id: UUID) -> ResponseReturnValue:
    """Show who somebody is, and in which networks."""
    someone = queries.person_with(person_id)
    today = clock.today()
    kept = memberships_of(someone, seen_by=me())
    return page(
        "directory/person.html",
        here="people",
        someone=someone,
        current=[each for each in kept if each.is_active_on(today)],
        history=[each for each in kept if not each.is_active_on(today)],
        may_reach=can_reach(me(), someone, circle_of(me())),
        may_manage=policy.can_manage_people(me()),
    )


@bp.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Add somebody and show the link to invite them with."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    form = form_of(None, municipalities_with_libraries())
    if form.validate_on_submit():
        try:
            return _invited(accounts.add(form.details()))
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
            accounts.describe(someone, form.details())
        except Refusal as refusal:
            form.say(refusal)
        else:
            return done(url_for(".person", person_id=person_id), say=_("Uppgifterna är sparade"))
    return _asked(form, someone)


@bp.post("/<uuid:person_id>/invite")
def invite(person_id: UUID) -> ResponseReturnValue:
    """Make a new link with which somebody chooses a password."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    return _invited(queries.person_with(person_id))


@bp.route("/<uuid:person_id>/administrator", methods=["GET", "POST"])
def administrator(person_id: UUID) -> ResponseReturnValue:
    """Let somebody administer, or no longer; asks first."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    someone = queries.person_with(person_id)
    if request.method == "GET":
        return page("directory/administrator.html", here="people", someone=someone)
    chosen = request.form.get("chosen") == "yes"
    accounts.set_administrator(someone, chosen, by=me())
    say = _("%(name)s är nu administratör") if chosen else _("%(name)s är inte längre administratör")
    return done(url_for(".person", person_id=person_id), say=say % {"name": someone.name})


@bp.route("/<uuid:person_id>/close", methods=["GET", "POST"])
def close(person_id: UUID) -> ResponseReturnValue:
    """Close an account; asks first, and says what it means."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    someone = queries.person_with(person_id)
    if request.method == "GET":
        return page("directory/close.html", here="people", someone=someone, alone=coordinated_alone_by(someone))
    actions.close_account(someone, by=me())
    return done(url_for(".person", person_id=person_id), say=_("Kontot är stängt"))


@bp.post("/<uuid:person_id>/reopen")
def reopen(person_id: UUID) -> ResponseReturnValue:
    """Open a closed account again."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    someone = queries.person_with(person_id)
    actions.reopen_account(someone, by=me())
    say = _("Kontot är öppet igen. Medlemskapen läggs till på nytt i nätverken")
    return done(url_for(".person", person_id=person_id), say=say)


def _asked(form: PersonForm, someone: Person | None) -> ResponseReturnValue:
    status = 422 if form.errors else 200
    return page("directory/edit.html", status, here="people", form=form, someone=someone)


def _invited(someone: Person) -> ResponseReturnValue:
    """Show the link here and now: only its hash is kept, so no later page can."""
    link = f"{current_app.config['SETTINGS'].base_url}/welcome/{make_link(someone, by=me())}"
    response = page("directory/invited.html", here="people", someone=someone, link=link, days=INVITATION_LASTS.days)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
