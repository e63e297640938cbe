"""One letter in the mailroom: how it stands, how it would read, and trying it again."""

from base64 import b64encode
from hashlib import sha256
from uuid import UUID

from flask import Blueprint, Response, current_app, make_response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from app import db
from app.accounts.current import me
from app.mail import actions, office, queries
from app.mail.kinds import State
from app.mail.models import Posted
from app.mail.paper import as_html, as_text, style
from app.mail.setup import setup
from app.mail.writing import preview
from app.mailroom import policy
from app.mailroom.views import ONLY_ADMINISTRATORS
from app.organisation.queries import organisation_name
from app.web.guard import authorize
from app.web.htmx import done, page

bp = Blueprint("posted", __name__, url_prefix="/admin/mail")


@bp.get("/<uuid:letter_id>")
def show(letter_id: UUID) -> ResponseReturnValue:
    """Show one letter; as long as it has not left, as it would read now."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    text = _written(letter_id, as_text_of=True)
    return page("mailroom/letter.html", letter=queries.letter_by(letter_id), text=text, office=office.as_it_is())


@bp.get("/<uuid:letter_id>/html")
def html(letter_id: UUID) -> ResponseReturnValue:
    """Show one letter as a mail program shows it, on a page with nothing of ours around it."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    text = _written(letter_id, as_text_of=False)
    if text is None:
        raise NotFound
    return _alone(text)


@bp.post("/<uuid:letter_id>/again")
def again(letter_id: UUID) -> ResponseReturnValue:
    """Try one letter again, at once."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    letter = queries.letter_by(letter_id)
    count = actions.send_again(letter)
    said = (
        _("Brevet till %(name)s skickas igen.", name=letter.name) if count else _("Brevet har redan lämnat Knutpunkt.")
    )
    return done(url_for("mailroom.index", pile="waiting"), say=said)


@bp.post("/<uuid:letter_id>/strike")
def strike(letter_id: UUID) -> ResponseReturnValue:
    """Let one letter stay here."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    letter = queries.letter_by(letter_id)
    count = actions.strike(letter)
    said = _("Brevet till %(name)s är struket.", name=letter.name) if count else _("Brevet har redan lämnat Knutpunkt.")
    return done(url_for("mailroom.index"), say=said)


def _written(letter_id: UUID, *, as_text_of: bool) -> str | None:
    """Write a letter as it would be now, and undo what writing it changed: a preview leaves no link that works."""
    db.begin(writing=True)
    letter = queries.letter_by(letter_id)
    if not _can_be_written(letter):
        return None
    settings = current_app.config["SETTINGS"]
    found = preview(setup(settings, organisation=organisation_name()), letter)
    db.begin(writing=False)
    if found is None:
        return None
    written, envelope = found
    if as_text_of:
        return as_text(written, off=envelope.off, width=10_000)  # the page breaks the lines
    return as_html(written, language=envelope.receiver.language, off=envelope.off)


def _can_be_written(letter: Posted) -> bool:
    return letter.state in (State.WAITING, State.FAILED, State.SHOWN)


def _alone(text: str) -> Response:
    hashed = b64encode(sha256(style().encode()).digest()).decode()
    response = make_response(text)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response
