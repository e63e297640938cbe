"""What can happen to a mandate: each change is a new version, and what stood before can be read and compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import select

from app import db
from app.audit.actions import What, record
from app.networks.models import Network
from app.people.models import Person
from app.rooms.models import MandateVersion
from app.rooms.queries import mandates_of
from app.wording import N_, Refusal


class WrittenMeanwhile(Refusal):
    """Somebody else has written a version since the form was opened."""


class NothingNew(Refusal):
    """A version says something else than the one before."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a version says."""

    text: str
    decided_by: str
    valid_from: date
    why: str = ""


class Part(StrEnum):
    """What became of a line."""

    KEPT = "kept"
    ADDED = "added"
    GONE = "gone"


class Line(NamedTuple):
    """A line of one of two texts, and what became of it."""

    part: Part
    text: str


def write_mandate(network: Network, wording: Wording, *, seen: int, by: Person) -> MandateVersion:
    """Write a new version. seen: the number of the version one began from. Raises WrittenMeanwhile or NothingNew."""
    db.session.execute(select(Network.id).where(Network.id == network.id).with_for_update(key_share=True))
    latest = next(iter(mandates_of(network)), None)
    if seen != (latest.number if latest else 0):
        raise WrittenMeanwhile(
            N_("Någon annan sparade en ny version medan du skrev. Läs den, och spara igen om din gäller.")
        )
    if (
        latest is not None
        and not wording.why
        and (latest.text, latest.decided_by) == (wording.text, wording.decided_by)
    ):
        raise NothingNew(N_("Uppdraget står redan så. Ändra det som är nytt."))
    version = MandateVersion(
        network_id=network.id, number=seen + 1, text=wording.text, decided_by=wording.decided_by,
        valid_from=wording.valid_from, why=wording.why, written_by_id=by.id, written_by=by.name,
    )  # fmt: skip
    db.session.add(version)
    db.session.flush()
    _log(network, by, version.number)
    return version


def compared(before: str, after: str) -> list[Line]:
    """Return the lines of two texts in reading order: those that stayed, those that came, those that went."""
    old, new = before.splitlines(), after.splitlines()
    lines = list[Line]()
    for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            lines += [Line(Part.KEPT, each) for each in old[first:last]]
        else:
            lines += [Line(Part.GONE, each) for each in old[first:last]]
            lines += [Line(Part.ADDED, each) for each in new[begin:end]]
    return lines


def in_force(versions: Sequence[MandateVersion], day: date) -> MandateVersion | None:
    """Return the version that counts on a day, of a network's, the latest first."""
    return next((each for each in versions if each.valid_from <= day), None)


def _log(network: Network, by: Person, number: int) -> None:
    subject, subject_id = network.name, network.id
    record(
        What.NETWORK_CHANGED, by=(by.id, by.name), subject=subject, subject_id=subject_id, how="mandate", version=number
    )
