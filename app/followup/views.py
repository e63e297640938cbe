"""The pages of what was promised and what was decided."""

from uuid import UUID

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.accounts.local_paths import local_path
from app.followup import actions as followup
from app.followup import policy, queries, search
from app.followup.models import Action
from app.networks.queries import network_for
from app.web.guard import authorize, signed_in
from app.web.htmx import done as go_on
from app.web.htmx import fragment, page, wants_fragment
from app.wording import N_

bp = Blueprint("followup", __name__)

ONLY_THESE = N_("Bara den som har lovat det och nätverkets samordnare kan bocka av åtgärden.")


@bp.get("/actions")
@signed_in
def actions() -> ResponseReturnValue:
    """Show what I promised, or what waits in all my networks, or in one network."""
    slug, around = request.args.get("network", ""), request.args.get("show") == "all"
    network = network_for(me(), slug) if slug else None
    waiting, lately = queries.waiting_and_done(me(), network=network, around=around)
    return page(
        "followup/actions.html", here="actions", network=network, around=around and network is None, waiting=waiting,
        lately=lately, may_finish=_may_finish,
    )  # fmt: skip


@bp.post("/actions/<uuid:action_id>/done")
def done(action_id: UUID) -> ResponseReturnValue:
    """Tick off what was promised."""
    action = queries.action_for(me(), action_id)
    authorize(policy.can_finish(me(), action), ONLY_THESE)
    followup.finish(action, by=me())
    return _ticked(action, _("Klart: %(what)s", what=action.what))


@bp.post("/actions/<uuid:action_id>/undo")
def undo(action_id: UUID) -> ResponseReturnValue:
    """Let it wait again."""
    action = queries.action_for(me(), action_id)
    authorize(policy.can_finish(me(), action), ONLY_THESE)
    followup.reopen(action)
    return _ticked(action, _("Väntar igen: %(what)s", what=action.what))


@bp.get("/decisions")
@signed_in
def decisions() -> ResponseReturnValue:
    """Show the decisions that I can read, perhaps only some."""
    networks = search.choosable_networks(me())
    slug, year, words = (request.args.get(name, "").strip()[:200] for name in ("network", "year", "q"))
    network = next((each for each in networks if each.slug == slug), None)
    if slug and network is None:
        abort(404)
    sought = search.Sought(network.id if network else None, _whole(year, most=9999), words)
    found = search.decisions_for(me(), sought, page=_whole(request.args.get("page", ""), most=10_000) or 1)
    unpublished = search.not_yet_published(me(), sought) if words and not found.count else []
    return page(
        "followup/decisions.html", here="decisions", networks=networks, network=network, years=search.years_for(me()),
        sought=sought, found=found, unpublished=unpublished, before=_page_address(found, -1),
        after=_page_address(found, 1),
    )  # fmt: skip


def _ticked(action: Action, say: str) -> ResponseReturnValue:
    if wants_fragment():
        return fragment("followup/_ticked.html", action=action, said=say)
    back = request.form.get("next")
    return go_on(local_path(back) if back else url_for(".actions"), say=say)


def _may_finish(action: Action) -> bool:
    return policy.can_finish(me(), action)


def _whole(text: str, *, most: int) -> int | None:
    """Return a whole number from 1 that came in an address, or nothing when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 and 0 < int(text) <= most else None


def _page_address(found: search.Found, step: int) -> str:
    number = found.page + step
    if not 1 <= number <= found.pages:
        return ""
    return url_for(".decisions", **{**request.args.to_dict(), "page": str(number)})  # type: ignore[arg-type]
