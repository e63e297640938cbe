"""What can happen to a turn list: it is made and put in order; turns are given, swapped and passed over."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.exc import NoResultFound

from app import clock, db
from app.networks.models import Network
from app.occasions.models import Occasion
from app.people.models import Person
from app.places.models import Municipality
from app.rotation.kinds import Place, TurnKind
from app.rotation.models import TurnList
from app.rotation.queries import lists_of
from app.rotation.queue import moved
from app.rotation.settling import clear, count_anew, note
from app.rotation.standing import Standing
from app.wording import N_, Refusal


class CannotTakeTurns(Refusal):
    """Nobody who is on the list, or could be, was chosen."""


class NothingToSwap(Refusal):
    """Two meetings with somebody each are needed."""


def start(network: Network, kind: TurnKind, choices: Sequence[Person | Municipality]) -> TurnList:
    """Make a list of all who could be on it, in the order given. Does nothing when there is one."""
    kept = next((each.rota for each in lists_of(network) if each.kind is kind), None)
    if kept is not None:
        return kept
    made = TurnList(network_id=network.id, kind=kind, counted_from=clock.now())
    made.places = [Place(each.id, each.name) for each in choices]
    db.session.add(made)
    db.session.flush()
    return made


def stop(standing: Standing) -> None:
    """Take a list away, with what was settled in it."""
    db.session.delete(standing.rota)
    db.session.flush()


def add(standing: Standing, place: Place) -> None:
    """Put somebody at the end. Raises CannotTakeTurns."""
    if place.key not in standing.able:
        raise CannotTakeTurns(N_("Välj någon som är med i nätverket i dag."))
    if not standing.has(place.key):
        count_anew(standing, [*standing.queue_at(clock.now()), place])


def drop(standing: Standing, key: UUID) -> None:
    """Take somebody off the list. Raises NoResultFound."""
    _must_have(standing, key)
    standing.rota.places = [each for each in standing.rota.places if each.key != key]
    db.session.flush()


def move(standing: Standing, key: UUID, *, up: bool) -> None:
    """Let somebody change places with the one before or after them. Raises NoResultFound."""
    _must_have(standing, key)
    queue = {each.key: each for each in standing.queue_at(clock.now())}
    count_anew(standing, [queue[each] for each in moved(list(queue), key, up=up, among=standing.able)])


def give(standing: Standing, occasion: Occasion, place: Place, *, by: Person) -> None:
    """Settle whose turn a coming meeting is. Raises CannotTakeTurns."""
    if place.key not in standing.able:
        raise CannotTakeTurns(N_("Välj någon som är med i nätverket i dag."))
    clear(standing, occasion, but_skips_of_others=place.key)
    note(standing, occasion, place, by=by)
    db.session.flush()


def swap(standing: Standing, one: Occasion, other: Occasion, *, by: Person) -> None:
    """Let those who have two coming meetings have each other's. Raises NothingToSwap."""
    first, second = standing.at(one), standing.at(other)
    if one is other or first is None or second is None:
        raise NothingToSwap(N_("Välj ett annat möte att byta med."))
    for occasion, place in ((one, second), (other, first)):
        clear(standing, occasion, but_skips_of_others=place.key)
    for occasion, place in ((one, second), (other, first)):
        note(standing, occasion, place, by=by)
    db.session.flush()


def pass_over(standing: Standing, occasion: Occasion, *, word: str, by: Person) -> None:
    """Pass over whoever has a coming meeting; the next in order has it, and theirs comes at the one after."""
    place = standing.at(occasion)
    if place is None:
        raise CannotTakeTurns(N_("Ingen står på tur då."))
    clear(standing, occasion, but_skips_of_others=place.key)
    note(standing, occasion, place, by=by, word=word, is_skipped=True)
    db.session.flush()


def let_the_order_say(standing: Standing, occasion: Occasion) -> None:
    """Undo all that was settled for a coming meeting."""
    for turn in [each for each in standing.turns if each.occasion_id == occasion.id]:
        db.session.delete(turn)
    db.session.flush()


def _must_have(standing: Standing, key: UUID) -> None:
    if not standing.has(key):
        raise NoResultFound
