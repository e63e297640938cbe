"""Signing in, signing out, and the language of the pages."""

from flask import Blueprint, Response, abort, current_app, make_response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import db
from app.accounts import actions, known_devices
from app.accounts.current import enter, is_signed_in, leave, me
from app.accounts.forms import SignInForm
from app.accounts.local_paths import local_path
from app.accounts.tries import TooManyTries
from app.audit.actions import What, record
from app.people.models import Language
from app.web.guard import public
from app.web.htmx import done, page
from app.web.i18n import LANGUAGES, in_language
from app.web.transaction import reads_first
from app.wording import Refusal

bp = Blueprint("accounts", __name__)
_A_YEAR = 365 * 24 * 3600


@bp.route("/login", methods=["GET", "POST"])
@public
@reads_first
def login() -> ResponseReturnValue:
    """Show the door, and open it for who knows an address and its password."""
    form, onward = SignInForm(), local_path(request.values.get("next"))
    if request.method != "POST":
        return done(onward) if is_signed_in() else _door(form, 200)
    if not form.validate_on_submit():
        return _door(form, 422)
    try:
        return _let_in(form, onward)
    except (actions.WrongPassword, TooManyTries) as refusal:
        form.refuse("password", refusal.message)
        return later(_door(form, 422), refusal)


@bp.post("/logout")
@public
def logout() -> ResponseReturnValue:
    """Sign out on this device."""
    if is_signed_in():
        record(What.SIGNED_OUT, by=(me().id, me().name))
    leave()
    return done(url_for(".login"), say=_("Du är utloggad."))


@bp.post("/language")
@public
def language() -> ResponseReturnValue:
    """Choose Swedish or English: for the person who is signed in, else for this browser."""
    chosen, onward = request.form.get("language", ""), local_path(request.form.get("next"))
    if chosen not in LANGUAGES:
        abort(400)
    with in_language(chosen):
        response = make_response(done(onward, say=_("Sidorna är på svenska nu.")))
    if is_signed_in():
        me().language = Language(chosen)
    else:
        response.set_cookie("language", chosen, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=_is_https())
    return response


def later(response: Response, refusal: Refusal) -> Response:
    """Answer 429, with the seconds to wait in a header, where the refusal was of too many tries (RFC 6585 4)."""
    if isinstance(refusal, TooManyTries):
        response.status_code = 429
        response.headers["Retry-After"] = str(int(refusal.wait.total_seconds()))
    return response


def _let_in(form: SignInForm, onward: str) -> Response:
    email, password = form.email.data or "", form.password.data or ""
    account = actions.account_of(email)
    known_as = known_devices.key_here(account)
    proof = actions.prove(email, password, address=request.remote_addr or "", known_as=known_as)
    db.begin(writing=True)
    enter(actions.let_in(proof), stays=form.stays.data)
    return known_devices.remember(make_response(done(onward)), account)


def _door(form: SignInForm, status: int) -> Response:
    return page("accounts/login.html", status, form=form, next=local_path(request.values.get("next")))


def _is_https() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])
