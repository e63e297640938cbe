"""Meetings and activities as a file for one person: what the feeds tell, known by the same UID and SEQUENCE."""

from collections.abc import Sequence

from app import clock
from app.ical.event import CalendarHead
from app.ical.telling import text_of, with_networks
from app.ical.writer import calendar_bytes
from app.occasions.models import Occasion
from app.occasions.policy import can_see_answers, hosts_seen_by
from app.people.models import Person
from app.swedish import slug


def file_for(person: Person, occasions: Sequence[Occasion], *, base_url: str) -> bytes:
    """Return a calendar of the occasions, the first of which names it.

    The online room's address is for those who take part; of the networks, those that exist for the person are told.
    """
    texts = (_text(person, each, base_url) for each in occasions)
    head = CalendarHead(name=occasions[0].title)
    return calendar_bytes(head, [text for text in texts if text], time_zone=clock.zone().key)


def file_name(occasion: Occasion) -> str:
    """Return what the file is called."""
    return f"{slug(occasion.title)}.ics"


def _text(person: Person, occasion: Occasion, base_url: str) -> bytes:
    with_link = can_see_answers(person, occasion)
    text = text_of(occasion, base_url=base_url, time_zone=clock.zone().key, with_link=with_link)
    return with_networks(text, [each.name for each in hosts_seen_by(person, occasion)])
