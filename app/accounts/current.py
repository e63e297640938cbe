"""Who is signed in: the one module that knows, behind Flask-Login."""

from flask import Flask, Response, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from app import clock
from app.accounts import sign_ins
from app.accounts.models import SignIn
from app.audit.actions import What
from app.audit.apart import note_once
from app.organisation import current as organisation
from app.people.models import Person
from app.web.transaction import afterwards


class _SignedIn(UserMixin):  # type: ignore[misc]
    """What Flask-Login keeps: the secret of a sign-in, never the person's own id."""

    def __init__(self, token: str, sign_in: SignIn) -> None:
        self.token = token
        self.sign_in = sign_in

    def get_id(self) -> str:
        return self.token


def install(app: Flask) -> None:
    """Let Flask-Login find the person, and give every template `person`."""
    manager = LoginManager()
    app.login_manager = manager  # type: ignore[attr-defined]  # init_app would read the session at every answer, feeds too
    manager.session_protection = None  # the sign-in row on the server decides
    manager.user_loader(_load)
    app.context_processor(lambda: {"person": me_or_nobody()})
    app.after_request(_note_refusal)


def me() -> Person:
    """Return the person who is signed in. Only behind a door: raises LookupError for nobody."""
    return current_sign_in().person


def me_or_nobody() -> Person | None:
    """Return the person who is signed in, or None."""
    if "_user_id" not in session:
        return None
    return me() if current_user.is_authenticated else None


def current_sign_in() -> SignIn:
    """Return the sign-in of this device. Raises LookupError for nobody."""
    if not current_user.is_authenticated:
        raise LookupError("nobody is signed in")
    found: SignIn = current_user.sign_in
    return found


def is_signed_in() -> bool:
    """Whether somebody is signed in."""
    return me_or_nobody() is not None


def chosen_language() -> str | None:
    """Return the language the person has chosen, if signed in and chosen."""
    person = me_or_nobody()
    return person.language.value if person is not None and person.language is not None else None


def enter(person: Person, *, stays: bool = False) -> None:
    """Sign the person in here, in a new session. Whoever was signed in here before is signed out."""
    if "_user_id" in session:
        sign_ins.end_sign_in(session["_user_id"])
    token = sign_ins.begin_sign_in(person, device=request.user_agent.string, stays=stays)
    session.clear()  # nothing from before signing in is carried over
    session.permanent = stays
    inside = sign_ins.sign_in_for(token, at=clock.now())
    assert inside is not None  # noqa: S101 - made two lines above, in the same transaction
    login_user(_SignedIn(token, inside.sign_in))


def leave() -> None:
    """Sign out here: the row goes, so a copied cookie is dead."""
    if "_user_id" in session:
        sign_ins.end_sign_in(session["_user_id"])
    logout_user()
    session.clear()


def _note_refusal(response: Response) -> Response:
    """Let the log know that somebody was told no (403)."""
    person = me_or_nobody() if response.status_code == 403 else None
    if person is not None:
        by, subject = (person.id, person.name), f"{request.method} {request.path}"
        afterwards(lambda: note_once(What.REFUSED, by=by, subject=subject))
    return response


def _load(token: str) -> _SignedIn | None:
    now = clock.now()
    inside = sign_ins.sign_in_for(token, at=now)
    if inside is None:
        return None
    sign_in = inside.sign_in
    organisation.know(inside.organisation)
    if sign_ins.is_worth_noting(sign_in, at=now):
        seen = sign_in.id  # kept apart: when the work is done, the request's transaction has ended
        afterwards(lambda: sign_ins.note_seen(seen, at=now))
    return _SignedIn(token, sign_in)
