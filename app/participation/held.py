"""The meetings that have been held, and which municipalities were there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.minutes.models import Presence
from app.wording import N_

_BEST_FIRST = (Presence.ON_SITE, Presence.ONLINE, Presence.ABSENT)


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that has been held, by which networks, and who was there, as its published minutes tell."""

    id: UUID
    title: str
    day: date
    networks: frozenset[UUID]
    presences: Mapping[UUID, Presence] | None
    """How each municipality took part, the one who was most there; None while no minutes are published."""

    def was_attended_by(self, municipality: UUID) -> bool:
        """Whether somebody from there came, to the place or online."""
        return self.presences is not None and self.presences.get(municipality, Presence.ABSENT) is not Presence.ABSENT

    @property
    def attended_by(self) -> int:
        """How many municipalities came."""
        return sum(each is not Presence.ABSENT for each in (self.presences or {}).values())


class Presented(StrEnum):
    """What a cell of a network's table shows: a municipality at a meeting."""

    ON_SITE = "on-site"
    ONLINE = "online"
    ABSENT = "absent"
    NOBODY = "nobody"
    UNTOLD = "untold"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Presented.ON_SITE: N_("på plats"),
            Presented.ONLINE: N_("digitalt"),
            Presented.ABSENT: N_("frånvarande"),
            Presented.NOBODY: N_("ingen på listan"),
            Presented.UNTOLD: N_("inga anteckningar"),
        }[self]

    @property
    def knot(self) -> str:
        """The knot that stands for it; none for what is not told."""
        return {Presented.ON_SITE: "full", Presented.ONLINE: "half", Presented.ABSENT: "no"}.get(self, "")


def presented(meeting: Held, municipality: UUID) -> Presented:
    """Return how a municipality was at a meeting."""
    if meeting.presences is None:
        return Presented.UNTOLD
    presence = meeting.presences.get(municipality)
    return Presented.NOBODY if presence is None else Presented(presence.value)


def most_there(first: Presence | None, second: Presence) -> Presence:
    """Return the presence of two people from one place: on site before online before absent."""
    return second if first is None else min(first, second, key=_BEST_FIRST.index)
