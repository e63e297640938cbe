"""How dates and times are written to people, in Swedish and English: tis 24 nov kl. 9.30–12.00, v. 48."""

from datetime import date, datetime, time, timedelta

from app.web.date_words import HARD, words_of


def clock(at: time | datetime, *, language: str) -> str:
    """Return "9.30", in English "9:30"."""
    return f"{at.hour}{words_of(language).in_clock}{at.minute:02}"


def month_name(month: int, *, language: str) -> str:
    """Return the whole name of a month, 1 to 12: "november"."""
    return words_of(language).months[month - 1]


def week(day: date, *, language: str) -> str:
    """Return the ISO 8601 week the day is in: "v. 48"."""
    return f"{words_of(language).before_week}{day.isocalendar().week}"


def date_short(day: date, *, today: date, language: str) -> str:
    """Return "tis 24 nov", with the year when it is not this one."""
    return f"{words_of(language).short_days[day.weekday()]}{HARD}{_day_and_month(day, language)}{_year(day, today)}"


def long_date(day: date, *, language: str, today: date | None = None) -> str:
    """Return "tisdag den 24 november" for running text; given today, with the year when it is not this one."""
    words = words_of(language)
    weekday, month = words.days[day.weekday()], month_name(day.month, language=language)
    return f"{weekday}{words.before_date}{day.day}{HARD}{month}{_year(day, today or day)}"


def days_range(first: date, last: date, *, today: date, language: str, week: bool = False) -> str:
    """Return whole days, the last one included: "20–21 april", "30 april – 2 maj", one day as "tis 20 april"."""
    begin, end = (_day_and_month(day, language) for day in (first, last))
    if last <= first:
        text = date_short(first, today=today, language=language)
    elif first.year != last.year:
        text = f"{begin} {first.year} – {end} {last.year}"
    elif first.month != last.month:
        text = f"{begin} – {end}{_year(last, today)}"
    else:
        text = f"{first.day}–{end}{_year(last, today)}"
    return text + (_weeks(first, last, language) if week else "")


def working_week(monday: date, *, language: str) -> str:
    """Return Monday to Friday: "23–27 nov". A week stands by its number, and needs no year."""
    friday = monday + timedelta(days=4)
    begin, end = (_day_and_month(day, language) for day in (monday, friday))
    return f"{monday.day}–{end}" if monday.month == friday.month else f"{begin}{HARD}– {end}"


def moment_range(start: datetime, end: datetime, *, today: date, language: str, week: bool = False) -> str:
    """Return local times: "tis 24 nov kl. 9.30–12.00", past midnight "tis 24 nov kl. 9.30 – ons 25 nov kl. 12.00"."""
    text = _moment(start, today, language)
    if end.date() > start.date():
        text = f"{text} – {_moment(end, today, language)}"
    elif end != start:
        text = f"{text}–{clock(end, language=language)}"
    return text + (_weeks(start, end, language) if week else "")


def moment(at: datetime, *, today: date, language: str) -> str:
    """Return a local moment as tis 24 nov kl. 9.30."""
    return _moment(at, today, language)


def weekday_short(day: date, *, language: str) -> str:
    """Return the day's name as the date block has it: tis."""
    return date_short(day, today=day, language=language).split()[0]


def month_short(day: date, *, language: str) -> str:
    """Return the month's name as the date block has it: nov."""
    return date_short(day, today=day, language=language).split()[-1]


def near(day: date, *, today: date, language: str) -> str:
    """Return how far off a day is, to stand beside the date: "i dag", "om 19 dagar", "för 3 dagar sedan"."""
    words, ahead = words_of(language), (day - today).days
    if abs(ahead) <= 1:
        return words.near[ahead + 1]
    return words.far[ahead > 0].format(abs(ahead))


def duration_words(length: timedelta, *, language: str, in_minutes: bool = False) -> str:
    """Return "2 timmar 30 minuter", or "150 minuter" when asked in minutes. Seconds are left out, and so is a minus."""
    words, total = words_of(language), abs(length) // timedelta(minutes=1)
    hours, minutes = (0, total) if in_minutes else divmod(total, 60)
    counted = ((hours, words.hours), (minutes, words.minutes))
    parts = [f"{number} {forms[number != 1]}" for number, forms in counted if number]
    return " ".join(parts) or f"0 {words.minutes[1]}"


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"


def _day_and_month(day: date, language: str) -> str:
    return f"{day.day}{HARD}{words_of(language).short_months[day.month - 1]}"


def _moment(at: datetime, today: date, language: str) -> str:
    day = date_short(at.date(), today=today, language=language)
    return f"{day}{words_of(language).before_clock}{clock(at, language=language)}"


def _weeks(first: date, last: date, language: str) -> str:
    """Return ", v. 48", or ", v. 48–49" for what goes on into another week."""
    begins, ends = first.isocalendar(), last.isocalendar()
    several = f"–{ends.week}" if last > first and begins[:2] != ends[:2] else ""
    return f", {week(first, language=language)}{several}"
