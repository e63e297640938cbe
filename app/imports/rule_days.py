"""Works out the days and times at which a series recurs, in a number of steps that is known beforehand.

dateutil is not used for this: on a rule without any day (FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30) it searches until the
year 9999, 4.5 seconds each, and cannot be told to stop. The tests hold this module against it.
"""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import chain, product

from app.imports.recurrence import Frequency, Rule
from app.imports.steps import Steps

_WEEK = 7


def rule_walls(rule: Rule, first: datetime, *, last: date, steps: Steps) -> Iterator[datetime]:
    """Yield, in order, what the clock shows each time the rule comes round, from the first time to the last day.

    What the rule leaves open (the weekday of a weekly series) is taken from the first time. COUNT and UNTIL are left
    to the caller. Raises SeriesTooLong.
    """
    rule = with_days_of(first, rule)
    times = _times(rule, first)
    weekdays = {weekday for weekday, _ in rule.weekdays} or set(range(_WEEK))
    for days in _periods(rule, first.date(), last):
        # The first of all days was a Monday. Telling most days apart by their number alone makes this twice as fast.
        candidates = [ordinal for ordinal in days if (ordinal - 1) % _WEEK in weekdays]
        steps.spend(1 + len(candidates))
        found = [day for day in map(date.fromordinal, candidates) if _matches(rule, day)]
        walls = [datetime.combine(day, at) for day, at in product(found, times)]
        steps.spend(len(walls))
        yield from (wall for wall in _at_positions(rule, walls) if wall >= first and wall.date() <= last)


def with_days_of(first: datetime, rule: Rule) -> Rule:
    """Fill in the days that a rule does not name from the first time (RFC 5545 section 3.3.10)."""
    if rule.week_numbers or rule.year_days or rule.month_days or rule.weekdays:
        return rule
    if rule.frequency is Frequency.YEARLY:
        return replace(rule, months=rule.months or frozenset({first.month}), month_days=frozenset({first.day}))
    if rule.frequency is Frequency.MONTHLY:
        return replace(rule, month_days=frozenset({first.day}))
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, weekdays=frozenset({(first.weekday(), 0)}))
    return rule


def _times(rule: Rule, first: datetime) -> list[time]:
    parts = (rule.hours or {first.hour}, rule.minutes or {first.minute}, rule.seconds or {first.second})
    return sorted(time(hour, minute, second) for hour, minute, second in product(*parts))


def _periods(rule: Rule, first: date, last: date) -> Iterator[Iterable[int]]:
    """Yield the days of each period (day, week, month, year) that the rule looks into, as ordinals."""
    if rule.frequency in (Frequency.DAILY, Frequency.WEEKLY):
        length = _WEEK if rule.frequency is Frequency.WEEKLY else 1
        begin = first.toordinal() - ((first.weekday() - rule.week_start) % _WEEK if length == _WEEK else 0)
        for start in range(begin, last.toordinal() + 1, length * rule.interval):
            yield range(start, start + length)
        return
    if rule.frequency is Frequency.MONTHLY:
        for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month, rule.interval):
            yield _days_of_month(index // 12, index % 12 + 1)
        return
    for year in range(first.year, last.year + 1, rule.interval):
        yield chain.from_iterable(_days_of_month(year, month) for month in sorted(rule.months) or range(1, 13))


def _days_of_month(year: int, month: int) -> range:
    start = date(year, month, 1).toordinal()
    return range(start, start + calendar.monthrange(year, month)[1])


def _matches(rule: Rule, day: date) -> bool:
    """Say whether a day passes everything the rule asks of it."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.weekdays and not _weekday_matches(rule, day):
        return False
    if rule.month_days and not _month_day_matches(rule, day):
        return False
    return (not rule.year_days or _year_day_matches(rule, day)) and (not rule.week_numbers or _week_matches(rule, day))


def _weekday_matches(rule: Rule, day: date) -> bool:
    """Say whether it is one of the weekdays; "the second" is reckoned in the month, or in the year if that is meant."""
    if (day.weekday(), 0) in rule.weekdays:
        return True
    if rule.frequency in (Frequency.DAILY, Frequency.WEEKLY):
        return any(day.weekday() == weekday for weekday, _ in rule.weekdays)
    if rule.frequency is Frequency.YEARLY and not rule.months:
        place, length = day.timetuple().tm_yday, _days_in_year(day.year)
    else:
        place, length = day.day, calendar.monthrange(day.year, day.month)[1]
    which = {(place - 1) // _WEEK + 1, -((length - place) // _WEEK + 1)}
    return any((day.weekday(), number) in rule.weekdays for number in which)


def _month_day_matches(rule: Rule, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    return not rule.month_days.isdisjoint((day.day, day.day - length - 1))


def _year_day_matches(rule: Rule, day: date) -> bool:
    place = day.timetuple().tm_yday
    return not rule.year_days.isdisjoint((place, place - _days_in_year(day.year) - 1))


def _week_matches(rule: Rule, day: date) -> bool:
    """Say whether it lies in one of the weeks; a week belongs to the year that has most of its days (ISO 8601)."""
    middle = day + timedelta(days=3 - (day.weekday() - rule.week_start) % _WEEK)
    number = (middle.timetuple().tm_yday - 1) // _WEEK + 1
    weeks_left = (_days_in_year(middle.year) - middle.timetuple().tm_yday) // _WEEK
    return not rule.week_numbers.isdisjoint((number, -weeks_left - 1))


def _days_in_year(year: int) -> int:
    return 365 + calendar.isleap(year)


def _at_positions(rule: Rule, walls: list[datetime]) -> list[datetime]:
    """Pick the first, the last and so on of a period's times, where the rule asks for it (BYSETPOS)."""
    if not rule.positions:
        return walls
    places = {position - 1 if position > 0 else len(walls) + position for position in rule.positions}
    return [wall for place, wall in enumerate(walls) if place in places]
