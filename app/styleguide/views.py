"""The style guide: type, space, colours, signs and every part, for those who build and those who look after it."""

import re
from functools import cache
from math import floor

from babel.numbers import format_decimal
from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.networks.queries import networks_for
from app.styleguide import policy, samples, tokens
from app.styleguide.forms import sample_form
from app.web.guard import authorize
from app.web.htmx import done, fragment, page, wants_fragment
from app.web.i18n import language
from app.web.static import FOLDER
from app.wording import N_

bp = Blueprint("styleguide", __name__, url_prefix="/styleguide")
ONLY_ADMINISTRATORS = N_("Bara den som administrerar Knutpunkt kan öppna det här.")


@bp.get("")
def show() -> ResponseReturnValue:
    """Show the whole of it."""
    authorize(policy.can_see(me()), ONLY_ADMINISTRATORS)
    shown_with = next(iter(networks_for(me())), None)
    return page(
        "styleguide/show.html",
        tokens=tokens,
        samples=samples,
        sample_form=sample_form(samples.FLAGS),
        signs=_signs(),
        network=shown_with,
        ratio=_in_words,
    )


@bp.post("")
def try_out() -> ResponseReturnValue:
    """Answer whatever form of the guide was sent: nothing is changed, and that is what is said."""
    authorize(policy.can_see(me()), ONLY_ADMINISTRATORS)
    if wants_fragment() and "undo" in request.form:
        return fragment("styleguide/_said.html", told=True)
    return done("/styleguide", say=_("Stilguiden ändrar ingenting. Så här ser det ut när något har gått bra."))


@cache
def _signs() -> list[str]:
    """Return the names of the signs, read from the drawing they are in."""
    return re.findall(r'id="s-([\w-]+)"', (FOLDER / "signs.svg").read_text(encoding="utf-8"))


def _in_words(ratio: float) -> str:
    """Return a contrast with two decimals, never rounded up."""
    return str(format_decimal(floor(ratio * 100) / 100, "0.00", locale=language()))
