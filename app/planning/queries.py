"""What is looked up when a meeting is planned."""

from datetime import date, timedelta

from sqlalchemy import select

from app import clock, db
from app.networks.models import Network
from app.occasions.clashes import taken_by
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.localtime import midnight
from app.occasions.models import Occasion
from app.occasions.queries import hosted_by


def latest_meeting(network: Network) -> Occasion | None:
    """Return the meeting of a network that comes last, held or planned; for those who coordinate it."""
    found = select(Occasion).where(
        hosted_by([network.id]), Occasion.kind == OccasionKind.MEETING, Occasion.state != OccasionState.CANCELLED
    )
    return db.session.scalars(found.order_by(Occasion.starts_at.desc(), Occasion.id).limit(1)).first()


def days_taken(network: Network, *, first: date, last: date) -> set[date]:
    """Return the days between two, both included, on which the network has something; for those who coordinate it."""
    zone = clock.zone()
    held = taken_by([network], start=midnight(first, zone), end=midnight(last + timedelta(days=1), zone))
    return {day for each in held for day in _days(each)}


def _days(occasion: Occasion) -> list[date]:
    last = (occasion.ends_at - timedelta(seconds=1)).astimezone(clock.zone()).date()
    return [occasion.day + timedelta(days=number) for number in range(max(1, (last - occasion.day).days + 1))]
