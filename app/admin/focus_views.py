"""Focus areas, with the years of their plans."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.admin import policy
from app.admin.forms import FocusAreaForm
from app.admin.views import ONLY_ADMINISTRATORS
from app.focus import actions, queries
from app.focus.models import FocusArea
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import Refusal

bp = Blueprint("focus", __name__, url_prefix="/admin/focus-areas")


@bp.get("")
def index() -> ResponseReturnValue:
    """Show every period's focus areas."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    return page("admin/focus_areas.html", periods=queries.periods(), today=clock.today())


@bp.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Add a focus area."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    form = FocusAreaForm(data=_suggestion())
    if not form.validate_on_submit():
        return _form(form)
    try:
        actions.add(name=form.name.data or "", weave=form.weave.data, **_days(form))
    except Refusal as refusal:
        return _refused(form, refusal)
    return done(url_for(".index"), say=_("Fokusområdet är tillagt."))


@bp.route("/<uuid:area_id>/edit", methods=["GET", "POST"])
def edit(area_id: UUID) -> ResponseReturnValue:
    """Change a focus area: its name, pattern, number and days."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    area = queries.focus_area(area_id)
    form = FocusAreaForm(data=_as_typed(area))
    if not form.validate_on_submit():
        return _form(form, area)
    position = form.position.number or area.position
    try:
        actions.change(area, name=form.name.data or "", weave=form.weave.data, position=position, **_days(form))
    except Refusal as refusal:
        return _refused(form, refusal, area)
    return done(url_for(".index"), say=_("Fokusområdet är sparat."))


@bp.post("/<uuid:area_id>/remove")
def remove(area_id: UUID) -> ResponseReturnValue:
    """Take away a focus area that nothing uses."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    area = queries.focus_area(area_id)
    try:
        actions.remove(area)
    except actions.IsInUse as refusal:
        return _refused(FocusAreaForm(formdata=None, data=_as_typed(area)), refusal, area)
    return done(url_for(".index"), say=_("Fokusområdet är borttaget."))


def _form(form: FocusAreaForm, area: FocusArea | None = None) -> Response:
    in_use = area is not None and queries.is_in_use(area)
    status = 422 if request.method == "POST" else 200
    return page("admin/focus_area.html", status, form=form, area=area, in_use=in_use)


def _refused(form: FocusAreaForm, refusal: Refusal, area: FocusArea | None = None) -> Response:
    form.refuse("last" if isinstance(refusal, actions.EndsBeforeItBegins) else "name", refusal.message)
    return _form(form, area)


def _days(form: FocusAreaForm) -> dict[str, Any]:
    return {"first": form.first.data, "last": form.last.data}


def _as_typed(area: FocusArea) -> dict[str, Any]:
    days = {"first": area.valid_from, "last": area.valid_to}
    return {"name": area.name, "weave": area.weave, "position": str(area.position), **days}


def _suggestion() -> dict[str, Any]:
    """Return what a new one begins with: the days of the newest period, and a pattern that is free in it."""
    newest = next(iter(queries.periods()), None)
    if newest is None:
        return {"first": clock.today().replace(month=1, day=1), "weave": 1}
    taken = {area.weave for area in newest.areas}
    return {"first": newest.first, "last": newest.last, "weave": min({1, 2, 3, 4} - taken, default=1)}
