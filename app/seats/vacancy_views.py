"""The vacant seats of all networks, for those who fill them and those who wonder."""

from collections.abc import Sequence
from itertools import groupby

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import BooleanField, SelectField

from app.accounts.current import me
from app.networks.kinds import Standing
from app.places.queries import municipalities
from app.seats import queries
from app.seats.policy import can_appoint
from app.seats.queries import Vacancy
from app.web.forms import Form
from app.web.guard import signed_in
from app.web.htmx import page
from app.wording import N_

bp = Blueprint("vacancies", __name__, url_prefix="/vacancies")
PAGE = 100
"""How many vacancies stand on one page."""


class SoughtForm(Form):
    """Which vacancies to list: of one municipality, and perhaps only the ordinary seats."""

    municipality = SelectField(N_("Kommun"), validate_choice=False, default="")
    ordinary = BooleanField(N_("Bara ordinarie"))


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    """List the vacant seats; a library manager's own municipality comes first."""
    places = {each.slug: each for each in municipalities()}
    form = SoughtForm(formdata=request.args)
    form.municipality.choices = {"": _("Alla kommuner")} | {each.slug: each.name for each in places.values()}
    place = places.get(form.municipality.data or "")
    found = sought(queries.vacancies(me(), place=place, with_own=True), ordinary=bool(form.ordinary.data))
    own = [each for each in found if me().is_manager and each.place.id == me().municipality_id]
    others = [each for each in found if each not in own]
    last = max(1, -(-len(others) // PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), last)
    shown = others[(number - 1) * PAGE : number * PAGE]
    return page(
        "seats/vacancies.html",
        here="networks",
        form=form,
        own=own,
        others=[(network, list(some)) for network, some in groupby(shown, key=lambda each: each.network)],
        total=sum(each.number for each in found),
        number=number,
        last=last,
        kept=queries.held_from_elsewhere(me()) if place is None else (),
        may={(each.network.id, each.place.id) for each in [*own, *shown] if _may(each)},
    )


def sought(found: Sequence[Vacancy], *, ordinary: bool) -> list[Vacancy]:
    """Return the vacancies that were sought: within each network the ordinary seats before those of deputies."""
    kept = (each for each in found if not ordinary or each.standing is Standing.ORDINARY)
    by_network = groupby(kept, key=lambda each: each.network)
    return [each for _, some in by_network for each in sorted(some, key=lambda one: one.standing is Standing.DEPUTY)]


def _may(vacancy: Vacancy) -> bool:
    return can_appoint(me(), vacancy.network, vacancy.place)
