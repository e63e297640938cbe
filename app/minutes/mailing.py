"""Who is told by letter of published minutes: those who belong to the networks that day, guests too: they read."""

from app import clock
from app.mail import outbox
from app.mail.kinds import Kind
from app.mail.outbox import Receiver
from app.mail.pending import pending
from app.meetings.models import Meeting
from app.networks.mailing import members_as_receivers
from app.people.models import Person


def tell_of_minutes(meeting: Meeting, *, version: int, by: Person) -> int:
    """Post a letter about a version to each and return how many; who has an earlier one coming needs no second."""
    return outbox.post(
        Kind.MINUTES_PUBLISHED,
        _receivers(meeting, version=version, by=by, hold=True),
        about={"meeting": str(meeting.id), "version": str(version)},
        network_id=meeting.occasion.lead_id,
        key=_key(meeting, version),
    )


def how_many_told_of_minutes(meeting: Meeting, *, version: int, by: Person) -> int:
    """Return how many would get a letter about a version, for the question before it is published."""
    receivers = _receivers(meeting, version=version, by=by, hold=False)
    return outbox.how_many(Kind.MINUTES_PUBLISHED, receivers, network_id=meeting.occasion.lead_id)


def _receivers(meeting: Meeting, *, version: int, by: Person, hold: bool) -> list[Receiver]:
    waiting = pending([_key(meeting, earlier) for earlier in range(1, version)], hold=hold) if version > 1 else ()
    has_it_coming = {each.person_id for each in waiting}
    hosts = [each.id for each in meeting.hosts]
    found = members_as_receivers(hosts, on=clock.today(), but=by, with_guests=True)
    return [each for each in found if each.person_id not in has_it_coming]


def _key(meeting: Meeting, version: int) -> str:
    return f"minutes:{meeting.id.hex}:{version}"
