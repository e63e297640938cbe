"""What a calendar program is told of an occasion: when, where, what, and where its page is; nobody's name."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from app.ical.event import CalendarEvent
from app.ical.text import Text, folded, one_line
from app.ical.writer import event_text
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.models import Occasion

_END = b"END:VEVENT\r\n"


def text_of(occasion: Occasion, *, base_url: str, time_zone: str, with_link: bool) -> bytes:
    """Return the occasion as a VEVENT, with the address of the online room or without.

    Empty for one that iCalendar has no way to tell (it ends before it begins, it is in the year 9999): a calendar
    program that is sent something broken stops reading the whole feed.
    """
    try:
        return event_text(event_of(occasion, base_url=base_url, with_link=with_link), time_zone=time_zone)
    except (ValueError, OverflowError):
        return b""


def event_of(occasion: Occasion, *, base_url: str, with_link: bool) -> CalendarEvent:
    """Return what is told of an occasion. Raises ValueError or OverflowError, as text_of says."""
    start, end = _start_and_end(occasion)
    page, link = base_url + occasion.path, occasion.link if with_link else ""
    return CalendarEvent(
        uid=occasion.uid,
        sequence=occasion.sequence,
        summary=occasion.title,
        start=start,
        end=end,
        changed_at=occasion.changed_at,
        created_at=occasion.created_at,
        cancelled=occasion.state is OccasionState.CANCELLED,
        location=occasion.place,
        description=_description(occasion, page, link),
        url=page,
        conference=link,
    )


def with_networks(text: bytes, names: Iterable[str]) -> bytes:
    """Return a VEVENT with its networks' names as CATEGORIES: those that the reader knows of, and only those."""
    return text.removesuffix(_END) + _categories(tuple(names)) + _END if text else text


@lru_cache(maxsize=1024)
def _categories(names: tuple[str, ...]) -> bytes:
    """Return a line of TEXT values with commas between (RFC 5545 3.8.1.2), or nothing."""
    values = b",".join(Text(name).to_ical() for name in map(one_line, names) if name)
    return folded(f"CATEGORIES:{values.decode()}") if values else b""


def _start_and_end(occasion: Occasion) -> tuple[datetime | date, datetime | date]:
    """Return the moments, or for whole days the first day and the one after the last (RFC 5545 3.6.1)."""
    if occasion.first_day is None or occasion.last_day is None:
        return occasion.starts_at, occasion.ends_at
    return occasion.first_day, occasion.last_day + timedelta(days=1)


def _description(occasion: Occasion, page: str, link: str) -> str:
    """Return plain text: some programs show tags as they stand, and links nowhere else."""
    more = "Mer om mötet" if occasion.kind is OccasionKind.MEETING else "Mer om aktiviteten"
    parts = (occasion.description, f"Anslut: {link}" if link else "", f"{more}: {page}")
    return "\n\n".join(part for part in parts if part)
