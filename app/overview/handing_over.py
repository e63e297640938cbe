"""What waits in a network when somebody else is to coordinate it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from app import clock, db
from app.meetings.models import Meeting
from app.networks.models import Network
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion


def unpublished_in(network: Network, *, most: int = 10) -> Sequence[Meeting]:
    """Return the meetings a network leads that have been held and whose minutes nobody has published, oldest first."""
    found = (
        select(Meeting)
        .join(Meeting.occasion)
        .where(Occasion.lead_id == network.id, Occasion.state == OccasionState.CALLED)
        .where(Occasion.ends_at <= clock.now(), Meeting.minutes_published_at.is_(None))
        .options(contains_eager(Meeting.occasion))
        .order_by(Occasion.starts_at.desc(), Occasion.id)
    )
    return list(reversed(db.session.scalars(found.limit(most)).all()))
