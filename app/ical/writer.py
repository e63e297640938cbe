"""Events and calendars as iCalendar (RFC 5545, 7986) that Outlook, Google, Apple and Thunderbird read alike."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Component, Event, vCategory, vUri

from app.ical.event import CalendarEvent, CalendarHead, in_utc
from app.ical.text import Text, calendar_name, cleaned, folded, one_line, text, web_address
from app.ical.zone import can_be_told, vtimezone, wall_time

WRITER_VERSION = "1"
"""Part of every feed's ETag and of the key of every stored text. Raise it whenever the bytes change."""

PRODUCT = "-//Knutpunkt//Knutpunkt 1//SV"
UNTITLED = "Utan rubrik"
CANCELLED = "INSTÄLLT: "
_COLOR_NAME = re.compile("[a-z]+")
_TIMED = b"\r\nDTSTART;TZID="
_END = b"END:VCALENDAR\r\n"


class Categories(vCategory):
    """A list of TEXT values; the library's own would escape each in its way."""

    def to_ical(self) -> bytes:
        """Return the values, each escaped, with a comma between."""
        return b",".join(Text(category).to_ical() for category in self.cats)


def event_text(event: CalendarEvent, *, time_zone: str) -> bytes:
    """Return the event as a VEVENT with CRLF, folded; the same bytes for the same event. Raises ValueError (zone)."""
    component = Event()
    component.add("UID", text(event.uid))
    component.add("SEQUENCE", event.sequence)
    component.add("DTSTAMP", in_utc(event.changed_at))
    component.add("LAST-MODIFIED", in_utc(event.changed_at))
    component.add("CREATED", min(in_utc(event.created_at), in_utc(event.changed_at)))
    component.add("SUMMARY", Text(_title(event)))
    component.add("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED")
    takes_time = event.busy and not event.cancelled and not event.whole_days
    component.add("TRANSP", "OPAQUE" if takes_time else "TRANSPARENT")
    _add_start_and_end(component, event, time_zone)
    _add_texts(component, LOCATION=event.location, DESCRIPTION=event.description)
    _add_links(component, url=event.url, conference=event.conference)
    if categories := [name for name in map(one_line, event.categories) if name]:
        component.add("CATEGORIES", Categories(list(dict.fromkeys(categories))))
    return _bytes(component)


def calendar_bytes(head: CalendarHead, events: Iterable[bytes], *, time_zone: str, with_zone: bool = True) -> bytes:
    """Return a feed of texts that `event_text` wrote in the same zone; no METHOD: a snapshot (RFC 5545 3.7.2).

    The zone's VTIMEZONE stands in it if a text names the zone, or if there is no text (a calendar has at least one
    component, RFC 5545 3.6). `with_zone=False` saves looking, when the caller knows that all are whole days.
    """
    texts, zone = list(events), b""
    if with_zone and any(_TIMED in one for one in texts):
        zone = vtimezone(time_zone)
    elif not texts:
        zone = vtimezone(time_zone if can_be_told(time_zone) else "UTC")
    return b"".join([_head(head, time_zone), zone, *texts, _END])


def _title(event: CalendarEvent) -> str:
    """Return the title: never empty, and «INSTÄLLT: » before it, once, for programs that do not show STATUS."""
    title = one_line(event.summary) or UNTITLED
    return CANCELLED + title if event.cancelled and not title.startswith(CANCELLED) else title


def _add_start_and_end(component: Event, event: CalendarEvent, time_zone: str) -> None:
    """Add DTSTART and DTEND in one form: dates, the zone's time, or UTC where programs read the zone's differently.

    They do in the repeated and the skipped hour: Thunderbird puts 02:30 on the day of change an hour off.
    """
    start, end = event.start, event.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        component.add("DTSTART", start)
        component.add("DTEND", end)
        return
    walls = wall_time(start, time_zone=time_zone), wall_time(end, time_zone=time_zone)
    if None in walls:
        component.add("DTSTART", in_utc(start))
        component.add("DTEND", in_utc(end))
        return
    component.add("DTSTART", walls[0], parameters={"TZID": time_zone})
    component.add("DTEND", walls[1], parameters={"TZID": time_zone})


def _add_texts(component: Component, **values: str) -> None:
    """Add those of the properties that say something."""
    for name, value in values.items():
        if words := cleaned(value):
            component.add(name, Text(words))


def _add_links(component: Component, *, url: str, conference: str = "") -> None:
    """Add URL and CONFERENCE (RFC 7986 5.11), each only if it is a web address."""
    if address := web_address(url):
        component.add("URL", vUri(address))
    if address := web_address(conference):
        component.add("CONFERENCE", vUri(address, params={"VALUE": "URI"}))


def _head(head: CalendarHead, time_zone: str) -> bytes:
    """Return the calendar's own properties. SOURCE (RFC 7986 5.8) is left out: it would hold the feed's secret."""
    calendar = Calendar()
    calendar.add("PRODID", Text(PRODUCT))
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    name = calendar_name(head.name)
    _add_texts(calendar, NAME=name, DESCRIPTION=head.description)
    _add_texts(calendar, **{"X-WR-CALNAME": name, "X-WR-CALDESC": head.description, "X-WR-TIMEZONE": time_zone})
    _add_links(calendar, url=head.url)
    if _COLOR_NAME.fullmatch(head.color):
        calendar.add("COLOR", head.color)
    calendar.add("REFRESH-INTERVAL", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", Text("PT1H"))
    return _bytes(calendar).removesuffix(_END)


def _bytes(component: Component) -> bytes:
    """Return the component's lines, folded. The library sorts the properties: the order is always the same."""
    return b"".join(folded(line) for line in component.content_lines() if line)
