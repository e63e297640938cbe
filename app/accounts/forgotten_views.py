"""Forgotten password: one field, and the same answer whatever address was written in it."""

from flask import Blueprint, current_app, request, url_for
from flask.typing import ResponseReturnValue

from app import db
from app.accounts import resets
from app.accounts.by_mail import goes_by_mail
from app.accounts.forms import ForgottenForm
from app.web.guard import public
from app.web.htmx import done, page
from app.web.transaction import reads_first

bp = Blueprint("forgotten", __name__)


@bp.route("/login/forgot", methods=["GET", "POST"])
@public
@reads_first
def ask() -> ResponseReturnValue:
    """Ask for the address and promise a letter if it is known here; without mail, say whom to ask."""
    by_mail = goes_by_mail(current_app.config["SETTINGS"])
    form = ForgottenForm()
    if by_mail and request.method == "POST" and form.validate_on_submit():
        email = form.email.data or ""
        if resets.may_ask(email, address=request.remote_addr or ""):
            db.begin(writing=True)
            resets.wish(email)
        return done(url_for(".ask", sent="yes"))
    sent = by_mail and request.args.get("sent") == "yes" and request.method != "POST"
    return page("accounts/forgotten.html", 422 if form.errors else 200, form=form, by_mail=by_mail, sent=sent)
