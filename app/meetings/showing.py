"""What the meeting's page and its agenda are made of, put together once for both the page and the fragment."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app import clock
from app.meetings import policy, schedule
from app.meetings.clashes import clashes_for
from app.meetings.forms import ItemForm
from app.meetings.kinds import ItemKind
from app.meetings.mailing import series_key
from app.meetings.models import AgendaItem, Meeting
from app.occasions.answers import by_municipality
from app.occasions.kinds import Stage
from app.occasions.mailing import letters_if_revived
from app.occasions.policy import can_answer, can_see_answers, hosts_seen_by
from app.people.models import Person
from app.rotation.queries import turns_at
from app.wording import Message

NOTES_FROM = timedelta(days=1)
"""How long before the day of the meeting its notes can be begun."""


@dataclass(slots=True)
class AgendaParts:
    """The agenda as one person sees it."""

    meeting: Meeting
    plan: schedule.Schedule | None
    """The items in time; None for those who must wait until it is published."""
    can_edit: bool
    form: ItemForm | None = None
    """Where the next item is written, for those who may add one."""
    focus: str = ""
    """Where the person goes on after what was just done: a word, a colon, an item's id."""
    removed: AgendaItem | None = None
    """The item that was just taken off and can be put back."""
    trouble: Message | None = None
    """Why what was just tried did not work."""

    @property
    def running(self) -> AgendaItem | None:
        """The item that is going on, by the clock of the agenda."""
        if self.plan is None or self.meeting.occasion.stage is not Stage.ONGOING:
            return None
        return self.plan.item_at(clock.now())

    @property
    def can_publish(self) -> bool:
        """Whether the next step is to publish it."""
        if self.form is None or self.meeting.agenda_published_at is not None:
            return False
        return bool(self.meeting.items) and self.meeting.occasion.stage is not Stage.DRAFT

    @property
    def can_remove(self) -> bool:
        """Whether items can be taken off; those with notes to them stay."""
        return self.form is not None and self.meeting.minutes_started_at is None

    @property
    def can_withdraw(self) -> bool:
        """Whether the publishing can be undone."""
        return self.can_remove and self.meeting.agenda_published_at is not None


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
        "turns": turns_at(occasion, hosts) if is_ahead or occasion.stage is Stage.ONGOING else (),
        "letters": letters_if_revived(person, occasion, also=series_key(meeting)) if agenda.can_edit else 0,
    }


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
