"""The participation map: as a table, as a picture, as a workbook, and meeting by meeting for one network."""

from dataclasses import dataclass

from flask import Blueprint, make_response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.networks.queries import network_seen, networks_to_choose
from app.participation import queries
from app.participation.counting import Participation, Span
from app.participation.figures import Stand
from app.participation.held import Presented, presented
from app.participation.names import narrow_name
from app.participation.picture import Words, picture
from app.participation.sheets import sheets_of
from app.participation.showing import MONTHS_TO_CHOOSE, SILENT_MONTHS, in_order, map_of_network, span_of, whole_map
from app.sheets.answers import exported
from app.web.guard import signed_in
from app.web.htmx import page
from app.web.i18n import translate
from app.web.lists import Asked, asked_of, part_of

bp = Blueprint("participation", __name__)

ORDERS = ("municipality", "attended")
bp.add_app_template_filter(narrow_name)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The year and the pause that were chosen, and what else there is to choose."""

    asked: Asked
    span: Span
    years: list[int]
    months: int


@bp.get("/participation")
@signed_in
def show() -> ResponseReturnValue:
    """Show which municipality takes part in which network, and who has dropped out."""
    chosen = _chosen(url_for(".show"))
    shown = whole_map(me(), chosen.span).participation
    rows = in_order(shown.rows, chosen.asked.order, backwards=chosen.asked.backwards)
    silent = [each for each in shown.rows if each.turnout.is_silent]
    return page(
        "participation/show.html", here="networks", chosen=chosen, shown=shown, part=part_of(rows, chosen.asked.number),
        silent=silent, stands=tuple(Stand), months_to_choose=MONTHS_TO_CHOOSE,
    )  # fmt: skip


@bp.get("/participation.svg")
@signed_in
def as_picture() -> ResponseReturnValue:
    """Draw the map."""
    chosen = _chosen(url_for(".show"))
    shown = whole_map(me(), chosen.span).participation
    rows = in_order(shown.rows, chosen.asked.order, backwards=chosen.asked.backwards)
    response = make_response(picture(shown, rows, _words(shown)))
    response.content_type = "image/svg+xml; charset=utf-8"
    response.headers["Content-Disposition"] = f'inline; filename="knutpunkt-deltagande-{chosen.span.year}.svg"'
    return response


@bp.get("/participation.xlsx")
@signed_in
def as_workbook() -> ResponseReturnValue:
    """Give the map as a workbook; that it was fetched is noted in the log."""
    chosen = _chosen(url_for(".show"))
    shown = whole_map(me(), chosen.span).participation
    rows = in_order(shown.rows, chosen.asked.order, backwards=chosen.asked.backwards)
    subject = f"{_('Deltagande')} {chosen.span.year}"
    return exported("xlsx", sheets_of(shown, rows, translate), subject=subject, by=(me().id, me().name))


@bp.get("/participation/<slug>")
@signed_in
def of_network(slug: str) -> ResponseReturnValue:
    """Show which municipality was at which of a network's meetings in a year."""
    network = network_seen(me(), slug)
    chosen = _chosen(url_for(".of_network", slug=slug))
    shown = map_of_network(network, chosen.span)
    rows = in_order(shown.participation.rows, chosen.asked.order, backwards=chosen.asked.backwards)
    return page(
        "participation/of_network.html", here="networks", network=network, chosen=chosen, shown=shown.participation,
        meetings=shown.of_the_year, part=part_of(rows, chosen.asked.number), presented=presented,
        words=tuple(Presented), networks=networks_to_choose(me()), months_to_choose=MONTHS_TO_CHOOSE,
    )  # fmt: skip


def _chosen(path: str) -> Chosen:
    asked = asked_of(path, request.args, filters=("year", "months"), orders=ORDERS)
    this_year = clock.today().year
    years = list(range(this_year, min(queries.first_year(me()), this_year) - 1, -1))
    year, months = _number(asked, "year"), _number(asked, "months")
    months = months if months in MONTHS_TO_CHOOSE else SILENT_MONTHS
    return Chosen(asked, span_of(year if year in years else this_year, months), years, months)


def _number(asked: Asked, name: str) -> int:
    typed = asked.filters.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() else 0


def _words(shown: Participation) -> Words:
    filled = shown.filled
    return Words(
        title=_("Vem är med var? %(year)s", year=shown.span.year),
        description=_("%(filled)s av %(seats)s platser är tillsatta, kommun för kommun och nätverk för nätverk.",
                      filled=filled.filled, seats=filled.seats),
        filled=_("Tillsatta"),
        attended=_("Möten"),
        of=_("%d av %d"),
        key=[(each, translate(each.label)) for each in Stand],
    )  # fmt: skip
