"""The turns to come, and the places on turn lists, that somebody has in the networks they belong to."""

from collections.abc import Iterable, Sequence

from app import clock
from app.handover.policy import can_give_turns
from app.handover.things import Held, Queued
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.occasions.kinds import OccasionState
from app.people.models import Person
from app.places.models import Municipality
from app.rotation.handing_on import holds
from app.rotation.kinds import Place, TurnKind
from app.rotation.policy import can_keep_turns
from app.rotation.queries import lists_in, those_who_could
from app.rotation.standing import Standing


def queued(person: Person, held: Sequence[Held], *, reader: Person) -> list[Queued]:
    """Return somebody's turns by what they hold in networks, whose people are loaded; in the networks' order."""
    mine = [each.membership for each in held if each.membership.role is not Role.GUEST]
    networks = list(dict.fromkeys(each.network for each in mine))
    return [
        _queued(standing, place, person, held, reader)
        for standing in (lists_in(networks) if networks else [])
        for place in _places(standing, person, mine)
        if holds(standing, place.key)
    ]


def _places(standing: Standing, person: Person, mine: Iterable[Membership]) -> list[Place]:
    """Return what stands for somebody on a list: themself, or the municipalities that only they come from."""
    if not standing.kind.is_of_places:
        return [Place(person.id, person.name)]
    here = (each.municipality for each in mine if each.network is standing.network)
    alone = (each for each in here if each is not None and not _has_others(standing.network, each, person))
    return [Place(each.id, each.name) for each in dict.fromkeys(alone)]


def _has_others(network: Network, place: Municipality, person: Person) -> bool:
    rows = (each for each in network.memberships if each.role is not Role.GUEST and not each.never_applied)
    lasting = (each for each in rows if each.ends_on is None or each.ends_on > clock.today())
    return any(each.municipality_id == place.id and each.person_id != person.id for each in lasting)


def _queued(standing: Standing, place: Place, person: Person, held: Sequence[Held], reader: Person) -> Queued:
    network, keeps = standing.network, can_keep_turns(reader, standing.network)
    theirs = [each for each in standing.coming if each.place is not None and each.place.key == place.key]
    seen = [each for each in theirs if keeps or each.occasion.state is not OccasionState.DRAFT]
    if not can_give_turns(reader, place.key, network):
        return Queued(standing, place, seen)
    if standing.kind is TurnKind.HOST:
        others = {str(each.key): each.name for each in standing.rota.places if each.key in standing.able}
        return Queued(standing, place, seen, (), {key: others[key] for key in others if key != str(place.key)}, True)
    could = (each for each in those_who_could(network, standing.kind, ()) if isinstance(each, Person))
    heirs = [each for each in could if each.id != person.id and each.is_open]
    with_seat = any(each.membership.network is network and each.heirs for each in held)
    return Queued(standing, place, seen, heirs, may_leave=True, with_seat=with_seat)
