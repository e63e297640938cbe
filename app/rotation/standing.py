"""One turn list as it stands: who is on it and can, whose turn each meeting is, and who comes after."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from app import clock
from app.networks.kinds import Role
from app.networks.models import Network
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.rotation.given import Given
from app.rotation.kinds import Place, TurnKind
from app.rotation.models import Turn, TurnList
from app.rotation.queue import Allotted, allot


@dataclass
class Standing:
    """A list with the meetings it is about."""

    rota: TurnList
    network: Network
    meetings: Sequence[Occasion]
    turns: Sequence[Turn]
    _able: dict[date, set[UUID]] = field(default_factory=dict)

    @property
    def kind(self) -> TurnKind:
        """What goes round."""
        return self.rota.kind

    @cached_property
    def allotted(self) -> Allotted[UUID, UUID]:
        """What follows from the order and from what was settled."""
        passed: defaultdict[UUID, set[UUID]] = defaultdict(set)
        for turn in self.turns:
            if turn.is_skipped:
                passed[turn.occasion_id].add(turn.key)
        return allot(
            [each.key for each in self.rota.places],
            [each.id for each in self._counted],
            settled={each.occasion_id: each.key for each in self.turns if not each.is_skipped},
            passed_over=passed,
            can=self.can,
        )

    @property
    def coming(self) -> list[Given]:
        """Whose turn it is at each meeting that has not begun."""
        now = clock.now()
        return [self._given(each) for each in self._counted if each.starts_at > now]

    @property
    def begun(self) -> list[tuple[Occasion, Place | None]]:
        """Whose turn it was at each meeting that has been called and has begun."""
        now = clock.now()
        return [(each, self.at(each)) for each in self._counted if each.starts_at <= now]

    def queue_at(self, moment: datetime) -> list[Place]:
        """Return the order as it is when the meetings that had begun by a moment have moved theirs to its end."""
        had = {each.id: place.key for each, place in self.begun if place is not None and each.starts_at <= moment}
        order = [each.key for each in self.rota.places]
        queue = allot(order, list(had), settled=had, passed_over={}, can=lambda *_: True).queue
        return [Place(key, self._names[key]) for key in queue]

    @property
    def waiting(self) -> list[tuple[Place, Occasion | None]]:
        """Those who can have a turn today, in order, each with the first meeting that is theirs."""
        able = self._able_on(clock.today())
        theirs = {given.place.key: given.occasion for given in reversed(self.coming) if given.place is not None}
        return [(each, theirs.get(each.key)) for each in self.queue_at(clock.now()) if each.key in able]

    @property
    def able(self) -> set[UUID]:
        """The ids of those who could be on the list today."""
        return self._able_on(clock.today())

    @property
    def away(self) -> list[Place]:
        """Those on the list who can't have a turn today: they have left, or nobody comes from there."""
        able = self._able_on(clock.today())
        return [Place(each.key, self._names[each.key]) for each in self.rota.places if each.key not in able]

    def name_of(self, key: UUID) -> str:
        """Return what somebody is called who is on the list, could be, or was given a turn."""
        return self._names[key]

    def at(self, occasion: Occasion) -> Place | None:
        """Return whose turn a meeting is; nobody, when the list does not reach it."""
        key = self.allotted.turns.get(occasion.id)
        return Place(key, self._names[key]) if key is not None else None

    def next_after_all(self) -> Place | None:
        """Return who would have the next meeting, one that is not yet planned."""
        key = next((each for each in self.allotted.queue if each in self.able), None)
        return Place(key, self._names[key]) if key is not None else None

    def has(self, key: UUID) -> bool:
        """Whether somebody is on the list."""
        return any(each.key == key for each in self.rota.places)

    @cached_property
    def _counted(self) -> list[Occasion]:
        """A draft whose day has gone was never held."""
        now = clock.now()
        kept = (each for each in self.meetings if each.starts_at >= self.rota.counted_from)
        return [each for each in kept if each.state is OccasionState.CALLED or each.starts_at > now]

    @cached_property
    def _names(self) -> dict[UUID, str]:
        kept = self.network.memberships
        now = {} if self.kind.is_of_places else {each.person_id: each.person.name for each in kept}
        given = {each.key: each.name for each in self.turns}
        return given | {each.key: each.name for each in self.rota.places} | now

    @cached_property
    def _by_id(self) -> dict[UUID, Occasion]:
        return {each.id: each for each in self._counted}

    @cached_property
    def _were_theirs(self) -> set[tuple[UUID, UUID]]:
        return {(each.occasion_id, each.key) for each in self.turns if not each.is_skipped}

    def _given(self, occasion: Occasion) -> Given:
        of_this = [each for each in self.turns if each.occasion_id == occasion.id]
        place = self.at(occasion)
        settled = any(not each.is_skipped and place is not None and each.key == place.key for each in of_this)
        return Given(occasion, place, settled, [each for each in of_this if each.is_skipped])

    def can(self, occasion_id: UUID, key: UUID) -> bool:
        """Whether somebody can have the turn at a meeting of the list."""
        occasion = self._by_id[occasion_id]
        if occasion.starts_at <= clock.now() and (occasion_id, key) in self._were_theirs:
            return True
        return key in self._able_on(occasion.day)

    def _able_on(self, day: date) -> set[UUID]:
        if day not in self._able:
            kept = [m for m in self.network.memberships if m.role is not Role.GUEST and m.is_active_on(day)]
            places = {m.municipality_id for m in kept if m.municipality_id is not None}
            self._able[day] = places if self.kind.is_of_places else {m.person_id for m in kept}
        return self._able[day]
