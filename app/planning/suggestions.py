"""What a new meeting's form suggests: a free day at the network's usual hours, and a title."""

from collections.abc import Collection
from datetime import date, time, timedelta
from typing import Any

from app.calendars.days import is_red
from app.networks.kinds import NetworkKind
from app.networks.models import Network
from app.occasions.models import Occasion
from app.occasions.when_form import HOURS, times_of
from app.planning.answer_days import answer_day_for

NOTICE = timedelta(days=14)
"""How long before a meeting members are called, at least."""
TUESDAY = 1
SEARCHED = timedelta(days=120)

# Words that members will read: in the network's language, whoever plans it.
_TITLES = {
    NetworkKind.NETWORK: "Nätverksträff",
    NetworkKind.WORKING_GROUP: "Arbetsgruppsmöte",
    NetworkKind.MANAGERS_GROUP: "Chefsgruppsmöte",
}


def first_to_look_at(latest: Occasion | None, *, today: date) -> date:
    """Return the first day to suggest: members get notice, and it comes a week after their latest meeting at least."""
    soonest = today + NOTICE
    return soonest if latest is None else max(soonest, latest.day + timedelta(weeks=1))


def free_day(weekday: int, *, soonest: date, taken: Collection[date]) -> date:
    """Return the first such weekday (Monday is 0) from a day on that is not red and not taken, within SEARCHED."""
    first = soonest + timedelta(days=(weekday - soonest.weekday()) % 7)
    days = (first + timedelta(weeks=week) for week in range(SEARCHED.days // 7))
    return next((day for day in days if day not in taken and not is_red(day)), first)


def suggestion(
    network: Network, latest: Occasion | None, *, taken: Collection[date], today: date, title: str | None = None
) -> dict[str, Any]:
    """Return what the form begins with: as the latest meeting was, else a Tuesday at 9.30. taken: days in use."""
    usual: dict[str, Any] = {"lasts": HOURS, "from_time": time(9, 30), "to_time": time(12)}
    weekday = TUESDAY
    if latest is not None and latest.ends_at - latest.starts_at <= timedelta(hours=24):
        usual, weekday = times_of(latest), latest.day.weekday()
    day = free_day(weekday, soonest=first_to_look_at(latest, today=today), taken=taken)
    answer_by = answer_day_for(day, today=today)
    return usual | {
        "first_day": day,
        "last_day": None,
        "from_which": None,
        "to_which": None,
        "answer_by": answer_by,
        "answer_was": answer_by.isoformat() if answer_by else "",
        "title": title or _TITLES[network.kind],
        "hosts": [str(network.id)],
        "focus_areas": [str(each.id) for each in network.focus_areas if each.is_valid_on(day)],
        "standard_agenda": True,
    }
