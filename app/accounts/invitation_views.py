"""The page behind a one-time link, where somebody chooses a password and comes in."""

from flask import Blueprint, Response, make_response, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock, db
from app.accounts import actions, invitations, known_devices, links
from app.accounts.current import enter
from app.accounts.forms import ChosenPasswordForm
from app.accounts.kinds import Purpose
from app.accounts.models import Invitation
from app.accounts.password_rules import WeakPassword
from app.web.guard import public
from app.web.htmx import done, page
from app.web.transaction import reads_first
from app.wording import Message

bp = Blueprint("invitations", __name__)


@bp.route("/welcome/<token>", methods=["GET", "POST"])
@public
@reads_first
def show(token: str) -> ResponseReturnValue:
    """Show the form behind a link, and open the account with the password chosen there. A GET uses nothing up."""
    try:
        link = invitations.link_by(token, at=clock.now())
        form = ChosenPasswordForm()
        if request.method != "POST" or not form.validate_on_submit():
            return _form(form, link)
        return _let_in(token, actions.new_hash(link.person, form.new_password.data or ""))
    except WeakPassword as refusal:
        form.refuse("new_password", refusal.message)
        return _form(form, link)
    except links.LinkIsUnknown as refusal:
        return _spent(404, refusal.message)
    except links.LinkIsSpent as refusal:
        return _spent(410, refusal.message)


def _let_in(token: str, kept: str) -> Response:
    db.begin(writing=True)
    person = invitations.accept(token, kept, at=clock.now())
    enter(person)
    response = make_response(done("/", say=_("Välkommen, %(name)s. Du är inloggad.", name=person.given_name)))
    return _private(known_devices.remember(response, actions.account_of(person.email)))


def _form(form: ChosenPasswordForm, link: Invitation) -> Response:
    status, is_new = 422 if form.errors else 200, link.purpose is Purpose.INVITATION and not link.person.has_signed_up
    return _private(page("accounts/welcome.html", status, form=form, invited=link.person, is_new=is_new))


def _spent(status: int, text: Message) -> Response:
    return _private(page("accounts/spent.html", status, text=text))


def _private(response: Response) -> Response:
    """Let the link's secret go nowhere from this page."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
