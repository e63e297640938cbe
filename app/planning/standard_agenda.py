"""The points an agenda usually begins with.

They are words that members will read, so they are in the network's language, Swedish, whoever plans the meeting.
"""

from dataclasses import dataclass
from datetime import timedelta

from app.meetings.kinds import ItemKind
from app.networks.kinds import RecordForm


@dataclass(frozen=True, slots=True)
class Point:
    """One of the usual points and how long it usually takes."""

    title: str
    minutes: int
    kind: ItemKind = ItemKind.INFORMATION

    @property
    def duration(self) -> timedelta:
        """How long it usually takes."""
        return timedelta(minutes=self.minutes)


_OF_NOTES = (
    Point("Mötet öppnas", 5),
    Point("Föregående anteckningar och åtgärder", 10),
    Point("Laget runt", 30, ItemKind.DISCUSSION),
    Point("Övriga frågor", 10, ItemKind.DISCUSSION),
    Point("Nästa möte", 5),
)
_OF_MINUTES = (
    Point("Mötet öppnas", 2),
    Point("Val av mötesordförande", 1, ItemKind.DECISION),
    Point("Val av sekreterare", 1, ItemKind.DECISION),
    Point("Val av justerare", 1, ItemKind.DECISION),
    Point("Godkännande av dagordningen", 2, ItemKind.DECISION),
    Point("Föregående protokoll", 10),
    Point("Övriga frågor", 10, ItemKind.DISCUSSION),
    Point("Nästa möte", 5),
    Point("Mötet avslutas", 1),
)


def standard_points(form: RecordForm) -> tuple[Point, ...]:
    """Return the usual points: the formal ones where minutes are kept, a shorter list where notes will do."""
    return _OF_MINUTES if form is RecordForm.MINUTES else _OF_NOTES
