"""Whose turn it is to write: a draft's row is locked while somebody changes it.

Two at once write one after the other, and the second is told when the first has written something newer.
"""

from uuid import UUID

from sqlalchemy import select

from app import db
from app.minutes.models import Minutes
from app.wording import N_, Refusal


class IsLocked(Refusal):
    """Published minutes change only by a correction."""


def take_pen(meeting_id: UUID) -> Minutes:
    """Return the draft to write in, while others wait for their turn. Raises IsLocked, NoResultFound if not begun."""
    minutes = hold(meeting_id)
    must_be_open(minutes)
    return minutes


def hold(meeting_id: UUID) -> Minutes:
    """Return the minutes as they stand now, draft or not, while others wait. Raises NoResultFound if not begun."""
    mine = select(Minutes).where(Minutes.meeting_id == meeting_id).with_for_update(key_share=True)
    return db.session.scalars(mine, execution_options={"populate_existing": True}).one()


def must_be_open(minutes: Minutes) -> None:
    """Go on if a draft or a correction is open. Raises IsLocked."""
    if not minutes.drafting:
        raise IsLocked(N_("Anteckningarna är publicerade och låsta. Öppna en rättelse om något behöver ändras."))
