"""What the pages of the turn lists have in common: the door, the list to change, and how they answer."""

from collections.abc import Callable
from uuid import UUID

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from app.accounts.current import me
from app.networks.models import Network
from app.networks.queries import network_for
from app.occasions.models import Occasion
from app.places.queries import municipalities
from app.rotation import policy, queries
from app.rotation.kinds import NOBODY, Place, TurnKind
from app.rotation.standing import Standing
from app.web.guard import authorize
from app.web.htmx import done, page
from app.wording import N_, Message, Refusal


def tried(slug: str, kind: str, act: Callable[[Standing], None], say: str) -> ResponseReturnValue:
    """Do something with a list as it is now, and answer that it was done, or why not."""
    standing = standing_of(slug, kind)
    try:
        act(standing)
    except Refusal as refusal:
        return shown(standing.network, refusal.message)
    return changed(slug, standing.kind, say)


def shown(network: Network, trouble: Message | None = None) -> ResponseReturnValue:
    """Answer with all lists of a network, and why what was just tried did not work."""
    keeps = policy.can_keep_turns(me(), network)
    lists = {each.kind: each for each in queries.lists_of(network)}
    places = municipalities() if keeps else ()
    could = {kind: queries.those_who_could(network, kind, places) for kind in TurnKind} if keeps else {}
    return page(
        "rotation/index.html", 422 if trouble else 200, here="networks", failed=trouble is not None, network=network,
        keeps=keeps, kinds=list(TurnKind), lists=lists, could=could, trouble=trouble,
        history=queries.history_of(network),
    )  # fmt: skip


def changed(slug: str, kind: TurnKind, say: str) -> ResponseReturnValue:
    """Answer that a list was changed: back on its place on the page."""
    return done(f"{url_for('turns.index', slug=slug)}#{kind.value}", say=say)


def network_to_keep(slug: str) -> Network:
    """Return a network whose lists the person keeps. Raises NoResultFound and NotAllowed."""
    network = network_for(me(), slug)
    told = N_("Bara samordnaren kan ändra turlistorna, och inte när nätverket är vilande.")
    authorize(policy.can_keep_turns(me(), network), told)
    return network


def standing_of(slug: str, kind: str) -> Standing:
    """Return a list to change; until the request ends nobody else does. Raises NoResultFound and NotAllowed."""
    return queries.list_to_change(network_to_keep(slug), kind_of(kind))


def kind_of(kind: str) -> TurnKind:
    """Return the kind in an address; another word is no page (404)."""
    if kind not in set(TurnKind):
        abort(404)
    return TurnKind(kind)


def coming_in(standing: Standing, occasion_id: UUID) -> Occasion:
    """Return a meeting of the list that has not begun; another is no page (404)."""
    found = next((each.occasion for each in standing.coming if each.occasion.id == occasion_id), None)
    if found is None:
        abort(404)
    return found


def place_of(standing: Standing, key: UUID | None) -> Place:
    """Return who was chosen, with the name; nobody, when it is none of those who could be."""
    network, places = standing.network, municipalities() if standing.kind.is_of_places else ()
    could = queries.those_who_could(network, standing.kind, places)
    return next((Place(each.id, each.name) for each in could if each.id == key), NOBODY)
