"""The pages that everyone may read, and the forms where administrators keep them true."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me, me_or_nobody
from app.config import Settings
from app.statements import actions, queries
from app.statements.forms import StatementForm, form_of
from app.statements.kinds import Page
from app.statements.policy import can_change_statements
from app.web.guard import authorize, public
from app.web.htmx import done, page
from app.wording import N_, Refusal

bp = Blueprint("statements", __name__)


@bp.get("/accessibility")
@public
def accessibility() -> ResponseReturnValue:
    """Show how far the service conforms to the accessibility act, and how to say that something does not work."""
    return _shown(Page.ACCESSIBILITY)


@bp.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    """Show which personal data is kept, why, for how long, and whom to ask."""
    return _shown(Page.PRIVACY)


@bp.route("/accessibility/edit", methods=["GET", "POST"])
def edit_accessibility() -> ResponseReturnValue:
    """Go through the accessibility statement."""
    return _edited(Page.ACCESSIBILITY)


@bp.route("/privacy/edit", methods=["GET", "POST"])
def edit_privacy() -> ResponseReturnValue:
    """Go through the page on personal data."""
    return _edited(Page.PRIVACY)


def _shown(which: Page) -> ResponseReturnValue:
    said, today = queries.said_on(which), clock.today()
    return page(
        f"statements/{which.value}.html",
        said=said,
        can_change=can_change_statements(me_or_nobody()),
        is_old=said.is_old(today),
        session_cookie=current_app.config["SESSION_COOKIE_NAME"],
        device_cookie="__Host-device" if _settings().https else "device",
        elsewhere=_elsewhere(),
    )


def _edited(which: Page) -> ResponseReturnValue:
    authorize(can_change_statements(me()), N_("Bara den som administrerar Knutpunkt kan ändra den här sidan."))
    said = queries.said_on(which)
    form, differing = form_of(said), list[tuple[str, str]]()
    if form.validate_on_submit():
        try:
            actions.save(which, form.answers(), by=me(), seen=form.revision)
        except actions.SavedMeanwhile as refusal:
            said = queries.said_on(which)
            differing = form.differing(said)
            form.seen.data = str(said.revision)  # told once, one may save over it
            form.say(refusal)
        except Refusal as refusal:
            form.say(refusal)
        else:
            return done(which.path, say=_("Sidan är sparad. Så här ser den ut för alla."))
    return _asked(which, form, said=said, differing=differing)


def _asked(which: Page, form: StatementForm, **more: object) -> ResponseReturnValue:
    return page(f"statements/{which.value}_edit.html", 422 if form.errors else 200, form=form, **more)


def _elsewhere() -> str:
    """Return the host that htmx is fetched from, or nothing where it lies on our own."""
    host = urlsplit(_settings().htmx_url).hostname or ""
    return "" if host == _settings().public_host else host


def _settings() -> Settings:
    found: Settings = current_app.config["SETTINGS"]
    return found
