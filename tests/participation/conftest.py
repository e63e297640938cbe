"""The small county with meetings that were held and written about."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from app import db
from app.meetings.models import Meeting
from app.minutes.models import PublishedMinutes
from app.networks.models import Network
from app.occasions import actions
from app.occasions.kinds import OccasionState


def held(
    world: SimpleNamespace, day: str, *, hosts: list[Network] | None = None, title: str = "Träff", **came: str
) -> Meeting:
    """Hold a meeting; came: who was how, alice="on-site". Without anybody no minutes are published."""
    start = datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=UTC)
    span = actions.timed(start, start + timedelta(hours=2))
    occasion = actions.create_occasion(
        title=title, span=span, hosts=hosts or [world.children], by=world.alice, host_name="knutpunkt.example"
    )
    occasion.state = OccasionState.CALLED
    meeting = Meeting(id=occasion.id, occasion=occasion)
    db.session.add(meeting)
    db.session.flush()
    if came:
        publish(world, meeting, **came)
    db.session.commit()
    return meeting


def publish(world: SimpleNamespace, meeting: Meeting, *, version: int = 1, **came: str) -> None:
    people = [_attendee(getattr(world, name), how) for name, how in came.items()]
    body = {
        "present": [each for each in people if each["presence"] != "absent"],
        "absent": [each for each in people if each["presence"] == "absent"],
    }
    db.session.add(PublishedMinutes(meeting_id=meeting.id, version=version, published_by="Alice Almgren", body=body))
    db.session.commit()


def _attendee(person: Any, how: str) -> dict[str, str]:
    place = person.municipality.name if person.municipality else ""
    return {"person": str(person.id), "name": person.name, "title": "", "municipality": place, "presence": how}


@pytest.fixture
def seated(world: SimpleNamespace) -> SimpleNamespace:
    """Alice sits for Kalmar and Bob for Högsby, in both networks."""
    for network in (world.children, world.secret):
        for membership in network.memberships:
            membership.municipality_id = membership.person.municipality_id
    db.session.commit()
    return world
