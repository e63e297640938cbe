"""What reading in a file would do here, row by row: something new, a change, nothing, or why it can't be done."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.wording import N_, Message, Refusal


class Outcome(StrEnum):
    """What comes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Outcome.NEW: N_("Ny"),
            Outcome.CHANGED: N_("Ändras"),
            Outcome.UNCHANGED: N_("Oförändrad"),
            Outcome.REFUSED: N_("Går inte"),
        }[self]


class RowsAreRefused(Refusal):
    """Nothing is written while a row is refused, unless the others are to be taken all the same."""


class RowCouldNotBeTaken(Refusal):
    """A rule said no when the file was being read in, though the preview had not foreseen it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would be different: its name, and what it is and becomes, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows there are of each outcome."""

    new: int
    changed: int
    unchanged: int
    refused: int

    @property
    def to_do(self) -> int:
        """How many rows would change something."""
        return self.new + self.changed

    @property
    def words(self) -> list[tuple[Outcome, int]]:
        """Each outcome that occurs, with its number."""
        counts = zip(Outcome, (self.new, self.changed, self.unchanged, self.refused), strict=True)
        return [(outcome, count) for outcome, count in counts if count]


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count the outcomes."""
    counts = Counter(outcomes)
    return Tally(*(counts[outcome] for outcome in Outcome))


def fingerprint(*told: object) -> str:
    """Return a short text that is the same only for plans that say the same: nobody agrees to what was not shown."""
    return hashlib.sha256(repr(told).encode(errors="replace")).hexdigest()[:32]


def must_be_whole(counted: Tally, *, partial: bool) -> None:
    """Raise RowsAreRefused while a row is refused, unless only the good ones are asked for."""
    if counted.refused and not partial:
        told = N_("Ingenting är inläst: %(count)s rader går inte att läsa in. Rätta dem, eller ta bara med de andra.")
        raise RowsAreRefused(told, count=counted.refused)


def place_of(row: int, sheet: str) -> Message:
    """Return where in a file a row stands, to speak of it in a sentence."""
    if sheet:
        return Message(N_("rad %(row)s i bladet %(sheet)s"), row=row, sheet=sheet)
    return Message(N_("rad %(row)s"), row=row)
