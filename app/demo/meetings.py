"""The demo county's meetings: called, moved, cancelled, held; with agendas, answers and minutes."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from app import clock, db
from app.demo.minutes import write_minutes
from app.demo.people import County
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.networks.kinds import Role
from app.occasions import actions
from app.occasions.actions import Span
from app.occasions.kinds import OccasionKind, Reply
from app.occasions.localtime import to_utc
from app.occasions.models import Occasion

REPLIES = (Reply.ON_SITE, Reply.ON_SITE, Reply.ONLINE, Reply.ON_SITE, Reply.NO, None, Reply.ON_SITE, Reply.UNSURE)


def load_meetings(county: County, rows: list[dict[str, Any]]) -> None:
    """Load the meetings, each as if planned five weeks before its day (or five weeks ago)."""
    for row in rows:
        begins = _span(county, row).starts_at
        with clock.held_at(min(clock.now(), begins) - timedelta(days=35)):
            meeting = _plan(county, row)
        with clock.held_at(min(clock.now(), begins) - timedelta(days=12)):
            _carry_on(meeting, row)
        if "minutes" in row:
            write_minutes(county, meeting, row)


def carry_over(title: str, *, to: str) -> None:
    """Let an item that an earlier meeting adjourned be continued by one of a later meeting."""
    earlier, later = (
        db.session.scalars(select(AgendaItem).where(AgendaItem.title == each)).one() for each in (title, to)
    )
    later.carried_from_id = earlier.id


def load_activities(county: County, rows: list[dict[str, Any]]) -> None:
    """Load the joint activities: occasions without an agenda, of whole days."""
    for row in rows:
        first = _day(county, row)
        span = actions.whole_days(first, first + timedelta(days=row["days"] - 1))
        hosts = [county.networks[slug] for slug in row["networks"]]
        with clock.held_at(clock.now() - timedelta(days=50)):
            occasion = actions.create_occasion(
                title=row["title"], span=span, hosts=hosts, by=county.people["admin"], host_name=county.host_name,
                kind=OccasionKind.ACTIVITY, place=row["place"], description=row["description"],
                focus_areas=hosts[0].focus_areas,
            )  # fmt: skip
            actions.call(occasion)


def _plan(county: County, row: dict[str, Any]) -> Meeting:
    hosts = [county.networks[slug] for slug in (row["network"], *row.get("joint", []))]
    coordinator = next(each.person for each in hosts[0].memberships if each.role is Role.COORDINATOR)
    occasion = actions.create_occasion(
        title=row["title"], span=_span(county, row), hosts=hosts, by=coordinator, host_name=county.host_name,
        place=row["place"], link=row.get("link", ""), focus_areas=hosts[0].focus_areas,
    )  # fmt: skip
    meeting = Meeting(id=occasion.id, occasion=occasion)
    db.session.add(meeting)
    for position, (title, kind, minutes, presenter, *_) in enumerate(row["items"], 1):
        db.session.add(
            AgendaItem(
                meeting=meeting, position=position, title=title, kind=ItemKind(kind), presenter=presenter,
                duration=timedelta(minutes=minutes),
            )
        )  # fmt: skip
    db.session.flush()
    return meeting


def _carry_on(meeting: Meeting, row: dict[str, Any]) -> None:
    occasion, state = meeting.occasion, row.get("state", "called")
    if state == "draft":
        return
    actions.call(occasion)
    if state == "cancelled":
        actions.cancel(occasion, because=row["because"])
    if "moved" in row:  # called for another day first
        earlier = timedelta(days=row["moved"])
        occasion.moved_from = occasion.starts_at + earlier
        occasion.sequence += 1
    if row.get("agenda") or "minutes" in row:
        meeting.agenda_published_at = clock.now()
        meeting.answer_by = occasion.day - timedelta(days=3)
    if row.get("answers") or "minutes" in row:
        _answer(occasion)


def _answer(occasion: Occasion) -> None:
    # The demo's own people leave the question open, so that whoever tries the demo can answer it.
    people = [each for each in occasion.lead.members_on(clock.today()) if each.email.startswith(("kontakt.", "chef."))]
    for person, reply in zip(people, REPLIES * (len(people) // len(REPLIES) + 1), strict=False):
        if reply is not None:
            actions.answer(occasion, person, reply)


def _day(county: County, row: dict[str, Any]) -> date:
    return county.today - timedelta(days=county.today.weekday()) + timedelta(weeks=row["week"], days=row["day"])


def _span(county: County, row: dict[str, Any]) -> Span:
    day = _day(county, row)
    return actions.timed(_at(day, row["from"]), _at(day, row["to"]))


def _at(day: date, text: str) -> datetime:
    hour, minute = text.split(".")
    return to_utc(day, time(int(hour), int(minute)), zone=clock.zone())
