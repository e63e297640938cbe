"""What the meeting's page and its agenda are made of, put together once for both the page and the fragment."""

from datetime import timedelta
from typing import Any

from app import clock
from app.meetings import policy, schedule
from app.meetings.agenda_parts import AgendaParts
from app.meetings.clashes import clashes_for
from app.meetings.forms import ItemForm
from app.meetings.hosting import TurnTold, turns_told
from app.meetings.kinds import ItemKind
from app.meetings.mailing import series_key
from app.meetings.models import Meeting
from app.networks.models import Network
from app.occasions.answers import by_municipality
from app.occasions.kinds import Stage
from app.occasions.mailing import letters_if_revived
from app.occasions.policy import can_answer, can_see_answers, hosts_seen_by
from app.people.models import Person
from app.rotation.queries import turns_at

NOTES_FROM = timedelta(days=1)
"""How long before the day of the meeting its notes can be begun."""


def agenda_parts(person: Person, meeting: Meeting, *, form: ItemForm | None = None, **more: Any) -> AgendaParts:
    """Return the agenda as the person sees it; form is the one that was sent, which stays with what was typed."""
    can_edit = policy.can_edit_agenda(person, meeting)
    if not policy.can_read_agenda(person, meeting):
        return AgendaParts(meeting, None, can_edit)
    parts = AgendaParts(meeting, schedule_of(meeting), can_edit, form=form, **more)
    if can_edit and (form is not None or meeting.agenda_is_open):
        parts.form = form or ItemForm(formdata=None)
        parts.form.presenters = presenters_for(meeting)
    return parts


def page_parts(person: Person, meeting: Meeting, agenda: AgendaParts) -> dict[str, Any]:
    """Return what the meeting's whole page needs, for this person."""
    occasion = meeting.occasion
    takes_part = can_see_answers(person, occasion)
    is_ahead = occasion.stage in (Stage.DRAFT, Stage.CALLED, Stage.MOVED)
    hosts = hosts_seen_by(person, occasion)
    return {
        "meeting": meeting,
        "occasion": occasion,
        "hosts": hosts,
        "agenda": agenda,
        "here": "networks",
        "form": agenda.form,
        "can_plan": agenda.can_edit,
        "can_answer": can_answer(person, occasion),
        "can_begin_notes": can_begin_notes(person, meeting),
        "can_take_notes": policy.can_take_notes(person, meeting),
        "can_join_online": policy.can_join_online(person, meeting),
        "answers": by_municipality(occasion) if takes_part and occasion.stage is not Stage.DRAFT else None,
        "clashes": clashes_for(person, meeting) if takes_part and is_ahead else (),
        "step": step_of(meeting),
        "turns": _turns(meeting, hosts, can_plan=agenda.can_edit),
        "letters": letters_if_revived(person, occasion, also=series_key(meeting)) if agenda.can_edit else 0,
    }


def _turns(meeting: Meeting, hosts: list[Network], *, can_plan: bool) -> list[TurnTold]:
    """Return whose turn it is, until the meeting has been held or cancelled."""
    if meeting.occasion.stage in (Stage.HELD, Stage.CANCELLED) or meeting.lead_keeps_turns is False:
        return []
    return turns_told(meeting, turns_at(meeting.occasion, hosts), can_plan=can_plan)


def schedule_of(meeting: Meeting) -> schedule.Schedule:
    """Return the meeting's agenda laid out in its time."""
    occasion = meeting.occasion
    return schedule.lay_out(
        meeting.items, starts_at=occasion.starts_at, ends_at=occasion.ends_at, whole_days=occasion.whole_days
    )


def presenters_for(meeting: Meeting) -> list[str]:
    """Return the names of those who may present something, in Swedish order: the members on its day."""
    people = {person for network in meeting.hosts for person in network.members_on(meeting.occasion.day)}
    return [person.name for person in sorted(people, key=lambda person: (person.sort_key, person.id))]


def number_at(meeting: Meeting, position: int) -> int:
    """Return the number an item has, or had, in a place on the agenda: pauses before it are not counted."""
    return 1 + sum(item.kind is not ItemKind.PAUSE for item in meeting.items[:position])


def can_begin_notes(person: Person, meeting: Meeting) -> bool:
    """Whether it is time to write notes, and this person may."""
    if meeting.minutes_started_at is not None or meeting.occasion.stage in (Stage.DRAFT, Stage.CANCELLED):
        return False
    return clock.today() >= meeting.occasion.day - NOTES_FROM and policy.can_take_notes(person, meeting)


def step_of(meeting: Meeting) -> int:
    """Return how far it has come: 0 planned, 1 called, 2 going on or held, 3 notes begun since, 4 published."""
    if meeting.minutes_published_at is not None:
        return 4
    stage = meeting.occasion.stage
    if stage is Stage.HELD and meeting.minutes_started_at is not None:
        return 3
    return {Stage.DRAFT: 0, Stage.ONGOING: 2, Stage.HELD: 2}.get(stage, 1)
