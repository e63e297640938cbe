"""What is looked up when a meeting is planned."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from app import clock, db
from app.mail.kinds import Kind
from app.mail.outbox import how_many
from app.meetings.models import Meeting
from app.networks.mailing import members_as_receivers
from app.networks.models import Network
from app.occasions.clashes import taken_by
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.localtime import midnight
from app.occasions.models import Occasion
from app.occasions.queries import hosted_by
from app.people.models import Person


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


def called_in_series(series_id: UUID, *, after: datetime) -> Sequence[Occasion]:
    """Return the meetings made together that stand and end after a moment, in order of time."""
    found = (
        select(Occasion)
        .join(Meeting, Meeting.id == Occasion.id)
        .where(Meeting.series_id == series_id, Occasion.state == OccasionState.CALLED, Occasion.ends_at > after)
    )
    return db.session.scalars(found.order_by(Occasion.starts_at, Occasion.id).limit(100)).all()


def letters_of_series(hosts: Sequence[Network], *, by: Person, last: date) -> int:
    """Return how many would be called to meetings of these hosts by letter; nobody when the last day has passed."""
    if last < clock.today() or not hosts:
        return 0
    receivers = members_as_receivers([each.id for each in hosts], on=clock.today(), but=by)
    return how_many(Kind.MEETING_CALLED, receivers, network_id=hosts[0].id)


def _days(occasion: Occasion) -> list[date]:
    last = (occasion.ends_at - timedelta(seconds=1)).astimezone(clock.zone()).date()
    return [occasion.day + timedelta(days=number) for number in range(max(1, (last - occasion.day).days + 1))]
