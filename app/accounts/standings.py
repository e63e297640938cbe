"""How it stands with the invitations of those who have not opened their account: waiting, sent, gone wrong, run out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from app import clock, db
from app.accounts.models import Invitation
from app.mail.kinds import State
from app.mail.models import Posted
from app.people.models import Person
from app.wording import N_


class Invited(StrEnum):
    """How far an invitation has come."""

    NOT = "not"
    WAITING = "waiting"
    FAILED = "failed"
    SENT = "sent"
    SHOWN = "shown"
    OVER = "over"

    @property
    def label(self) -> str:
        """What lists call it."""
        return {
            Invited.NOT: N_("Inte inbjuden"),
            Invited.WAITING: N_("Inbjudan väntar på att skickas"),
            Invited.FAILED: N_("Inbjudan gick inte fram"),
            Invited.SENT: N_("Inbjudan skickad, inte öppnad"),
            Invited.SHOWN: N_("Länk gjord, inte öppnad"),
            Invited.OVER: N_("Inbjudan har gått ut"),
        }[self]

    @property
    def knot(self) -> str:
        """The knot before the word."""
        return "late" if self in (Invited.FAILED, Invited.OVER) else "wait"

    @property
    def colour(self) -> str:
        """The colour of the state."""
        return "late" if self is Invited.FAILED else "wait"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an invitation has come, since when, and what the mail server said if it did not arrive."""

    invited: Invited
    since: datetime | None = None
    reason: str = ""


def standings(people: Iterable[Person]) -> dict[UUID, Standing]:
    """Return how it stands with those who have not opened their account, by person; two statements at most."""
    ids = [each.id for each in people if not each.has_signed_up]
    if not ids:
        return {}
    found = select(Invitation).where(Invitation.person_id.in_(ids)).order_by(Invitation.created_at, Invitation.id)
    newest = {each.person_id: each for each in db.session.scalars(found)}
    keys = [each.letter_key for each in newest.values() if each.by_mail]
    posted = db.session.scalars(select(Posted).where(Posted.key.in_(keys))) if keys else ()
    letters = {each.key: each for each in posted}
    return {each: _standing(newest.get(each), letters) for each in ids}


def without_invitation(people: Iterable[Person]) -> list[Person]:
    """Return those with an open account, not yet opened by themselves, who have no invitation that works or waits."""
    some = list(people)
    found = standings(some)
    lacking = (Invited.NOT, Invited.FAILED, Invited.OVER)
    return [each for each in some if each.is_open and each.id in found and found[each.id].invited in lacking]


def _standing(link: Invitation | None, letters: dict[str | None, Posted]) -> Standing:
    if link is None:
        return Standing(Invited.NOT)
    letter = letters.get(link.letter_key)
    if letter is not None and letter.state in (State.FAILED, State.SHOWN):  # shown: an address that leads nowhere
        return Standing(Invited.FAILED, letter.ended_at, letter.reason)
    if link.by_mail and link.sent_at is None and link.ended_at is None:
        return Standing(Invited.WAITING, link.created_at)
    if not link.is_valid_at(clock.now()):
        return Standing(Invited.OVER, min(link.ended_at or link.expires_at, link.expires_at))
    return Standing(Invited.SENT, link.sent_at) if link.by_mail else Standing(Invited.SHOWN, link.created_at)
