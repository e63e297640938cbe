"""How a given answer is answered: with the question as it now stands, or back on the page where it was asked."""

from urllib.parse import urlsplit

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.accounts.local_paths import local_path
from app.occasions import policy
from app.occasions.answers import by_municipality
from app.occasions.models import Occasion
from app.web.htmx import done, fragment, wants_fragment
from app.web.i18n import translate
from app.wording import Message


def answered(occasion: Occasion, refusal: Message | None = None) -> ResponseReturnValue:
    """Answer that the reply is kept, or why not."""
    back = local_path(request.form.get("next") or occasion.path)
    own = occasion.answer_of(me())
    say = _("Ditt svar är sparat: %(reply)s.", reply=translate(own.label).lower()) if own and not refusal else ""
    if not wants_fragment():
        if refusal is not None:
            flash(translate(refusal), "late")
        return done(f"{back}#answer" if back == occasion.path else back, say=say)
    answers = by_municipality(occasion) if _is_asked_on_its_page(occasion) else None
    response = fragment(
        "occasions/_answer.html", 422 if refusal else 200, say=say,
        occasion=occasion, answers=answers, back=back, refusal=refusal, answered=True,
    )  # fmt: skip
    if answers and policy.can_change_occasion(me(), occasion) and not refusal:
        response.set_data(
            response.get_data(as_text=True) + render_template("occasions/_answers.html", answers=answers, oob=True)
        )
    return response


def _is_asked_on_its_page(occasion: Occasion) -> bool:
    """Whether the answer was sent from the occasion's own page, which tells of the others' answers too."""
    return urlsplit(request.headers.get("HX-Current-URL", "")).path == occasion.path
