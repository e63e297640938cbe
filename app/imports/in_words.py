"""The plan of a file as lines of text, one for each row: for those who read it in from the command line."""

from collections.abc import Iterator
from datetime import date

from app import clock
from app.imports.calendar_compare import PlannedMeeting
from app.imports.calendar_plan import CalendarPlan
from app.imports.member_plan import MemberPlan
from app.imports.member_rows import PlannedRow
from app.imports.member_terms import Decision
from app.imports.outcomes import Change
from app.occasions.span import Span


def member_lines(plan: MemberPlan) -> Iterator[str]:
    """Return what is made, and a line for each row: where it stands, the outcome, who, and what happens or why not."""
    for name in plan.made:
        yield f"Skapas: {name}"
    for row in plan.rows:
        yield _line(_sentence(str(row.place)), row.outcome.label, row.who, row.email, _of_member(row))


def calendar_lines(plan: CalendarPlan) -> Iterator[str]:
    """Return a line for each meeting: its number in the file, the outcome, when, what, and what happens or why not."""
    for row in plan.rows:
        yield _line(f"Nr {row.number}", row.outcome.label, _when(row.span), row.title, _of_meeting(row))


def _line(where: str, outcome: str, *more: str) -> str:
    return "  ".join([f"{where:<8}", f"{outcome.lower():<10}", *filter(None, more)])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _of_member(row: PlannedRow) -> str:
    told = [*map(_change, row.changes[1:] if not row.changes or not row.changes[0].before else row.changes)]
    told += [_membership(each) for each in row.decisions]
    return "; ".join([*told, *map(str, (*row.reasons, *row.notes))])


def _membership(each: Decision) -> str:
    wanted = each.wanted
    words = [wanted.role.label.lower()]
    if wanted.standing is not None:
        words.append(wanted.standing.label.lower())
    if each.begun is not None:
        words.append(f"från {each.begun}")
    if each.begins is not None and each.begins.ends_on is not None and each.ends_on is None:
        words.append(f"till {each.begins.ends_on}")
    if each.ends_on is not None:
        words.append(f"slutar {each.ends_on}")
    return f"{wanted.network.name}: {', '.join(words)}"


def _of_meeting(row: PlannedMeeting) -> str:
    told = [f"Tid: {_when(row.moved_from)} blir {_when(row.span)}"] if row.moved_from is not None else []
    told += map(_change, row.changes)
    return "; ".join([*told, *map(str, (*row.reasons, *row.notes))])


def _change(change: Change) -> str:
    after = change.after or "tomt"
    return f"{change.label}: {change.before} blir {after}" if change.before else f"{change.label}: {after}"


def _when(span: Span | None) -> str:
    """Return a span as it is written where machines may read it too: 2027-02-11 09:30–12:00."""
    if span is None:
        return ""
    if span.first_day is not None and span.last_day is not None:
        return _days(span.first_day, span.last_day)
    start, end = span.starts_at.astimezone(clock.zone()), span.ends_at.astimezone(clock.zone())
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M}–{last}"


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first}–{last}"
