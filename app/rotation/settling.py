"""Writing down whose turn it was, so that it stays said whoever leaves and however the order is changed."""

from datetime import datetime, timedelta
from uuid import UUID

from app import clock, db
from app.occasions.models import Occasion
from app.people.models import Person
from app.rotation.kinds import Place
from app.rotation.models import Turn
from app.rotation.queries import lists_of, networks_with_turns
from app.rotation.standing import Standing

REMEMBERED = timedelta(days=7)
"""How long a meeting's page and its minutes ask the list itself whose turn it was."""


def note(
    standing: Standing, occasion: Occasion, place: Place, *, by: Person | None, word: str = "", is_skipped: bool = False
) -> None:
    """Write down whose turn a meeting is, or who is passed over. by: nobody, where the order itself said so."""
    turn = Turn(
        list_id=standing.rota.id, occasion_id=occasion.id, key=place.key, name=place.name, is_skipped=is_skipped,
        word=word, settled_by=by.name if by is not None else "",
    )  # fmt: skip
    db.session.add(turn)


def clear(standing: Standing, occasion: Occasion, *, but_skips_of_others: UUID) -> None:
    """Take away whose turn was settled for a meeting, and that this one was passed over."""
    for turn in standing.turns:
        if turn.occasion_id == occasion.id and (not turn.is_skipped or turn.key == but_skips_of_others):
            db.session.delete(turn)
    db.session.flush()


def settle(standing: Standing) -> None:
    """Write down what the order has said of the meetings that have begun."""
    settled = {each.occasion_id for each in standing.turns if not each.is_skipped}
    for occasion, place in standing.begun:
        if place is not None and occasion.id not in settled:
            note(standing, occasion, place, by=None)
    db.session.flush()


def count_anew(standing: Standing, order: list[Place]) -> None:
    """Let this order be what is kept, and count on from here."""
    settle(standing)
    standing.rota.places, standing.rota.counted_from = order, clock.now()
    db.session.flush()


def _count_on(standing: Standing, moment: datetime) -> None:
    """Let the order be what it was after the meetings that had begun by then: they need not be counted again."""
    if any(occasion.starts_at < moment for occasion, _ in standing.begun):
        standing.rota.places, standing.rota.counted_from = standing.queue_at(moment), moment
        db.session.flush()


def settle_begun(at: datetime) -> None:
    """Do so in every network where a meeting has begun by a moment."""
    for network in networks_with_turns(begun=at):
        for standing in lists_of(network):
            settle(standing)
            _count_on(standing, at - REMEMBERED)
