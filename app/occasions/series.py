"""The dates of a series: separate meetings that return in a rhythm, such as the second Tuesday of every month."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from itertools import takewhile

from app.wording import N_, Message, Refusal

MOST_DATES = 60

_WEEKDAYS = (
    *(N_("måndag"), N_("tisdag"), N_("onsdag"), N_("torsdag")),
    *(N_("fredag"), N_("lördag"), N_("söndag")),
)
_THE_WEEKDAYS = (
    *(N_("måndagen"), N_("tisdagen"), N_("onsdagen"), N_("torsdagen")),
    *(N_("fredagen"), N_("lördagen"), N_("söndagen")),
)
_ORDINALS = (N_("första"), N_("andra"), N_("tredje"), N_("fjärde"), N_("sista"))


class Rhythm(StrEnum):
    """How often the meetings of a series return. A fifth weekday of a month means its last."""

    WEEKLY = "weekly"
    EVERY_OTHER_WEEK = "every_other_week"
    MONTHLY_BY_WEEKDAY = "monthly_by_weekday"
    MONTHLY_BY_DATE = "monthly_by_date"
    QUARTERLY_BY_WEEKDAY = "quarterly_by_weekday"

    @property
    def label(self) -> str:
        """What the rhythm is called in a list of choices: a Swedish text, to be translated where it is shown."""
        return _LABELS[self]


_LABELS = {
    Rhythm.WEEKLY: N_("Varje vecka"),
    Rhythm.EVERY_OTHER_WEEK: N_("Varannan vecka"),
    Rhythm.MONTHLY_BY_WEEKDAY: N_("Varje månad, samma veckodag"),
    Rhythm.MONTHLY_BY_DATE: N_("Varje månad, samma datum"),
    Rhythm.QUARTERLY_BY_WEEKDAY: N_("Var tredje månad, samma veckodag"),
}
_DESCRIPTIONS = {
    Rhythm.WEEKLY: N_("varje %(weekday)s"),
    Rhythm.EVERY_OTHER_WEEK: N_("varannan %(weekday)s"),
    Rhythm.MONTHLY_BY_WEEKDAY: N_("%(ordinal)s %(the_weekday)s i varje månad"),
    Rhythm.QUARTERLY_BY_WEEKDAY: N_("%(ordinal)s %(the_weekday)s var tredje månad"),
}


class SeriesNeedsOneEnd(Refusal):
    """A series ends after a number of meetings or on a date: one of the two, and not both."""


class SeriesEndsTooSoon(Refusal):
    """The end leaves no room for the first meeting."""


class SeriesIsTooLong(Refusal):
    """A series has at most sixty meetings, all before the year 10000."""


def series_dates(first: date, *, rhythm: Rhythm, until: date | None = None, count: int | None = None) -> list[date]:
    """Return the dates of the series, the first included, up to and including `until` or `count` of them.

    In a month without the first meeting's date (the 31st) the last day is taken. Raises SeriesNeedsOneEnd,
    SeriesEndsTooSoon, and SeriesIsTooLong beyond sixty dates.
    """
    _check_end(first, until, count)
    wanted = (_date(first, rhythm, step) for step in range(MOST_DATES + 1 if count is None else count))
    try:
        dates = list(takewhile(lambda day: until is None or day <= until, wanted))
    except OverflowError:
        raise SeriesIsTooLong(N_("Serien går längre än kalendern. Välj ett tidigare datum.")) from None
    if len(dates) > MOST_DATES:
        raise _too_long()
    return dates


def describe(first: date, rhythm: Rhythm) -> Message:
    """Return the rhythm of a series in words that fit inside a sentence: "andra tisdagen i varje månad"."""
    if rhythm is Rhythm.MONTHLY_BY_DATE:
        if first.day > 28:
            return Message(N_("den %(day)s varje månad, eller månadens sista dag"), day=first.day)
        return Message(N_("den %(day)s varje månad"), day=first.day)
    return Message(
        _DESCRIPTIONS[rhythm],
        weekday=Message(_WEEKDAYS[first.weekday()]),
        the_weekday=Message(_THE_WEEKDAYS[first.weekday()]),
        ordinal=Message(_ORDINALS[_ordinal(first)]),
    )


def _check_end(first: date, until: date | None, count: int | None) -> None:
    if (until is None) == (count is None):
        raise SeriesNeedsOneEnd(N_("Skriv antingen hur många möten det blir eller vilket datum serien slutar."))
    if until is not None and until < first:
        raise SeriesEndsTooSoon(N_("Serien slutar före det första mötet. Välj ett senare slutdatum."))
    if count is not None and count < 1:
        raise SeriesEndsTooSoon(N_("Skriv hur många möten det blir, till exempel 4."))
    if count is not None and count > MOST_DATES:
        raise _too_long()


def _too_long() -> SeriesIsTooLong:
    return SeriesIsTooLong(
        N_("Det blir fler än %(most)s möten. Korta serien och lägg till fler längre fram."), most=MOST_DATES
    )


def _date(first: date, rhythm: Rhythm, step: int) -> date:
    match rhythm:
        case Rhythm.WEEKLY:
            return first + timedelta(weeks=step)
        case Rhythm.EVERY_OTHER_WEEK:
            return first + timedelta(weeks=2 * step)
        case Rhythm.MONTHLY_BY_WEEKDAY:
            return _same_weekday(first, months_later=step)
        case Rhythm.MONTHLY_BY_DATE:
            return _same_date(first, months_later=step)
        case Rhythm.QUARTERLY_BY_WEEKDAY:
            return _same_weekday(first, months_later=3 * step)


def _ordinal(day: date) -> int:
    """Return which of its weekday this is in its month: 0 for the first, 4 for a fifth, which is always the last."""
    return (day.day - 1) // 7


def _month(first: date, months_later: int) -> tuple[date, int]:
    """Return the first day of a later month and how many days it has. Raises OverflowError after the year 9999."""
    year, month = divmod(first.year * 12 + first.month - 1 + months_later, 12)
    if year > MAXYEAR:
        raise OverflowError("after the year 9999")
    return date(year, month + 1, 1), monthrange(year, month + 1)[1]


def _same_date(first: date, *, months_later: int) -> date:
    start, days = _month(first, months_later)
    return start.replace(day=min(first.day, days))


def _same_weekday(first: date, *, months_later: int) -> date:
    start, days = _month(first, months_later)
    day = 1 + (first.weekday() - start.weekday()) % 7 + 7 * _ordinal(first)
    return start.replace(day=day if day <= days else day - 7)
