"""The roster's page, put together: the people of a day, those who may be added, and who is missing."""

from flask import Response, request, url_for

from app import clock
from app.accounts.current import me
from app.memberships import adding, policy, queries
from app.memberships.forms import AddForm, DayForm
from app.memberships.listing import listed
from app.memberships.roster import Roster, missing_from, roster_on
from app.networks.kinds import NetworkKind
from app.networks.models import Network
from app.people.writing_to import letter_to
from app.places.queries import municipalities
from app.web.htmx import page_or_fragment, wants_fragment


def roster_page(network: Network, form: AddForm | None = None, *, say: str = "") -> Response:
    """Answer with the roster: of today, with a form for who may change it, or of the day that ?on= asks for."""
    asked = DayForm(formdata=request.args)
    asked.validate()
    roster = roster_on(day := asked.on.data or clock.today(), network.memberships)
    seeks = request.method == "GET" and wants_fragment()
    everywhere = municipalities() if network.kind is not NetworkKind.WORKING_GROUP else ()
    return page_or_fragment(
        "memberships/roster.html",
        "memberships/_listed.html" if seeks else "memberships/_roster.html",
        422 if asked.errors or (form and form.errors) else 200,
        say=say,
        here="networks",
        network=network,
        roster=roster,
        day=day,
        is_today=day == clock.today(),
        asked=asked,
        failed=bool(asked.errors),
        missing=missing_from(roster, everywhere),
        **_people(network, roster),
        **_adding(network, form),
    )


def _people(network: Network, roster: Roster) -> dict[str, object]:
    """Return those of a roster that were sought, and who of all can be written to."""
    circle = queries.circle_of(me())
    reachable = {each.person.id for each in roster.seats if policy.can_reach(me(), each.person, circle)}
    return {
        "listed": listed(url_for("memberships.roster", slug=network.slug), request.args, roster.seats),
        "letter": letter_to(each.person.email for each in roster.seats if each.person.id in reachable),
        "reachable": reachable,
        "announced": wants_fragment() and request.method == "GET",
    }


def _adding(network: Network, form: AddForm | None) -> dict[str, object]:
    """Return the form for who may add somebody, and whether it stands open."""
    if not policy.can_change_members(me(), network):
        return {"form": None}
    offered = adding.form_offered(form)
    return {
        "form": offered,
        "is_open": form is not None or adding.is_asked_for(),
        **adding.whom_to_choose(network, offered),
    }
