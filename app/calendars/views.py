"""The calendar: a month and its list."""

from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from app import clock
from app.accounts.current import me
from app.calendars import queries
from app.calendars.entries import ListedWeek, by_week
from app.calendars.month import Month, month_asked
from app.calendars.squares import days_shown, squares_of
from app.networks.models import Network
from app.web import dates
from app.web.date_words import words_of
from app.web.guard import signed_in
from app.web.htmx import page
from app.web.i18n import language

bp = Blueprint("calendars", __name__)
LIST = "list"


@bp.get("/calendar")
@signed_in
def show() -> ResponseReturnValue:
    """Show what the networks hold in a month: as squares with a list below, or as a list alone."""
    month, understood = month_asked(request.args.get("month", ""), today=clock.today())
    view = LIST if request.args.get("view") == LIST else "month"
    networks = queries.networks_of(me())
    chosen = networks.named(request.args.getlist("n"))
    first, last = (month.first, month.last) if view == LIST else days_shown(month)
    entries = queries.entries_between(me(), first=first, last=last, networks=networks, chosen=chosen)
    return page(
        "calendars/show.html",
        here="calendar",
        month=month,
        name=_name(month),
        weekdays=_weekdays(),
        understood=understood,
        view=view,
        rows=squares_of(month, entries, language=language()) if view != LIST else (),
        **_list(by_week(entries, since=first), month),
        how_many=len(entries),
        networks=networks,
        chosen=chosen,
        too_many=len(entries) == queries.MOST,
        **_addresses(month, view, chosen),
    )


def _addresses(month: Month, view: str, chosen: list[Network]) -> dict[str, Any]:
    """Return where the page leads, with the same networks chosen: each address, and for months what they are called."""

    def to(other: Month, how: str = view) -> str:
        slugs = [each.slug for each in chosen]
        return url_for(".show", month=str(other), view=how if how == LIST else None, n=slugs or None)

    today = clock.today()
    return {
        "before": (to(month.before), _name(month.before)) if month.before else None,
        "this_month": to(Month(today.year, today.month)),
        "after": (to(month.after), _name(month.after)) if month.after else None,
        "as_month": to(month, "month"),
        "as_list": to(month, LIST),
    }


def _list(weeks: list[ListedWeek], month: Month) -> dict[str, Any]:
    """Return this month's weeks that are over apart from the others; of other months, all are shown alike."""
    today = clock.today()
    if month != Month(today.year, today.month):
        return {"earlier": [], "weeks": weeks}
    return {
        "earlier": [week for week in weeks if week.is_over(today)],
        "weeks": [week for week in weeks if not week.is_over(today)],
    }


def _name(month: Month) -> str:
    return f"{dates.month_name(month.number, language=language()).capitalize()} {month.year}"


def _weekdays() -> list[tuple[str, str]]:
    """Return the days of the week, short and whole."""
    words = words_of(language())
    return list(zip(words.short_days, words.days, strict=True))
