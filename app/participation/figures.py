"""The figures of the participation map: meetings, when somebody was last seen, and the seats beside them."""

from dataclasses import dataclass
from datetime import date

from app.participation.seating import Filled
from app.places.models import Municipality


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
