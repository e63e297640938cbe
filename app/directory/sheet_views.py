"""People and municipalities to take along: as files, and as addresses to write to."""

from collections.abc import Sequence

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.accounts.current import me
from app.audit.actions import What
from app.audit.apart import note_once
from app.directory.people_list import asked_for
from app.directory.people_sought import all_found, network_names
from app.directory.place_list import HEADS as PLACE_HEADS
from app.directory.place_list import places_listed, rows_of
from app.memberships.policy import can_reach
from app.memberships.queries import circle_of
from app.memberships.sheets import HEADS, person_cells
from app.people.writing_to import letter_to
from app.sheets.answers import exported
from app.sheets.workbook import Sheet
from app.web.guard import signed_in
from app.web.htmx import page
from app.web.i18n import translate
from app.web.transaction import afterwards

bp = Blueprint("directory_sheets", __name__)

OF_A_PERSON = HEADS[:8]


@bp.get("/people.csv", defaults={"kind": "csv"})
@bp.get("/people.xlsx", defaults={"kind": "xlsx"})
@signed_in
def people(kind: str) -> ResponseReturnValue:
    """Give the people that were sought as a list; that it was fetched is noted in the log."""
    asked, sought, _ = asked_for()
    found = all_found(sought, seen_by=me(), order=asked.order, backwards=asked.backwards)
    networks = network_names(sought, seen_by=me())
    circle = circle_of(me())
    rows = [(*person_cells(each, can_reach(me(), each, circle)), ", ".join(networks.get(each.id, ())))
            for each in found]  # fmt: skip
    return _file(kind, translate("Personer"), OF_A_PERSON, rows)


@bp.get("/people/addresses")
@signed_in
def addresses() -> ResponseReturnValue:
    """Show the addresses of those who were sought, as far as one may reach them; that is noted in the log."""
    asked, sought, _ = asked_for()
    found = all_found(sought, seen_by=me(), order=asked.order, backwards=asked.backwards)
    circle = circle_of(me())
    letter = letter_to(each.email for each in found if can_reach(me(), each, circle))
    by, subject = (me().id, me().name), translate("Adresser")
    afterwards(lambda: note_once(What.EXPORTED, by=by, subject=subject))
    return page(
        "directory/addresses.html", here="people", asked=asked, letter=letter, hidden=len(found) - len(letter.to)
    )


@bp.get("/municipalities.csv", defaults={"kind": "csv"})
@bp.get("/municipalities.xlsx", defaults={"kind": "xlsx"})
@signed_in
def municipalities(kind: str) -> ResponseReturnValue:
    """Give the municipalities that were sought as a list; that it was fetched is noted in the log."""
    _, found = places_listed(request.args)
    return _file(kind, translate("Kommuner"), PLACE_HEADS, rows_of(found))


def _file(kind: str, title: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> ResponseReturnValue:
    sheet = Sheet(title, [translate(head) for head in heads], rows)
    return exported(kind, [sheet], subject=title, by=(me().id, me().name))
