"""From the clock on the wall to a moment and back, also on the two nights a year when the clock is changed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.wording import N_, Message, Refusal

_MONTHS = (
    *(N_("januari"), N_("februari"), N_("mars"), N_("april"), N_("maj"), N_("juni")),
    *(N_("juli"), N_("augusti"), N_("september"), N_("oktober"), N_("november"), N_("december")),
)


class TimeDoesNotExist(Refusal):
    """The clock is put forward past this time."""


class TimeExistsTwice(Refusal):
    """The clock is put back over this time, and nobody has said which of the two is meant."""


def to_utc(day: date, at: time, *, zone: ZoneInfo, fold: int | None = None) -> datetime:
    """Return the moment when the clocks of the zone show this day and time.

    fold is 0 for the first (summer time) and 1 for the second of two such moments, as in PEP 495. Raises
    TimeDoesNotExist, TimeExistsTwice when fold is None, and OverflowError outside the years 2 to 9998.
    """
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    before, after = _offsets(wall, zone)
    if before < after:
        raise _does_not_exist(wall, zone)
    if before > after and fold is None:
        raise TimeExistsTwice(
            N_("Klockan %(clock)s inträffar två gånger den %(day)s. Välj om du menar sommartid eller vintertid."),
            clock=_clock(wall),
            day=_day(wall),
        )
    return wall.replace(tzinfo=zone, fold=fold or 0).astimezone(UTC)


def to_local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what the clocks of the zone show at an aware moment. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment has a time zone")
    return moment.astimezone(zone)


def is_twice(wall: datetime) -> bool:
    """Whether clocks of the wall's zone show this day and time twice: PEP 495's repeated interval."""
    assert isinstance(wall.tzinfo, ZoneInfo)  # noqa: S101 - what to_local returns
    before, after = _offsets(wall.replace(tzinfo=None), wall.tzinfo)
    return before > after


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return when the day begins, in UTC: at the first moment there is where the clock is put forward past midnight."""
    wall = datetime.combine(day, time())
    before, after = _offsets(wall, zone)
    if before < after:
        return _change(wall, zone)
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _offsets(wall: datetime, zone: ZoneInfo) -> tuple[timedelta, timedelta]:
    """Return the offsets of both folds: they differ in the skipped hour (rising) and the repeated one (PEP 495)."""
    first = wall.replace(tzinfo=zone, fold=0).utcoffset()
    second = wall.replace(tzinfo=zone, fold=1).utcoffset()
    return first or timedelta(), second or timedelta()


def _change(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment when the clock is put forward past this wall time, found by halving what lies around it."""
    before, after = _offsets(wall, zone)
    whole = wall.replace(microsecond=0, tzinfo=UTC)
    early, late = whole - after, whole - before
    while (seconds := int((late - early).total_seconds())) > 1:
        middle = early + timedelta(seconds=seconds // 2)
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late


def _does_not_exist(wall: datetime, zone: ZoneInfo) -> TimeDoesNotExist:
    before, after = _offsets(wall, zone)
    change = _change(wall, zone)
    return TimeDoesNotExist(
        N_("Klockan %(clock)s finns inte den %(day)s: klockan ställs om från %(old)s till %(new)s. Välj en annan tid."),
        clock=_clock(wall),
        day=_day(wall),
        old=_clock(change + before),
        new=_clock(change + after),
    )


def _clock(wall: datetime) -> Message:
    return Message(N_("%(hour)s.%(minute)s"), hour=wall.hour, minute=f"{wall.minute:02}")


def _day(wall: datetime) -> Message:
    return Message(
        N_("%(day)s %(month)s %(year)s"), day=wall.day, month=Message(_MONTHS[wall.month - 1]), year=wall.year
    )
