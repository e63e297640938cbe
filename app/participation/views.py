"""The participation map: as a table, as a picture, as a workbook, and meeting by meeting for one network."""

from flask import Blueprint, make_response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.networks.models import Network
from app.networks.queries import network_seen, networks_to_choose
from app.participation.chosen import Chosen, chosen_at
from app.participation.counting import Participation
from app.participation.figures import Row
from app.participation.held import Presented, presented
from app.participation.names import narrow_name, smallest_name
from app.participation.picture import Words, picture
from app.participation.seating import Stand
from app.participation.sheets import sheets_of, sheets_of_meetings
from app.participation.showing import MONTHS_TO_CHOOSE, Shown, map_of_network, whole_map
from app.sheets.answers import exported
from app.web.guard import signed_in
from app.web.htmx import page
from app.web.i18n import translate
from app.web.lists import part_of

bp = Blueprint("participation", __name__)

bp.add_app_template_filter(narrow_name)
bp.add_app_template_filter(smallest_name)


@bp.get("/participation")
@signed_in
def show() -> ResponseReturnValue:
    """Show which municipality takes part in which network, and who has dropped out."""
    chosen, shown, rows = _whole_map()
    silent = [each for each in shown.rows if each.turnout.is_silent]
    return page(
        "participation/show.html", here="networks", chosen=chosen, shown=shown, part=part_of(rows, chosen.asked.number),
        silent=silent, stands=tuple(Stand), months_to_choose=MONTHS_TO_CHOOSE,
    )  # fmt: skip


@bp.get("/participation.svg")
@signed_in
def as_picture() -> ResponseReturnValue:
    """Draw the map."""
    chosen, shown, rows = _whole_map()
    response = make_response(picture(shown, rows, _words(shown)))
    response.content_type = "image/svg+xml; charset=utf-8"
    response.headers["Content-Disposition"] = f'inline; filename="knutpunkt-deltagande-{chosen.span.year}.svg"'
    return response


@bp.get("/participation.xlsx")
@signed_in
def as_workbook() -> ResponseReturnValue:
    """Give the map as a workbook; that it was fetched is noted in the log."""
    chosen, shown, rows = _whole_map()
    subject = f"{_('Deltagande')} {chosen.span.year}"
    return exported("xlsx", sheets_of(shown, rows, translate), subject=subject, by=(me().id, me().name))


@bp.get("/participation/<slug>")
@signed_in
def of_network(slug: str) -> ResponseReturnValue:
    """Show which municipality was at which of a network's meetings in a year."""
    network = network_seen(me(), slug)
    chosen, shown, rows = _map_of(network)
    return page(
        "participation/of_network.html", here="networks", network=network, chosen=chosen, shown=shown.participation,
        meetings=shown.of_the_year, part=part_of(rows, chosen.asked.number), presented=presented,
        words=tuple(Presented), networks=networks_to_choose(me()), months_to_choose=MONTHS_TO_CHOOSE,
    )  # fmt: skip


@bp.get("/participation/<slug>.xlsx")
@signed_in
def of_network_as_workbook(slug: str) -> ResponseReturnValue:
    """Give the same as a workbook; that it was fetched is noted in the log."""
    network = network_seen(me(), slug)
    chosen, shown, rows = _map_of(network)
    subject = f"{_('Närvaro')} {network.name} {chosen.span.year}"
    sheets = sheets_of_meetings(shown.of_the_year, rows, translate)
    return exported("xlsx", sheets, subject=subject, by=(me().id, me().name))


def _whole_map() -> tuple[Chosen, Participation, list[Row]]:
    """Return what was chosen, the map of it, and its rows in the order that was chosen."""
    chosen = chosen_at(url_for(".show"))
    shown = whole_map(me(), chosen.span).participation
    return chosen, shown, chosen.in_order(shown.rows)


def _map_of(network: Network) -> tuple[Chosen, Shown, list[Row]]:
    """Return the same of one network, with the meetings it was counted from."""
    chosen = chosen_at(url_for(".of_network", slug=network.slug))
    shown = map_of_network(network, chosen.span)
    return chosen, shown, chosen.in_order(shown.participation.rows)


def _words(shown: Participation) -> Words:
    filled = shown.filled
    return Words(
        title=_("Vem är med var? %(year)s", year=shown.span.year),
        description=_("%(filled)s av %(seats)s platser är tillsatta, kommun för kommun och nätverk för nätverk.",
                      filled=filled.filled, seats=filled.seats),
        filled=_("Tillsatta (ersättare)") if filled.deputies.seats else _("Tillsatta"),
        attended=_("Möten"),
        of=_("%d av %d"),
        key=[(each, translate(each.label)) for each in Stand],
    )  # fmt: skip
