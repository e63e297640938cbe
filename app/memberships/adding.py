"""The form that adds somebody to a roster: as a link or a search asks for it, and those who were found for it."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import Response, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from app import clock
from app.accounts.current import me
from app.memberships.forms import AddForm
from app.networks.kinds import Role
from app.networks.models import Network
from app.people.policy import can_manage_people
from app.web.htmx import fragment

_LONGEST = 100
_SOUGHT = {"q", "person", "csrf_token"}


def form_begun() -> AddForm:
    """Return the form as it begins: from today, with whom the address names and what was filled in before a search."""
    begun = {"role": Role.MEMBER.value, "starts_on": clock.today().isoformat()}
    if is_asked_for():
        begun |= dict(parse_qsl(request.args.get("so_far", ""), keep_blank_values=True))
        begun["person"] = ["", *request.args.getlist("person")][-1]  # the last: chosen since the page came
    return AddForm(formdata=MultiDict(begun))


def form_offered(form: AddForm | None) -> AddForm:
    """Return the form with those whom the words that were sought tell of; a form just done with begins anew."""
    offered = form or form_begun()
    if form is None or form.errors:
        offered.person.seek(request.values.get("q", "")[:_LONGEST])
    return offered


def people_found(network: Network) -> Response:
    """Answer with those who are found while one types."""
    form = form_offered(None)
    return fragment("people/_person.html", announced=True, form=form, **whom_to_choose(network, form))


def whom_to_choose(network: Network, form: AddForm) -> dict[str, Any]:
    """Return what the search and the choice are shown with: who is in the network already, whether one may invite."""
    already = {each.id: _("är redan med") for each in network.members_on(clock.today())}
    return {
        "person_field": form.person,
        "beside": already,
        "may_invite": can_manage_people(me()),
        "along": _along(form),
    }


def is_asked_for() -> bool:
    """Whether the address asks for the form."""
    return request.method == "GET" and "add" in request.args


def _along(form: AddForm) -> dict[str, str]:
    """Return what comes along when somebody else is sought: who was chosen, and what has been filled in besides."""
    so_far = request.args.get("so_far", "")
    if form.errors:
        so_far = urlencode([(name, value) for name, value in request.form.items() if name not in _SOUGHT])
    chosen = str(form.person.data) if form.person.person else ""
    return {name: value for name, value in (("add", "1"), ("so_far", so_far), ("person", chosen)) if value}
