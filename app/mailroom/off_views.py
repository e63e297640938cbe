"""The link in a letter that switches letters like it off, also for who has not signed in (RFC 8058)."""

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from app.mail import choices
from app.mail.unsubscribe import NotOurs, read
from app.mailroom.queries import is_known
from app.web.guard import public
from app.web.htmx import page

bp = Blueprint("mail_off", __name__)


@bp.get("/mail/off/<signed>")
@public
def ask(signed: str) -> ResponseReturnValue:
    """Ask whether letters like this shall stop coming; nothing changes by opening the link."""
    return _answer(signed, switch=False)


@bp.post("/mail/off/<signed>")
@public
def off(signed: str) -> ResponseReturnValue:
    """Switch one kind off for one person. A mail program sends this by itself, with no cookie and no form's secret."""
    return _answer(signed, switch=True)


def _answer(signed: str, *, switch: bool) -> Response:
    try:
        person_id, kind, network_id = read(current_app.secret_key or "", signed)  # type: ignore[arg-type]
    except NotOurs:
        return page("mailroom/off.html", 404, kind=None, is_done=False, signed=signed)
    if switch and is_known(person_id, network_id):
        choices.switch_off(person_id, kind, network_id)
    return page("mailroom/off.html", kind=kind, is_done=switch, signed=signed)


@bp.record
def _needs_no_secret(state: BlueprintSetupState) -> None:
    """The link itself is the proof: who has it may do this one thing, and a mail program has nothing else."""
    state.app.extensions["csrf"].exempt(off)
