"""The roster's page, put together: the people of a day, those who may be added, and who is missing."""

from flask import Response, request
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.memberships import policy, queries
from app.memberships.forms import AddForm, DayForm
from app.memberships.roster import missing_from, roster_on
from app.networks.kinds import NetworkKind
from app.networks.models import Network
from app.people.queries import people_to_choose
from app.places.queries import municipalities
from app.web.htmx import page_or_fragment


def roster_page(network: Network, form: AddForm | None = None, *, say: str = "") -> Response:
    """Answer with the roster: of today, with a form for who may change it, or of the day that ?on= asks for."""
    asked = DayForm(formdata=request.args)
    asked.validate()
    day = asked.on.data or clock.today()
    roster = roster_on(day, network.memberships)
    circle = queries.circle_of(me())
    everywhere = municipalities() if network.kind is not NetworkKind.WORKING_GROUP else ()
    return page_or_fragment(
        "memberships/roster.html",
        "memberships/_roster.html",
        422 if asked.errors or (form and form.errors) else 200,
        say=say,
        here="networks",
        network=network,
        roster=roster,
        day=day,
        is_today=day == clock.today(),
        asked=asked,
        failed=bool(asked.errors),
        form=_offered(form, network),
        is_open=form is not None or "add" in request.args,
        reachable={each.person.id for each in roster.seats if policy.can_reach(me(), each.person, circle)},
        missing=missing_from(roster, everywhere),
    )


def _offered(form: AddForm | None, network: Network) -> AddForm | None:
    if not policy.can_change_members(me(), network):
        return None
    form = form or AddForm(formdata=None, starts_on=clock.today())
    if not form.person.known:
        form.person.offer(people_to_choose(), empty=_("Välj en person"))
    return form
