"""Reads when an entry of a calendar file takes place: its start, its length, and how it comes back."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from icalendar.prop import vDuration

from app.imports.moments import Moment, NotAMoment, read_moment
from app.imports.properties import Properties, Property
from app.imports.recurrence import Rule, RuleNotRead, read_rule
from app.imports.zones import Zones
from app.wording import N_, Message

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)
_read_duration: Callable[[str], timedelta] = vDuration.from_ical


class EntryTimes:
    """Reads the times of an entry. What is wrong ends up in reasons, never in a guess."""

    def __init__(self, properties: Properties, zones: Zones) -> None:
        self._properties = properties
        self._zones = zones
        self.reasons: list[Message] = []

    def start(self) -> Moment | None:
        """Return the start. Outlook marks whole days in a way of its own, as midnight to midnight."""
        if "DTSTART" not in self._properties:
            self.reasons.append(Message(N_("Starttiden saknas.")))
            return None
        return self._day_if_marked(self._one("DTSTART"))

    def length(self, start: Moment) -> timedelta:
        """Return how long it lasts on the clock: an hour, or a day, where the file says nothing (or nothing at all)."""
        length = self._to_end(start) if "DTEND" in self._properties else self._duration()
        if start.whole_day:
            length = -(-length // _DAY) * _DAY
        if length < timedelta():
            self.reasons.append(Message(N_("Sluttiden ligger före starttiden.")))
        if length > _LONGEST:
            self.reasons.append(Message(N_("Det varar längre än ett år.")))
        return length or (_DAY if start.whole_day else _HOUR)

    def original(self) -> tuple[Moment | None, bool]:
        """Return which occurrence of a series it changes, if it does, and whether all later ones too."""
        lines = self._properties.get("RECURRENCE-ID", [])
        following = any(line.parameters.get("RANGE", "").upper() == "THISANDFUTURE" for line in lines)
        return (self._one("RECURRENCE-ID") if lines else None), following

    def rule(self) -> Rule | None:
        """Return how it recurs, None if it does not."""
        lines = self._properties.get("RRULE", [])
        if len(lines) > 1 or "EXRULE" in self._properties:
            self.reasons.append(Message(N_("Serien har flera regler för hur den återkommer. Det går inte att läsa.")))
            return None
        try:
            return read_rule(lines[0].value or "") if lines else None
        except RuleNotRead as refusal:
            self.reasons.append(refusal.message)
            return None

    def extra_starts(self, start: Moment) -> tuple[Moment, ...]:
        """Return the occurrences that a series has beside its rule (RDATE)."""
        found = self.several("RDATE")
        if start.whole_day:
            return tuple(Moment(datetime.combine(moment.wall, time()), None) for moment in found)
        if any(moment.whole_day for moment in found):
            self.reasons.append(Message(N_("Serien har klockslag men dess extra tillfällen är hela dagar.")))
        return found

    def several(self, name: str) -> tuple[Moment, ...]:
        """Return the moments of a property that lists them (RDATE, EXDATE)."""
        found: list[Moment] = []
        for line in self._properties.get(name, []):
            if "/" in (line.value or ""):
                own_ends = N_("Serien har extra tillfällen med egna sluttider. Det går inte att läsa.")
                self.reasons.append(Message(own_ends))
                return ()
            texts = [text for text in (line.value or "").split(",") if text.strip()] or [""]
            found += filter(None, (self._moment(line, text) for text in texts))
        return tuple(found)

    def _one(self, name: str) -> Moment | None:
        line = self._properties[name][0]
        return self._moment(line, line.value or "")

    def _moment(self, line: Property, text: str) -> Moment | None:
        if not text:
            self.reasons.append(Message(N_("Raden %(name)s går inte att läsa."), name=line.name))
            return None
        only_day = line.parameters.get("VALUE", "").upper() == "DATE"
        try:
            return read_moment(text, zone=self._zones.of(line), only_day=only_day)
        except NotAMoment as refusal:
            self.reasons.append(refusal.message)
            return None

    def _day_if_marked(self, moment: Moment | None) -> Moment | None:
        marks = self._properties.get("X-MICROSOFT-CDO-ALLDAYEVENT", [])
        marked = any((mark.value or "").upper() == "TRUE" for mark in marks)
        if moment is None or not marked or moment.wall.time() != time():
            return moment
        return Moment(moment.wall, None)

    def _to_end(self, start: Moment) -> timedelta:
        end = self._day_if_marked(self._one("DTEND"))
        if end is None:
            return timedelta()
        if end.whole_day != start.whole_day:
            self.reasons.append(Message(N_("Starten är en dag och slutet en tid, eller tvärtom.")))
            return timedelta()
        return end.wall - start.wall if end.zone is start.zone else end.instant - start.instant

    def _duration(self) -> timedelta:
        lines = self._properties.get("DURATION", [])
        try:
            return _read_duration((lines[0].value or "").upper()) if lines else timedelta()
        except (ValueError, OverflowError):
            self.reasons.append(Message(N_("Längden går inte att läsa.")))
            return timedelta()


def until_reached(rule: Rule, moment: Moment) -> bool:
    """Say whether a moment lies after the last one that a rule allows (UNTIL, which is itself included)."""
    if rule.until is None:
        return False
    if moment.whole_day or not isinstance(rule.until, datetime):
        until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
        return moment.wall.date() > until
    if abs(moment.wall.date() - rule.until.date()) > _DAY:
        return moment.wall.date() > rule.until.date()
    return moment.wall > rule.until if rule.until.tzinfo is None else moment.instant > rule.until
