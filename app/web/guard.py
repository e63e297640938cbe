"""Every view declares its door: public, signed in, or a question to a policy. Forgetting is not a leak."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden

from app.web.htmx import is_htmx
from app.web.transaction import SAFE_METHODS
from app.wording import Message

P = ParamSpec("P")
R = TypeVar("R")


class NotAllowed(Forbidden):
    """Known, but not for this person to do. Its reason says who may."""

    def __init__(self, reason: Message | None = None) -> None:
        super().__init__()
        self.reason = reason


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Open to everyone, signed in or not."""
    view.door = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Open to everyone who is signed in; what it shows is scoped by its queries."""
    view.door = "signed-in"  # type: ignore[attr-defined]
    return view


def authorize(allowed: bool, reason: str = "") -> None:
    """Go on if the policy said yes. Raises NotAllowed (403), with a sentence that says who may."""
    g.was_authorized = True
    if not allowed:
        raise NotAllowed(Message(reason) if reason else None)


def install(app: Flask, *, is_signed_in: Callable[[], bool]) -> None:
    """Stand at every door. is_signed_in is asked once a request, for doors that are not public."""

    def check() -> ResponseReturnValue | None:
        if b"%00" in request.query_string:  # no text has such a character; PostgreSQL can't even be asked for one
            request.query_string = request.query_string.replace(b"%00", b"")
        if request.endpoint is None or _door() == "public":
            return None
        if "\0" in request.path:
            abort(404)
        if is_signed_in():
            return None
        return _ask_to_sign_in()

    app.before_request(check)
    app.after_request(_was_a_door_declared)


def _door() -> str:
    return getattr(current_app.view_functions.get(request.endpoint or ""), "door", "")


def _ask_to_sign_in() -> ResponseReturnValue:
    if is_htmx() or request.method not in SAFE_METHODS:
        abort(401)  # what was typed stays on the page, with a link to sign in beside it
    here = request.full_path.rstrip("?")
    return redirect(url_for("accounts.login", next=here) if here != "/" else url_for("accounts.login"), 303)


def _was_a_door_declared(response: Response) -> Response:
    if response.status_code < 400 and request.endpoint and not _door() and not g.get("was_authorized"):
        if response.status_code == 303 and request.method in SAFE_METHODS:
            return response  # sent to sign in before the view ran
        if request.method == "OPTIONS":
            return response  # Flask tells which methods there are; no view has run
        raise RuntimeError(f"{request.endpoint} declares no door")
    return response
