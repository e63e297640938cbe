"""A network's members as a file, as they were sought on its page."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from app import clock
from app.accounts.current import me
from app.memberships import policy, queries
from app.memberships.forms import DayForm
from app.memberships.listing import listed
from app.memberships.roster import roster_on
from app.memberships.sheets import HEADS, rows_of
from app.sheets.answers import exported
from app.sheets.workbook import Sheet
from app.web.guard import signed_in
from app.web.i18n import translate

bp = Blueprint("member_sheets", __name__)


@bp.get("/networks/<slug>/members.csv", defaults={"kind": "csv"})
@bp.get("/networks/<slug>/members.xlsx", defaults={"kind": "xlsx"})
@signed_in
def members(slug: str, kind: str) -> ResponseReturnValue:
    """Give the members that were sought as a list; that it was fetched is noted in the log."""
    network = queries.network_with_roster(me(), slug)
    asked = DayForm(formdata=request.args)
    asked.validate()
    roster = roster_on(asked.on.data or clock.today(), network.memberships)
    found = listed(url_for("memberships.roster", slug=slug), request.args, roster.seats).found
    circle = queries.circle_of(me())
    rows = rows_of(network, found, reachable=lambda person: policy.can_reach(me(), person, circle), word=translate)
    sheet = Sheet(network.name, [translate(head) for head in HEADS], rows)
    subject = f"{translate('Medlemmar')}, {network.name}"
    return exported(kind, [sheet], subject=subject, by=(me().id, me().name))
