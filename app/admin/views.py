"""The administrator's desk: whose intranet it is, and the log."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.admin import policy
from app.admin.forms import OrganisationForm
from app.admin.log_rows import HEADS, cells, label, more
from app.audit import queries as log_queries
from app.audit.actions import What
from app.audit.models import AuditEntry
from app.organisation.actions import describe
from app.organisation.queries import the_organisation
from app.people.addresses import clean_address
from app.seats.queries import vacancies
from app.sheets.answers import exported
from app.sheets.workbook import Sheet
from app.web.filters import day
from app.web.guard import authorize
from app.web.htmx import done, page
from app.web.i18n import translate
from app.wording import N_

bp = Blueprint("admin", __name__, url_prefix="/admin")
ONLY_ADMINISTRATORS = N_("Bara den som administrerar Knutpunkt kan öppna det här.")


@bp.get("")
def index() -> ResponseReturnValue:
    """Show everything there is to administer."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    return page("admin/index.html", vacant=sum(each.number for each in vacancies(me())))


@bp.route("/organisation", methods=["GET", "POST"])
def organisation() -> ResponseReturnValue:
    """Say whose intranet it is and whom to ask."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    form = OrganisationForm(obj=the_organisation())
    if not form.validate_on_submit():
        return page("admin/organisation.html", 422 if form.is_submitted() else 200, form=form)
    describe(
        name=form.name.data or "",
        region=form.region.data or "",
        contact_name=form.contact_name.data or "",
        contact_email=clean_address(form.contact_email.data or ""),
        contact_phone=form.contact_phone.data or "",
        about=form.about.data or "",
    )
    return done(url_for(".index"), say=_("Uppgifterna om organisationen är sparade."))


@bp.get("/log")
def log() -> ResponseReturnValue:
    """Show who did what, a hundred lines at a time."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    what = _kind()
    total = log_queries.count_entries(what=what)
    last = max(1, -(-total // log_queries.PAGE))
    here = min(max(request.args.get("page", 1, type=int), 1), last)
    rows = [(each, label(each), _told(each, day)) for each in log_queries.entries(what=what, page=here)]
    return page("admin/log.html", rows=rows, what=what, kinds=list(What), total=total, here_page=here, last_page=last)


@bp.get("/log.csv")
def log_csv() -> ResponseReturnValue:
    """Give the log as a list for a spreadsheet; that it was fetched is noted in the log."""
    authorize(policy.can_administer(me()), ONLY_ADMINISTRATORS)
    found = log_queries.entries_to_export(what=_kind())
    rows = [cells(each, told=translate(label(each)), further=_told(each, date.isoformat)) for each in found]
    sheet = Sheet(_("Logg"), [translate(head) for head in HEADS], rows)
    return exported("csv", [sheet], subject=_("Logg"), by=(me().id, me().name))


def _kind() -> What | None:
    asked = request.args.get("what", "")
    return What(asked) if asked in set(What) else None


def _told(entry: AuditEntry, as_text: Callable[[date], str]) -> str:
    """Return a line's details in words. as_text writes the days in them: to be read, or to be sorted in a list."""
    found = ((name, as_text(value) if isinstance(value, date) else translate(value)) for name, value in more(entry))
    return ", ".join(f"{translate(name)} {value}".strip() for name, value in found)
