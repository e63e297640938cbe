"""Whose turn one meeting is: given, swapped, passed over, or left to the order again."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.rotation import actions
from app.rotation.forms import PassForm, SwapForm, WhoForm
from app.rotation.showing import coming_in, place_of, tried

bp = Blueprint("turn", __name__, url_prefix="/networks/<slug>/turns/<kind>/meetings/<uuid:occasion_id>")


@bp.post("/give")
def give(slug: str, kind: str, occasion_id: UUID) -> ResponseReturnValue:
    """Settle whose turn a meeting is."""
    key = WhoForm().key
    return tried(
        slug,
        kind,
        lambda it: actions.give(it, coming_in(it, occasion_id), place_of(it, key), by=me()),
        _("Turen är ändrad."),
    )


@bp.post("/swap")
def swap(slug: str, kind: str, occasion_id: UUID) -> ResponseReturnValue:
    """Let two who have a turn have each other's."""
    other = SwapForm().occasion_id or occasion_id
    both = _("De två har bytt tur med varandra.")
    return tried(
        slug, kind, lambda it: actions.swap(it, coming_in(it, occasion_id), coming_in(it, other), by=me()), both
    )


@bp.post("/pass")
def pass_over(slug: str, kind: str, occasion_id: UUID) -> ResponseReturnValue:
    """Pass over whoever has the turn, with a word why."""
    form = PassForm()
    word = (form.word.data or "")[:200]
    say = _("Nästa i ordningen har turen. Den som hoppades över står kvar först.")
    return tried(slug, kind, lambda it: actions.pass_over(it, coming_in(it, occasion_id), word=word, by=me()), say)


@bp.post("/reset")
def reset(slug: str, kind: str, occasion_id: UUID) -> ResponseReturnValue:
    """Let the order say whose turn it is, whatever was settled."""
    say = _("Ordningen avgör igen.")
    return tried(slug, kind, lambda it: actions.let_the_order_say(it, coming_in(it, occasion_id)), say)
