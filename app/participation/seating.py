"""How many seats are promised and filled, and how a municipality stands in a network."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.memberships.seats import Seat
from app.networks.kinds import Standing
from app.wording import N_


class Stand(StrEnum):
    """How a municipality stands in a network, in one word."""

    ORDINARY = "ordinary"
    DEPUTY = "deputy"
    VACANT = "vacant"
    BEYOND = "beyond"
    NONE = "none"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Stand.ORDINARY: N_("ordinarie"),
            Stand.DEPUTY: N_("bara ersättare"),
            Stand.VACANT: N_("vakant"),
            Stand.BEYOND: N_("med ändå, utan plats"),
            Stand.NONE: N_("ingen plats"),
        }[self]

    @property
    def knot(self) -> str:
        """The knot that stands for it; a dash where there is no seat."""
        return {Stand.ORDINARY: "full", Stand.DEPUTY: "half", Stand.VACANT: "wait", Stand.BEYOND: "now"}.get(self, "")


@dataclass(frozen=True, slots=True)
class Kind:
    """The seats of one kind, ordinary or deputies': how many are promised, how many of them filled, and who sits."""

    seats: int = 0
    filled: int = 0
    sitting: int = 0
    """How many people: more than there are seats for do not count as filled ones."""

    @classmethod
    def of(cls, seats: Iterable[Seat], promised: int) -> "Kind":
        """Count the seats that a municipality has in a network that promises it so many of the kind."""
        sitting = sum(not each.is_vacant for each in seats)
        return cls(promised, min(promised, sitting), sitting)

    def __add__(self, other: "Kind") -> "Kind":
        """Count two municipalities, or two networks, together."""
        return Kind(self.seats + other.seats, self.filled + other.filled, self.sitting + other.sitting)


@dataclass(frozen=True, slots=True)
class Filled:
    """The seats that are promised and filled, ordinary ones and deputies'."""

    ordinary: Kind = Kind()
    deputies: Kind = Kind()

    @classmethod
    def of(cls, seats: Iterable[Seat], ordinary: int, deputies: int) -> "Filled":
        """Count a municipality's seats in a network that promises it so many."""
        kinds: dict[Standing, list[Seat]] = {each: [] for each in Standing}
        for seat in seats:
            kinds[seat.standing].append(seat)
        return cls(Kind.of(kinds[Standing.ORDINARY], ordinary), Kind.of(kinds[Standing.DEPUTY], deputies))

    def __add__(self, other: "Filled") -> "Filled":
        """Count two municipalities, or two networks, together."""
        return Filled(self.ordinary + other.ordinary, self.deputies + other.deputies)

    @property
    def kinds(self) -> tuple[Kind, Kind]:
        """Both kinds, ordinary ones first."""
        return self.ordinary, self.deputies

    @property
    def seats(self) -> int:
        """How many seats are promised."""
        return self.ordinary.seats + self.deputies.seats

    @property
    def filled(self) -> int:
        """How many of the seats have somebody in them."""
        return self.ordinary.filled + self.deputies.filled

    @property
    def vacant(self) -> int:
        """How many have nobody."""
        return self.seats - self.filled

    @property
    def is_any(self) -> bool:
        """Whether there is a seat, or somebody sits there all the same."""
        return self.seats + self.ordinary.sitting + self.deputies.sitting > 0

    @property
    def stand(self) -> Stand:
        """How the municipality stands: a filled ordinary seat, a deputy, a vacancy, somebody without a seat."""
        if self.ordinary.filled:
            return Stand.ORDINARY
        if self.seats and self.deputies.sitting:
            return Stand.DEPUTY
        if self.vacant:
            return Stand.VACANT
        return Stand.BEYOND if self.is_any else Stand.NONE
