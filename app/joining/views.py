"""Joining a network, asking to, taking it back; and letting people in."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.joining import actions, policy, queries
from app.joining.forms import ApproveForm, AskForm, DeclineForm
from app.joining.models import JoinRequest
from app.networks.models import Network
from app.networks.queries import network_for
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page
from app.wording import N_, Refusal

bp = Blueprint("joining", __name__, url_prefix="/networks/<slug>")

ONLY_COORDINATORS = N_("Bara samordnaren svarar på vem som får gå med.")


@bp.post("/join")
@signed_in
def join(slug: str) -> ResponseReturnValue:
    """Become a member today of a network that is open to all."""
    network = network_for(me(), slug)
    actions.join(network, me())
    return done(network.path, say=_("Du är med i %(network)s.", network=network.name))


@bp.route("/ask", methods=["GET", "POST"])
@signed_in
def ask(slug: str) -> ResponseReturnValue:
    """Ask to become a member, with a word to the coordinators."""
    network = network_for(me(), slug)
    if not policy.can_ask(me(), network):
        return done(network.path)
    form = AskForm()
    if form.validate_on_submit():
        actions.ask(network, me(), form.message.data or "")
        return done(network.path, say=_("Din fråga är skickad till samordnaren. Svaret kommer hit och med e-post."))
    status = 422 if form.errors else 200
    return page("joining/ask.html", status, here="networks", network=network, form=form)


@bp.post("/ask/withdraw")
@signed_in
def withdraw(slug: str) -> ResponseReturnValue:
    """Take one's own request back."""
    network = network_for(me(), slug)
    asked = queries.own_request(me(), network)
    if asked is not None and asked.is_waiting:
        actions.withdraw(asked, by=me())
    return done(network.path, say=_("Din fråga är återtagen."))


@bp.get("/requests/<uuid:request_id>")
def show(slug: str, request_id: UUID) -> ResponseReturnValue:
    """Show who wants to join, and let a coordinator answer."""
    return _asked(_to_answer(slug, request_id))


@bp.post("/requests/<uuid:request_id>/approve")
def approve(slug: str, request_id: UUID) -> ResponseReturnValue:
    """Let somebody in."""
    request = _to_answer(slug, request_id)
    form = ApproveForm()
    if not _done(form, "role", lambda: actions.approve(request, form.term(), by=me())):
        return _asked(request, approve=form)
    return _back(request.network, _("%(name)s är med i nätverket.", name=request.person.name))


@bp.post("/requests/<uuid:request_id>/decline")
def decline(slug: str, request_id: UUID) -> ResponseReturnValue:
    """Say no, with a word."""
    request = _to_answer(slug, request_id)
    form = DeclineForm()
    if not _done(form, "answer", lambda: actions.decline(request, form.answer.data or "", by=me())):
        return _asked(request, decline=form)
    return _back(request.network, _("%(name)s får ditt svar.", name=request.person.name))


def _to_answer(slug: str, request_id: UUID) -> JoinRequest:
    """Find a request, for one who may answer it."""
    network = network_for(me(), slug)
    authorize(policy.can_answer_requests(me(), network), ONLY_COORDINATORS)
    return queries.request_in(network, request_id)


def _done(form: ApproveForm | DeclineForm, beside: str, work: Callable[[], object]) -> bool:
    """Do what was asked for, if nothing was mistaken; a refusal stands in the form."""
    if not form.validate_on_submit():
        return False
    try:
        work()
    except Refusal as refusal:
        form.refuse(beside, refusal.message)
        return False
    return True


def _back(network: Network, say: str) -> ResponseReturnValue:
    """Go on to the next who waits, or to the network's page."""
    left = queries.waiting_in(network)
    where = url_for(".show", slug=network.slug, request_id=left[0].id) if left else network.path
    return done(where, say=say)


def _asked(
    request: JoinRequest, *, approve: ApproveForm | None = None, decline: DeclineForm | None = None
) -> ResponseReturnValue:
    failed = bool((approve and approve.errors) or (decline and decline.errors))
    return page(
        "joining/request.html",
        422 if failed else 200,
        here="networks",
        failed=failed,
        network=request.network,
        asked=request,
        approve=approve or ApproveForm(formdata=None, starts_on=clock.today()),
        decline=decline or DeclineForm(formdata=None),
    )
