"""One's own account: name and phone, password, and where one is signed in."""

from uuid import UUID

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import db
from app.accounts import actions, policy, queries, sign_ins
from app.accounts.current import current_sign_in, enter, leave, me
from app.accounts.devices import device_in_words
from app.accounts.forms import PasswordForm, ProfileForm
from app.accounts.models import SignIn
from app.accounts.password_rules import WeakPassword
from app.accounts.tries import TooManyTries
from app.accounts.views import later
from app.audit.actions import What, record
from app.web.guard import authorize, signed_in
from app.web.htmx import done, fragment, page, wants_fragment
from app.web.transaction import reads_first
from app.wording import Message

bp = Blueprint("me", __name__)


@bp.get("/me")
@signed_in
def show() -> ResponseReturnValue:
    """Show one's own account."""
    return _page(200)


@bp.post("/me/profile")
@signed_in
def profile() -> ResponseReturnValue:
    """Change one's own name, title and phone."""
    form = ProfileForm(obj=me())
    if not form.validate_on_submit():
        return _page(422, profile=form)
    form.populate_obj(me())
    return done(url_for(".show"), say=_("Dina uppgifter är sparade."))


@bp.post("/me/password")
@signed_in
@reads_first
def password() -> ResponseReturnValue:
    """Change one's own password; every other device is signed out."""
    form, stays = PasswordForm(), current_sign_in().stays
    if not form.validate_on_submit():
        return _page(422, password=form)
    try:
        proof = actions.confirm(me(), form.password.data or "")
        kept = actions.new_hash(me(), form.new_password.data or "")
        db.begin(writing=True)
        person = actions.replace_password(proof, kept)
    except (WeakPassword, actions.WrongPassword, TooManyTries) as refusal:
        form.refuse("new_password" if isinstance(refusal, WeakPassword) else "password", refusal.message)
        return later(_page(422, password=form), refusal)
    enter(person, stays=stays)
    return done(url_for(".show"), say=_("Ditt lösenord är bytt. Alla andra enheter är utloggade."))


@bp.post("/me/sign-ins/<uuid:sign_in_id>/end")
@signed_in
def end_sign_in(sign_in_id: UUID) -> ResponseReturnValue:
    """Sign out on one device."""
    sign_in = queries.sign_in_of(me(), sign_in_id)
    authorize(policy.can_end_sign_in(me(), sign_in))

    here = sign_in.id == current_sign_in().id
    _record_sign_out()
    sign_ins.end_one(sign_in)
    if here:
        leave()
        return done(url_for("accounts.login"), say=_("Du är utloggad."))
    return _ended(_("Enheten är utloggad."))


@bp.post("/me/sign-ins/end")
@signed_in
def end_others() -> ResponseReturnValue:
    """Sign out everywhere but here."""
    _record_sign_out()
    sign_ins.end_all_sign_ins(me(), but=current_sign_in())
    return _ended(_("Alla andra enheter är utloggade."))


def _ended(said: str) -> ResponseReturnValue:
    if wants_fragment():
        return fragment("accounts/_sign_ins.html", say=said, sign_ins=_devices(), current=current_sign_in())
    return done(url_for(".show"), say=said)


def _record_sign_out() -> None:
    record(What.SIGNED_OUT, by=(me().id, me().name))


def _devices() -> list[tuple[SignIn, Message]]:
    return [(each, device_in_words(each.device)) for each in queries.sign_ins_of(me())]


def _page(status: int, *, profile: ProfileForm | None = None, password: PasswordForm | None = None) -> Response:
    return page(
        "accounts/show.html",
        status,
        profile=profile or ProfileForm(formdata=None, obj=me()),
        password=password or PasswordForm(formdata=None),
        sign_ins=_devices(),
        current=current_sign_in(),
        failed=status >= 400,
    )
