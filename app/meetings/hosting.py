"""Whose turn it is at a meeting, told so that it does not speak against the place where the meeting is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.meetings.models import Meeting
from app.rotation.kinds import Place, TurnKind


@dataclass(frozen=True, slots=True)
class TurnTold:
    """Whose turn it is. elsewhere: another municipality, which the meeting's place names; or nothing."""

    kind: TurnKind
    name: str
    elsewhere: str = ""


def turns_told(meeting: Meeting, turns: Iterable[tuple[TurnKind, Place]], *, can_plan: bool) -> list[TurnTold]:
    """Return the turns to tell of. A host municipality that the meeting is not in concerns those who plan only."""
    place = meeting.occasion.place
    told = [
        TurnTold(
            kind, turn.name, named_instead(turn.name, place, _municipalities(meeting)) if kind.is_of_places else ""
        )
        for kind, turn in turns
    ]
    return [each for each in told if can_plan or not each.elsewhere]


def _municipalities(meeting: Meeting) -> set[str]:
    people = [membership.person for network in meeting.hosts for membership in network.memberships]
    return {person.municipality.name for person in people if person.municipality is not None}


def named_instead(municipality: str, place: str, known: Iterable[str]) -> str:
    """Return which other municipality a place names, "Vimmerby bibliotek"; nothing when it names this one, or none."""
    if _names(place, municipality):
        return ""
    return next((each for each in sorted(known) if _names(place, each)), "")


def _names(place: str, municipality: str) -> bool:
    return re.search(rf"\b{re.escape(municipality)}s?\b", place, re.IGNORECASE) is not None
