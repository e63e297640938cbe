"""When it is, as it is asked for: a date with times, or whole days, also on the nights the clock is changed."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Protocol

from app import clock
from app.occasions.fields import ClockField
from app.occasions.localtime import TimeDoesNotExist, TimeExistsTwice, is_twice, to_local, to_utc
from app.occasions.span import EndsBeforeItBegins, Span, TooManyDays, must_be_short, timed, whole_days
from app.web.fields import DayField, OneField
from app.web.forms import Form
from app.wording import N_, Message

HOURS, DAYS = "hours", "days"
SUMMER, WINTER = "summer", "winter"
_TWICE = {SUMMER: N_("Sommartid, före omställningen"), WINTER: N_("Vintertid, efter omställningen")}
_TIMES = ("first_day", "last_day", "from_time", "to_time")


class Timed(Protocol):
    """Anything with a time: an occasion or a span."""

    starts_at: datetime
    ends_at: datetime
    first_day: date | None
    last_day: date | None


class WhenForm(Form):
    """The part of a form that asks when. `span` is there once the form has been found right."""

    lasts = OneField(N_("Tid"), choices={HOURS: N_("Klockslag"), DAYS: N_("Hela dagar")}, default=HOURS)
    first_day = DayField(N_("Datum"), needed=N_("Välj vilken dag det är."))
    from_time = ClockField(N_("Från"))
    to_time = ClockField(N_("Till"))
    last_day = DayField(N_("Sista dag, om det är flera"))
    from_which = OneField(N_("Vilken av de två starttiderna?"), choices=_TWICE)
    to_which = OneField(N_("Vilken av de två sluttiderna?"), choices=_TWICE)
    span: Span | None = None

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether all is right; what is wrong is said beside its field."""
        fields_are_right: bool = super().validate(extra_validators)
        return self._settle_time() and fields_are_right

    def span_on(self, first: date, last: date) -> Span:
        """Return the same times on other days. Raises the refusals of localtime and span."""
        if self.lasts.data == DAYS:
            return whole_days(first, last)
        starts_at = _moment(first, self.from_time.data, self.from_which.data)
        return timed(starts_at, _moment(last, self.to_time.data, self.to_which.data))

    def _settle_time(self) -> bool:
        first = self.first_day.data
        if first is None or any(self[name].errors for name in _TIMES) or not self._has_times():
            return False
        last = self.last_day.data or first
        try:
            self.span = self.span_on(first, last)
            must_be_short(self.span)
        except TimeExistsTwice as asked:
            self.refuse("to_which" if self._starts_right(first) else "from_which", asked.message)
        except TimeDoesNotExist as refusal:
            self.refuse("to_time" if self._starts_right(first) else "from_time", refusal.message)
        except (EndsBeforeItBegins, TooManyDays) as refusal:
            self.refuse("to_time" if first == last else "last_day", refusal.message)
        return not any(self[name].errors for name in (*_TIMES, "from_which", "to_which"))

    def _has_times(self) -> bool:
        if self.lasts.data == DAYS:
            return True
        for name, words in (("from_time", N_("Skriv när det börjar, till exempel 9.30.")),
                            ("to_time", N_("Skriv när det slutar, till exempel 12.00."))):  # fmt: skip
            if self[name].data is None:
                self.refuse(name, Message(words))
        return not (self.from_time.errors or self.to_time.errors)

    def _starts_right(self, first: date) -> bool:
        try:
            _moment(first, self.from_time.data, self.from_which.data)
        except (TimeExistsTwice, TimeDoesNotExist):
            return False
        return True


def times_of(thing: Timed) -> dict[str, object]:
    """Return what the form shows for something that has a time already."""
    if thing.first_day is not None:
        several = thing.last_day if thing.last_day != thing.first_day else None
        return {"lasts": DAYS, "first_day": thing.first_day, "last_day": several}
    start, end = to_local(thing.starts_at, clock.zone()), to_local(thing.ends_at, clock.zone())
    return {
        "lasts": HOURS,
        "first_day": start.date(),
        "last_day": end.date() if end.date() != start.date() else None,
        "from_time": start.time(),
        "to_time": end.time(),
        "from_which": _which(start),
        "to_which": _which(end),
    }


def _moment(day: date, at: time | None, which: str | None) -> datetime:
    fold = {SUMMER: 0, WINTER: 1}.get(which or "")
    return to_utc(day, at or time(), zone=clock.zone(), fold=fold)


def _which(wall: datetime) -> str | None:
    if not is_twice(wall):
        return None
    return WINTER if wall.fold else SUMMER
