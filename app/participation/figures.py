"""The figures of the participation map: seats, meetings, and when somebody was last seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.memberships.seats import Seat
from app.networks.kinds import Standing
from app.places.models import Municipality
from app.wording import N_


class Stand(StrEnum):
    """How a municipality stands in a network, in one word."""

    ORDINARY = "ordinary"
    DEPUTY = "deputy"
    VACANT = "vacant"
    NONE = "none"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Stand.ORDINARY: N_("ordinarie"),
            Stand.DEPUTY: N_("bara ersättare"),
            Stand.VACANT: N_("vakant"),
            Stand.NONE: N_("ingen plats"),
        }[self]

    @property
    def knot(self) -> str:
        """The knot that stands for it; a dash where there is no seat."""
        return {Stand.ORDINARY: "full", Stand.DEPUTY: "half", Stand.VACANT: "wait"}.get(self, "")


@dataclass(frozen=True, slots=True)
class Filled:
    """Who sits, ordinary representatives and deputies, and of the seats there are, how many are vacant.

    More people than seats do not count as filled seats.
    """

    ordinary: int = 0
    deputies: int = 0
    vacant: int = 0
    seats: int = 0

    @classmethod
    def of(cls, seats: Iterable[Seat], promised: int) -> "Filled":
        """Count a municipality's seats in a network that promises it so many."""
        found = list(seats)
        sitting = [each.standing for each in found if not each.is_vacant]
        vacant = len(found) - len(sitting)
        return cls(sitting.count(Standing.ORDINARY), sitting.count(Standing.DEPUTY), vacant, promised)

    @property
    def filled(self) -> int:
        """How many of the seats have somebody in them."""
        return self.seats - self.vacant

    @property
    def is_any(self) -> bool:
        """Whether there is a seat, or somebody sits there all the same."""
        return self.seats + self.ordinary + self.deputies > 0

    @property
    def stand(self) -> Stand:
        """How the municipality stands: an ordinary representative before a deputy before nobody."""
        if self.ordinary:
            return Stand.ORDINARY
        if self.deputies:
            return Stand.DEPUTY
        return Stand.VACANT if self.vacant else Stand.NONE


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of the year's meetings (those with published minutes) somebody came to, and when last."""

    attended: int
    held: int
    last_seen: date | None
    """The last meeting somebody came to, in this year or the two before."""
    is_silent: bool
    """Whether there have been meetings since, and it is longer ago than what counts as gone."""

    @property
    def share(self) -> float:
        """The part of the meetings somebody came to, 0 to 1; 0 when there were none."""
        return self.attended / self.held if self.held else 0.0

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return round(100 * self.share)


@dataclass(frozen=True, slots=True)
class Cell:
    """One municipality in one network, or the sum of many."""

    filled: Filled
    turnout: Turnout

    @property
    def takes_part(self) -> bool:
        """Whether the municipality has a seat there, or has been seen there."""
        return self.filled.is_any or self.turnout.last_seen is not None


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality: a cell for each network, and its own sums."""

    municipality: Municipality
    cells: tuple[Cell, ...]
    filled: Filled
    turnout: Turnout
    """Each meeting once, though several networks held it."""

    @property
    def takes_part(self) -> bool:
        """Whether the municipality has a seat, or has been seen, in any of the networks."""
        return any(each.takes_part for each in self.cells)
