"""Errors tell the person what to do, beside what they did; a failure never wipes the page."""

from flask import Flask, Response, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import NoResultFound, OperationalError
from werkzeug.exceptions import HTTPException, NotFound

from app import db
from app.web.guard import NotAllowed
from app.web.htmx import is_htmx
from app.web.i18n import translate
from app.web.transaction import SAFE_METHODS
from app.wording import Refusal

MOST_READ_AWAY = 64 * 1024 * 1024


def install(app: Flask) -> None:
    """Answer every kind of failure in words."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(NoResultFound, lambda _: _http(NotFound()))
    app.register_error_handler(CSRFError, lambda _: answer(400, *_words(4001)))
    app.register_error_handler(Refusal, _refusal)
    app.register_error_handler(OperationalError, _out_of_turn)
    app.register_error_handler(Exception, _accident)


def answer(code: int, title: str, text: str) -> Response:
    """Answer with a title and what to do: in #notice for htmx, as a page otherwise."""
    if is_htmx():
        response = make_response(render_template("errors/_notice.html", title=title, text=text, code=code), code)
        response.headers["HX-Retarget"] = "#notice"
        response.headers["HX-Reswap"] = "innerHTML"
        return response
    return make_response(render_template("errors/error.html", title=title, text=text, code=code), code)


def _http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400 or (request.endpoint or "").endswith(".feed"):
        return error.get_response()
    if code == 413:
        _let_finish()
    title, text = _words(code)
    if isinstance(error, NotAllowed) and error.reason is not None:
        text = translate(error.reason)
    return answer(code, title, text)


def _let_finish() -> None:
    """Read what is too much to the end, within reason: a browser cut off while sending never shows the answer."""
    left = MOST_READ_AWAY
    while left > 0 and (read := request.environ["wsgi.input"].read(64 * 1024)):
        left -= len(read)


def _refusal(refusal: Refusal) -> ResponseReturnValue:
    return answer(422, _("Det gick inte"), translate(refusal.message))


def _out_of_turn(error: OperationalError) -> ResponseReturnValue:
    """Ask for patience when others have been writing for longer than anybody's turn is waited for."""
    if "locked" not in str(error.orig) and "deadlock" not in str(error.orig):
        return _accident(error)
    db.begin(writing=False)
    return answer(503, *_words(503))


def _accident(error: Exception) -> ResponseReturnValue:
    current_app.logger.error("500 %s %s", request.method, request.url_rule, exc_info=error)
    if current_app.config.get("PROPAGATE_EXCEPTIONS"):
        raise error
    db.begin(writing=False)  # what failed may have left a transaction in which nothing more can be asked
    try:
        return answer(500, *_words(500))
    except Exception:  # the page itself needs the database, which may be what is down
        return make_response(current_app.jinja_env.get_template("errors/down.html").render(), 500)


def _words(code: int) -> tuple[str, str]:
    known = {
        400: (_("Det gick inte att läsa det du skickade"), _("Gå tillbaka, ladda om sidan och försök igen.")),
        401: (
            _("Du är utloggad"),
            _("Logga in i en ny flik och skicka sedan en gång till här. Det du skrev finns kvar på sidan."),
        ),
        403: (_("Det här får du inte ändra"), _("Fråga nätverkets samordnare om något behöver ändras.")),
        404: (
            _("Sidan finns inte"),
            _("Adressen kan vara fel, eller så är sidan bara till för ett nätverks medlemmar."),
        ),
        405: (_("Sidan finns inte"), _("Gå till startsidan och välj därifrån.")),
        413: (_("Filen är för stor"), _("Dela upp den och försök igen.")),
        429: (_("För många försök"), _("Vänta en stund och försök igen.")),
        503: (
            _("Någon annan sparar just nu"),
            _("Det tog för lång tid, så det du gjorde är inte sparat. Vänta en minut och skicka en gång till."),
        ),
        4001: (_("Sidan har legat öppen för länge"), _("Gå tillbaka, ladda om sidan och skicka igen.")),
    }
    accident = (_("Något gick fel i Knutpunkt"), _("Det du gjorde är inte sparat. Försök igen om en stund."))
    if request.method in SAFE_METHODS:  # nothing was to be saved, so nothing is lost
        accident = (_("Sidan gick inte att visa"), _("Allt du har sparat finns kvar. Försök igen om en stund."))
    return known.get(code, accident if code >= 500 else known[400])
