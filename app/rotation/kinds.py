"""What people take turns at."""

from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from app.wording import N_


class TurnKind(StrEnum):
    """A task that goes round: two for people, one for municipalities."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    HOST = "host"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            TurnKind.CHAIR: N_("Ordförande"),
            TurnKind.SECRETARY: N_("Sekreterare"),
            TurnKind.HOST: N_("Värdkommun"),
        }[self]

    @property
    def is_of_places(self) -> bool:
        """Whether municipalities take turns, rather than people."""
        return self is TurnKind.HOST


class Place(NamedTuple):
    """Who is somewhere in the queue, a person or a municipality: an id, and what it is called."""

    key: UUID
    name: str


NOBODY = Place(UUID(int=0), "")
