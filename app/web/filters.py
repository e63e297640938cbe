"""What templates can say: dates, times, names and sentences in the reader's language."""

from collections.abc import Sized
from datetime import date, datetime, timedelta
from typing import Protocol

from flask import Flask
from markupsafe import Markup, escape

from app import clock, swedish
from app.config import Settings
from app.web import dates
from app.web.i18n import in_a_row, language, translate, written
from app.web.markdown import markdown
from app.wording import N_


class Timed(Protocol):
    """Anything with a time: an occasion."""

    starts_at: datetime
    ends_at: datetime
    first_day: date | None
    last_day: date | None


class Placed(Protocol):
    """Anything with a place, an online room, or both: an occasion."""

    place: str
    link: str


def install(app: Flask, settings: Settings) -> None:
    """Give the templates their filters and the address of htmx."""
    named = (written, in_a_row, mailto, whereabouts, markdown, filled, local, day, when, start, hours, length, iso)
    app.jinja_env.filters.update({each.__name__: each for each in named})
    app.jinja_env.filters.update(
        t=translate,
        initials=swedish.initials,
        long_day=lambda value: dates.long_date(_as_day(value), language=language()),
        working_week=lambda monday: dates.working_week(monday, language=language()),
        near=lambda value: dates.near(_as_day(value), today=clock.today(), language=language()),
        clock=lambda value: dates.clock(local(value).time(), language=language()),
        weekday=lambda value: dates.weekday_short(_as_day(value), language=language()),
        month=lambda value: dates.month_short(_as_day(value), language=language()),
        minutes=lambda length: int(length.total_seconds() // 60),
    )
    app.jinja_env.globals.update(
        htmx={"url": settings.htmx_url, "integrity": settings.htmx_integrity}, today=clock.today, now=clock.now
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def mailto(address: str) -> Markup:
    """Return an e-mail address as a link that breaks, where it must, before the @ and after a full stop."""
    shown = escape(address).replace("@", Markup("<wbr>@")).replace(".", Markup(".<wbr>"))
    return Markup('<a href="mailto:{}">{}</a>').format(address, shown)


def filled(pattern: Markup, **values: str) -> Markup:
    """Return markup made once for many places, with each value, escaped, where it says %name."""
    text = str(pattern)
    for name, value in values.items():
        text = text.replace(f"%{name}", escape(value))
    return Markup(text)  # noqa: S704  (all of it is)


def local(moment: datetime) -> datetime:
    """Return a moment as clocks show it where the organisation is."""
    return moment.astimezone(clock.zone())


def day(value: date | datetime) -> str:
    """Return a day as tis 24 nov, with the year when it is not this one."""
    return dates.date_short(_as_day(value), today=clock.today(), language=language())


def when(thing: Timed, *, week: bool = True) -> str:
    """Return when something is: tis 24 nov kl. 9.30-12.00, v. 48."""
    today = clock.today()
    if thing.first_day is not None and thing.last_day is not None:
        return dates.days_range(thing.first_day, thing.last_day, today=today, language=language(), week=week)
    start, end = local(thing.starts_at), local(thing.ends_at)
    return dates.moment_range(start, end, today=today, language=language(), week=week)


def whereabouts(thing: Placed) -> str:
    """Return where something is: the place, online, or either; empty while that is not settled."""
    if not (thing.place and thing.link):
        return thing.place or (translate(N_("digitalt")) if thing.link else "")
    return f"{thing.place}{translate(N_(' eller '))}{translate(N_('digitalt'))}"


def start(thing: Timed) -> str:
    """Return when something begins: tis 24 nov kl. 9.30; the days only for whole days."""
    if thing.first_day is not None:
        return when(thing, week=False)
    return dates.moment(local(thing.starts_at), today=clock.today(), language=language())


def hours(thing: Timed) -> str:
    """Return the hours only: 9.30-12.00; empty for whole days."""
    if thing.first_day is not None:
        return ""
    start, end = local(thing.starts_at), local(thing.ends_at)
    between = "–" if start.date() == end.date() else " – "
    return f"{dates.clock(start.time(), language=language())}{between}{dates.clock(end.time(), language=language())}"


def length(value: timedelta | Sized) -> str | int:
    """Return a length of time in words; of anything else, as Jinja's own filter of this name, how many it holds."""
    return dates.duration_words(value, language=language()) if isinstance(value, timedelta) else len(value)


def iso(value: date | datetime | timedelta) -> str:
    """Return a value as the datetime attribute of <time> wants it."""
    if isinstance(value, datetime):
        return local(value).isoformat(timespec="minutes")
    if isinstance(value, timedelta):
        return f"PT{int(value.total_seconds() // 60)}M"
    return value.isoformat()


def _as_day(value: date | datetime) -> date:
    return local(value).date() if isinstance(value, datetime) else value
