"""The demo county's minutes: drafts, published ones, and one that was corrected."""

from datetime import timedelta
from typing import Any

from app import clock
from app.demo.people import County
from app.followup import actions as followup
from app.followup.actions import Promise
from app.meetings.models import AgendaItem, Meeting
from app.minutes import actions as minutes
from app.minutes import publishing
from app.minutes.actions import Writing
from app.minutes.models import Presence
from app.networks.kinds import Role
from app.occasions.kinds import Reply
from app.people.models import Person


def write_minutes(county: County, meeting: Meeting, row: dict[str, Any]) -> None:
    """Write the minutes of a meeting as they would have been written: at the meeting, published two days later."""
    lead = meeting.occasion.lead
    writer = next(each.person for each in lead.memberships if each.role is Role.COORDINATOR)
    with clock.held_at(meeting.occasion.starts_at + timedelta(minutes=5)):
        items = list(meeting.items)
        _write(meeting, items, row, writer)
        for what, owner, weeks in row.get("actions", []):
            promise = Promise(what, owner=county.people[owner], due_on=county.today + timedelta(weeks=weeks))
            followup.add_action(meeting, items[len(items) // 2], promise)
    if row["minutes"] == "draft":
        return
    with clock.held_at(meeting.occasion.ends_at + timedelta(days=2)):
        publishing.publish(meeting, by=writer)
    if row["minutes"] == "corrected":
        _correct(meeting, items[1], writer)


def _write(meeting: Meeting, items: list[AgendaItem], row: dict[str, Any], writer: Person) -> None:
    working = minutes.begin(meeting, by=writer)
    declined = {each.person_id for each in meeting.occasion.answers if each.reply is Reply.NO}
    for each in working.attendances:  # whoever did not answer came all the same
        if each.presence is Presence.ABSENT and each.person_id not in declined:
            each.presence = Presence.ON_SITE
    for item, (_title, _kind, _minutes, _presenter, *said) in zip(items, row["items"], strict=True):
        if said and said[0]:
            minutes.write(working, item, Writing(said[0], revision=0), by=writer)
        if len(said) > 1:
            followup.add_decision(meeting, item, said[1])
        if item.title.startswith("Bordlagd"):
            minutes.put_off(working, item, adjourned=True)


def _correct(meeting: Meeting, item: AgendaItem, writer: Person) -> None:
    with clock.held_at(meeting.occasion.ends_at + timedelta(days=4)):
        working = publishing.correct(meeting)
        note = minutes.note_of(working, item)
        better = Writing(note.text.replace("fler unga turister", "många fler unga turister"), revision=note.revision)
        minutes.write(working, item, better, by=writer)
        publishing.publish(meeting, by=writer, correction="Uppgiften från Borgholm var ofullständig.")
