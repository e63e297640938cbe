"""The mailroom: what waits, what did not arrive and why, and the switch that stops everything."""

from typing import Any

from flask import Blueprint, current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from app import clock
from app.accounts.current import me
from app.audit.actions import What, record
from app.config import Settings
from app.mail import actions, office, queries
from app.mail.queries import PAGE, Pile
from app.mailroom import policy
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import N_

bp = Blueprint("mailroom", __name__, url_prefix="/admin/mail")
ONLY_ADMINISTRATORS = N_("Bara den som administrerar Knutpunkt kan öppna det här.")


@bp.get("")
def index() -> ResponseReturnValue:
    """Show the letters of one pile: those that did not arrive first, if there are any."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    piles = queries.piles()
    pile = _pile(piles)
    last = max(1, -(-piles[pile] // PAGE))
    here = min(max(request.args.get("page", 1, type=int), 1), last)
    return page(
        "mailroom/index.html", piles=piles, pile=pile, letters=queries.letters_in(pile, page=here), here_page=here,
        last_page=last, office=office.as_it_is(), server=_settings().mail_server, now=clock.now(),
    )  # fmt: skip


@bp.post("/stop")
def stop() -> ResponseReturnValue:
    """Let no letter leave."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    office.stop(by=me().name)
    _record("mail-stopped")
    return done(url_for(".index", pile="waiting"), say=_("Utskicken är stoppade. Nya brev väntar här."))


@bp.post("/start")
def start() -> ResponseReturnValue:
    """Let letters leave again."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    office.start()
    _record("mail-started")
    return done(url_for(".index", pile="waiting"), say=_("Utskicken är igång igen."))


@bp.post("/again")
def all_again() -> ResponseReturnValue:
    """Try everything that failed once more."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    count = actions.send_all_again()
    _record("mail-again", count)
    said = ngettext("%(num)d brev skickas igen.", "%(num)d brev skickas igen.", count)
    return done(url_for(".index", pile="waiting"), say=said)


@bp.get("/strike")
def ask_to_strike() -> ResponseReturnValue:
    """Ask whether nothing of what waits shall leave."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    return page("mailroom/strike.html", count=queries.piles()[Pile.WAITING])


@bp.post("/strike")
def strike_all() -> ResponseReturnValue:
    """Let nothing of what waits leave."""
    authorize(policy.can_look_after_letters(me()), ONLY_ADMINISTRATORS)
    count = actions.strike_all_waiting()
    _record("mail-struck", count)
    said = ngettext("%(num)d brev är struket.", "%(num)d brev är strukna.", count)
    return done(url_for(".index", pile="done"), say=said)


def _pile(piles: dict[Pile, int]) -> Pile:
    asked = request.args.get("pile", "")
    if asked in set(Pile):
        return Pile(asked)
    return next((pile for pile in Pile if piles[pile]), Pile.WAITING)


def _record(how: str, rows: int | None = None) -> None:
    details: dict[str, Any] = {"how": how} if rows is None else {"how": how, "rows": rows}
    record(What.MAIL_CHANGED, by=(me().id, me().name), **details)


def _settings() -> Settings:
    found: Settings = current_app.config["SETTINGS"]
    return found
