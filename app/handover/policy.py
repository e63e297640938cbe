"""Who may hand over what somebody holds."""

from collections.abc import Collection
from uuid import UUID

from app.followup.models import Action
from app.followup.policy import can_finish
from app.meetings.models import Meeting
from app.meetings.policy import can_edit_agenda, can_take_notes
from app.networks.models import Network
from app.people.models import Person
from app.people.policy import leads_libraries_of
from app.rotation.policy import can_keep_turns


def can_hand_over(reader: Person, person: Person, places: Collection[UUID | None]) -> bool:
    """Who leaves hands over; administrators can too, and the library manager of a municipality that is represented."""
    leads_one = any(leads_libraries_of(reader, each) for each in places)
    return reader.id == person.id or reader.is_administrator or leads_one


def can_give(reader: Person, person: Person, action: Action) -> bool:
    """Who may tick off what somebody promised lets another do it; so does the manager of the own municipality."""
    return can_finish(reader, action) or leads_libraries_of(reader, person.municipality_id)


def can_read_draft(reader: Person, action: Action) -> bool:
    """Those who may write the minutes read what is promised in them before they are published, and nobody else."""
    return can_take_notes(reader, action.meeting)


def can_give_draft(reader: Person, action: Action) -> bool:
    """Who promised something lets somebody else do it, also unread; those who write the minutes can too."""
    return action.owner_id == reader.id or can_read_draft(reader, action)


def can_give_turns(reader: Person, whose: UUID, network: Network) -> bool:
    """Who has a turn hands it on; those who keep the network's turn lists can too."""
    return network.archived_at is None and (reader.id == whose or can_keep_turns(reader, network))


def can_give_item(reader: Person, person: Person, meeting: Meeting, *, belongs: bool) -> bool:
    """Who presents something as one of the network lets somebody else do it; those who set the agenda can too."""
    return (belongs and reader.id == person.id) or can_edit_agenda(reader, meeting)
