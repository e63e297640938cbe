"""The words that dates are written with, language by language."""

from typing import NamedTuple

HARD = "\N{NO-BREAK SPACE}"


class Words(NamedTuple):
    """The words of one language. Weekdays begin with Monday; a month or a weekday is found by its number."""

    days: tuple[str, ...]
    short_days: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    before_date: str
    before_clock: str
    in_clock: str
    before_week: str
    near: tuple[str, str, str]
    far: tuple[str, str]
    hours: tuple[str, str]
    minutes: tuple[str, str]


def _each(words: str) -> tuple[str, ...]:
    return tuple(words.split())


SWEDISH = Words(
    days=_each("måndag tisdag onsdag torsdag fredag lördag söndag"),
    short_days=_each("mån tis ons tors fre lör sön"),
    months=_each("januari februari mars april maj juni juli augusti september oktober november december"),
    short_months=_each("jan feb mars april maj juni juli aug sep okt nov dec"),
    before_date=" den ",
    before_clock=f" kl.{HARD}",
    in_clock=".",
    before_week=f"v.{HARD}",
    near=("i går", "i dag", "i morgon"),
    far=(f"för {{}}{HARD}dagar sedan", f"om {{}}{HARD}dagar"),
    hours=("timme", "timmar"),
    minutes=("minut", "minuter"),
)
ENGLISH = Words(
    days=_each("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    short_days=_each("Mon Tue Wed Thu Fri Sat Sun"),
    months=_each("January February March April May June July August September October November December"),
    short_months=_each("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    before_date=" ",
    before_clock=", ",
    in_clock=":",
    before_week=f"week{HARD}",
    near=("yesterday", "today", "tomorrow"),
    far=(f"{{}}{HARD}days ago", f"in {{}}{HARD}days"),
    hours=("hour", "hours"),
    minutes=("minute", "minutes"),
)


def words_of(language: str) -> Words:
    """Return the words of a language; Swedish, the source, for one that is not here."""
    return ENGLISH if language == "en" else SWEDISH
