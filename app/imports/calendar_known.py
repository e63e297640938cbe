"""The meetings that came from a calendar file before, loaded once however many entries the file has."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from app import db
from app.imports.calendar_file import CalendarFile
from app.meetings.models import Meeting
from app.networks.models import Network
from app.occasions.models import Occasion
from app.occasions.queries import hosted_by

_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class KnownMeetings:
    """What a network has imported before, by its name in the file; and which entries came from here to begin with."""

    imported: dict[tuple[str, str], Meeting]
    own: frozenset[str]


def known_to(file: CalendarFile, network: Network) -> KnownMeetings:
    """Load what a file is compared with: a few statements, and one more for each 500 identities in it."""
    found = (
        select(Meeting)
        .join(Meeting.occasion)
        .where(Occasion.source_uid.is_not(None), or_(Occasion.lead_id == network.id, hosted_by([network.id])))
        .options(
            joinedload(Meeting.occasion).options(
                joinedload(Occasion.lead), selectinload(Occasion.hosts), selectinload(Occasion.focus_areas)
            )
        )
        .order_by(Occasion.lead_id == network.id, Occasion.id)  # of two, the one it leads itself stands last and counts
    )
    imported = {
        (meeting.occasion.source_uid or "", meeting.occasion.source_recurrence or ""): meeting
        for meeting in db.session.scalars(found)
    }
    return KnownMeetings(imported, _made_here(file))


def wait_for_turn(network: Network) -> None:
    """Let one file at a time be read into a network: the next sees what the one before has made."""
    db.session.execute(select(Network.id).where(Network.id == network.id).with_for_update())


def _made_here(file: CalendarFile) -> frozenset[str]:
    """Return which identities are our own: meetings that went out in a calendar link and come back in an export."""
    identities = list(dict.fromkeys(event.source_uid for event in file.events))
    found: set[str] = set()
    for start in range(0, len(identities), _AT_A_TIME):
        some = identities[start : start + _AT_A_TIME]
        found.update(db.session.scalars(select(Occasion.uid).where(Occasion.uid.in_(some))))
    return frozenset(found)
