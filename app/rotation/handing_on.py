"""Handing on one's turns: somebody else has them and the place in the order, or the list goes on without."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from uuid import UUID

from app import clock, db
from app.networks.kinds import Role
from app.occasions.models import Occasion
from app.people.models import Person
from app.rotation.actions import CannotTakeTurns
from app.rotation.kinds import Place
from app.rotation.models import Turn
from app.rotation.queue import kept_as
from app.rotation.settling import clear, count_anew, note
from app.rotation.standing import Standing
from app.wording import N_


def hand_on(
    standing: Standing, key: UUID, heir: Place, *, from_day: date, by: Person, will_belong: bool = False
) -> None:
    """Let somebody have another's place in the order, and their turns from a day on; the others keep theirs.

    Who hands on keeps the turns before that day. will_belong: the heir is about to be a member from then on, if not
    one already. Twice is as once. Raises CannotTakeTurns.
    """
    if not will_belong and heir.key not in _those_who_will(standing, from_day):
        raise CannotTakeTurns(N_("Välj någon som är med i nätverket då."))
    if not holds(standing, key) or heir.key == key:
        return
    now_theirs = {each.occasion: each.place for each in standing.coming if each.place is not None}
    wanted = {each: heir if _goes(each, place.key, key, from_day) else place for each, place in now_theirs.items()}
    order = standing.queue_at(clock.now())
    if not standing.has(heir.key):
        order = [heir if each.key == key else each for each in order]
    soon = {each.id for each in now_theirs if will_belong and each.day >= from_day}

    def can(meeting: UUID, who: UUID) -> bool:
        return (who == heir.key and meeting in soon) or standing.can(meeting, who)

    gone = _settled(standing, key, from_day)
    _arrange(standing, [each for each in order if each.key != key], wanted, instead=gone, can=can, by=by)


def take_off(standing: Standing, key: UUID, *, from_day: date, by: Person) -> None:
    """Let a list go on without somebody, who keeps the turns before a day; the order then says whose the others are."""
    if not holds(standing, key):
        return
    theirs = {each.occasion: each.place for each in standing.coming if each.place is not None and each.place.key == key}
    kept = {each: place for each, place in theirs.items() if each.day < from_day}
    order = [each for each in standing.queue_at(clock.now()) if each.key != key]
    _arrange(standing, order, kept, instead=_settled(standing, key, from_day), can=standing.can, by=by)


def holds(standing: Standing, key: UUID) -> bool:
    """Whether somebody is on the list, or has a turn to come."""
    return standing.has(key) or any(each.place is not None and each.place.key == key for each in standing.coming)


def _goes(occasion: Occasion, whose: UUID, key: UUID, from_day: date) -> bool:
    return whose == key and occasion.day >= from_day


def _settled(standing: Standing, key: UUID, from_day: date) -> list[Turn]:
    """Return the turns to come that were settled to be somebody's, from a day on."""
    coming = {each.occasion for each in standing.coming}
    settled = (each for each in standing.turns if not each.is_skipped and each.occasion in coming)
    return [each for each in settled if _goes(each.occasion, each.key, key, from_day)]


def _arrange(
    standing: Standing,
    order: list[Place],
    wanted: Mapping[Occasion, Place],
    *,
    instead: Collection[Turn],
    can: Callable[[UUID, UUID], bool],
    by: Person,
) -> None:
    """Keep this order, and settle what it would say otherwise than is wanted; instead are turns that no longer hold."""
    coming = [each.occasion.id for each in standing.coming]
    ahead = [each for each in standing.turns if each.occasion_id in coming]
    settled = {each.occasion_id: each.key for each in ahead if not each.is_skipped and each not in instead}
    passed_on = {each.occasion_id: wanted[each.occasion].key for each in instead if each.occasion in wanted}
    needed = kept_as(
        [each.key for each in order], coming, passed_over=_passed_over(ahead), can=can,
        settled=settled | {each: who for each, who in passed_on.items() if can(each, who)},
        wanted={occasion.id: place.key for occasion, place in wanted.items()},
    )  # fmt: skip
    new = {each: place for each, place in wanted.items() if needed.get(each.id) != settled.get(each.id)}
    count_anew(standing, order)
    for turn in (each for each in instead if each.occasion not in new):
        db.session.delete(turn)
    _settle(standing, new, by=by)


def _settle(standing: Standing, turns: Mapping[Occasion, Place], *, by: Person) -> None:
    for occasion, place in turns.items():
        clear(standing, occasion, but_skips_of_others=place.key)
        note(standing, occasion, place, by=by)
    db.session.flush()


def _passed_over(turns: Collection[Turn]) -> dict[UUID, set[UUID]]:
    return {
        turn.occasion_id: {each.key for each in turns if each.is_skipped and each.occasion_id == turn.occasion_id}
        for turn in turns
    }


def _those_who_will(standing: Standing, day: date) -> set[UUID | None]:
    """Return who can have a turn on a day or later."""
    lasting = (each for each in standing.network.memberships if each.ends_on is None or each.ends_on >= day)
    kept = [each for each in lasting if each.role is not Role.GUEST and not each.never_applied]
    return {each.municipality_id if standing.kind.is_of_places else each.person_id for each in kept}
