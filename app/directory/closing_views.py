"""Closing somebody's account, with what the person holds handed over first, and opening it again."""

from uuid import UUID

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.directory import actions
from app.directory.views import ONLY_ADMINISTRATORS
from app.handover.carrying_out import carry_out
from app.handover.forms import form_for
from app.handover.queries import burden_of
from app.memberships.queries import coordinated_alone_by
from app.people import policy, queries
from app.web.guard import authorize
from app.web.htmx import done, page

bp = Blueprint("closing", __name__, url_prefix="/people")


@bp.route("/<uuid:person_id>/close", methods=["GET", "POST"])
def close(person_id: UUID) -> ResponseReturnValue:
    """Close an account; asks first, says what it means, and lets everything the person holds be handed over."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    someone = queries.person_with(person_id)
    burden = burden_of(someone, reader=me())
    form = form_for(burden, closing=True)
    if form.validate_on_submit():
        things = [*burden.held, *burden.loose]
        chosen = [each.key for each in things if each.key in form and form[each.key].person is not None]
        carry_out(form, burden, of=someone, last_day=clock.today(), by=me(), closing=True)
        if not form.errors:
            actions.close_account(someone, by=me())
            actions.tell_what_is_left(someone, burden, but=chosen, by=me())
            return done(url_for("directory.person", person_id=person_id), say=_("Kontot är stängt."))
    return page(
        "directory/close.html", 422 if form.errors else 200, here="people", someone=someone, burden=burden, form=form,
        alone=coordinated_alone_by(someone),
    )  # fmt: skip


@bp.post("/<uuid:person_id>/reopen")
def reopen(person_id: UUID) -> ResponseReturnValue:
    """Open a closed account again."""
    authorize(policy.can_manage_people(me()), ONLY_ADMINISTRATORS)
    someone = queries.person_with(person_id)
    actions.reopen_account(someone, by=me())
    say = _("Kontot är öppet igen. Lägg till medlemskapen på nytt i nätverken.")
    return done(url_for("directory.person", person_id=person_id), say=say)
