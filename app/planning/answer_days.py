"""Until when members are asked to say if they come: a week before the meeting, or as far before as there is."""

from datetime import date, timedelta

ANSWER_BEFORE = timedelta(days=7)


def answer_day_for(meeting_day: date, *, today: date) -> date | None:
    """Return the last day for answers to a meeting: never one that has passed, so none when the meeting's has."""
    return max(today, meeting_day - ANSWER_BEFORE) if meeting_day >= today else None


def asked_anew(answer_by: date | None, *, meeting_day: date, today: date) -> date | None:
    """Return the last day when answers are asked for again: the same, unless it has passed."""
    if answer_by is None or answer_by >= today:
        return answer_by
    return answer_day_for(meeting_day, today=today)
