"""Merging two accounts of the same person: whom with, what it would do, and doing it."""

from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.merging import actions, policy, queries
from app.merging.forms import MergeForm
from app.people.models import Person
from app.people.queries import person_with
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import N_, Message, Refusal

bp = Blueprint("merging", __name__, url_prefix="/people/<uuid:person_id>/merge")

ONLY_ADMINISTRATORS = N_("Bara administratörer kan slå ihop personer.")


@bp.get("")
def choose(person_id: UUID) -> ResponseReturnValue:
    """Ask whom somebody is the same as."""
    authorize(policy.can_merge(me()), ONLY_ADMINISTRATORS)
    someone, name = person_with(person_id), request.args.get("name", "").strip()[:100]
    found = queries.named(someone, name) if name else queries.alike(someone)
    return page("merging/choose.html", here="people", someone=someone, name=name, found=found)


@bp.route("/<uuid:other_id>", methods=["GET", "POST"])
def merge(person_id: UUID, other_id: UUID) -> ResponseReturnValue:
    """Show what merging would do, and do it."""
    authorize(policy.can_merge(me()), ONLY_ADMINISTRATORS)
    kept, gone = person_with(person_id), person_with(other_id)
    names = {"gone": gone.name, "kept": kept.name}
    try:
        actions.must_be_possible(kept, gone, by=me())
        seen = queries.preview(kept, gone)
        form = MergeForm().offer(seen.said)
        if not form.validate_on_submit():
            return page("merging/preview.html", here="people", kept=kept, gone=gone, seen=seen, form=form)
        actions.merge(kept, gone, chosen=form.chosen(kept, gone), by=me())
    except Refusal as refusal:
        return _refused(kept, gone, refusal.message)
    say = _("%(gone)s är ihopslagen med %(kept)s. Allt finns här.", **names)
    return done(url_for("directory.person", person_id=person_id), say=say)


def _refused(kept: Person, gone: Person, told: Message) -> ResponseReturnValue:
    turned = gone.is_open and gone.id != kept.id and not (gone.merged_into_id or kept.merged_into_id)
    status = 422 if request.method == "POST" else 200
    return page("merging/refused.html", status, here="people", kept=kept, gone=gone, told=told, turned=turned)
