"""What can happen to a draft of minutes: begun, written in item by item, an item put off."""

from dataclasses import dataclass
from datetime import timedelta

from app import clock, db
from app.meetings.models import AgendaItem, Meeting
from app.minutes.attendance import members, prefilled
from app.minutes.models import ItemNote, Minutes
from app.minutes.pen import must_be_open
from app.networks.kinds import Role
from app.occasions.kinds import OccasionState
from app.occasions.revisions import hold
from app.people.models import Person
from app.rotation.kinds import NOBODY, TurnKind
from app.rotation.queries import turns_at
from app.wording import N_, Refusal

BEFORE_THE_MEETING = timedelta(days=1)


class CannotBegin(Refusal):
    """Minutes are written of a meeting that has been called, from the day before it."""


class NewerWords(Refusal):
    """Somebody else has written under the item since; nothing is overwritten. theirs is what stands there now."""

    def __init__(self, theirs: ItemNote) -> None:
        super().__init__(N_("Någon annan har skrivit under punkten medan du skrev. Inget är överskrivet."))
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody has typed under an item: from which revision, on which open page."""

    text: str
    revision: int
    pen: str = ""


def must_be_time(meeting: Meeting) -> None:
    """Go on if minutes can begin. Raises CannotBegin."""
    if meeting.occasion.state is not OccasionState.CALLED:
        raise CannotBegin(N_("Anteckningar skrivs från ett möte som är kallat. Kalla till mötet först."))
    if clock.today() < meeting.occasion.day - BEFORE_THE_MEETING:
        raise CannotBegin(N_("Du kan börja skriva anteckningarna dagen före mötet."))


def begin(meeting: Meeting, *, by: Person) -> Minutes:
    """Begin the minutes, with attendance as members have answered; begun already, they go on. Raises CannotBegin."""
    hold(meeting.occasion)
    begun = db.session.get(Minutes, meeting.id, populate_existing=True)
    if begun is not None:
        return begun
    must_be_time(meeting)
    minutes = Minutes(
        meeting_id=meeting.id, network_id=meeting.occasion.lead_id, year=meeting.occasion.day.year,
        form=meeting.occasion.lead.record_form, started_by_id=by.id,
        chair=_whose_turn(meeting, TurnKind.CHAIR) or _first_in_role(meeting, Role.CHAIR),
        secretary=_whose_turn(meeting, TurnKind.SECRETARY) or _first_in_role(meeting, Role.SECRETARY) or by.name,
    )  # fmt: skip
    minutes.attendances = prefilled(meeting)
    db.session.add(minutes)
    meeting.minutes_started_at = minutes.started_at = clock.now()
    db.session.flush()
    return minutes


def note_of(minutes: Minutes, item: AgendaItem) -> ItemNote:
    """Return what is written under an item as it stands now; a new note, not yet kept, when nothing is."""
    key = (minutes.meeting_id, item.id)
    kept = db.session.get(ItemNote, key, populate_existing=True)
    return kept or ItemNote(meeting_id=key[0], item_id=key[1], text="", revision=0, pen="", adjourned=False)


def write(minutes: Minutes, item: AgendaItem, writing: Writing, *, by: Person) -> ItemNote:
    """Save what was typed under an item. Raises NewerWords when it began from older words, and IsLocked.

    The same page's earlier save is never newer words: its answer may have got lost, or be on its way.
    """
    must_be_open(minutes)
    note = note_of(minutes, item)
    if note.text == writing.text:
        return note
    is_own = note.revision == writing.revision or (note.pen != "" and note.pen == writing.pen)
    if note.revision > 0 and not is_own:
        raise NewerWords(note)
    note.text, note.pen, note.revision = writing.text, writing.pen, note.revision + 1
    note.changed_at, note.changed_by_id = clock.now(), by.id
    db.session.add(note)
    db.session.flush()
    return note


def put_off(minutes: Minutes, item: AgendaItem, *, adjourned: bool) -> None:
    """Mark that an item waits for another meeting, or that it was taken up after all. Raises IsLocked."""
    must_be_open(minutes)
    note = note_of(minutes, item)
    note.adjourned = adjourned
    db.session.add(note)
    db.session.flush()


def _first_in_role(meeting: Meeting, role: Role) -> str:
    return next(
        (person.name for host in meeting.hosts for person in members(meeting) if host.has_role(person, role)), ""
    )


def _whose_turn(meeting: Meeting, kind: TurnKind) -> str:
    return dict(turns_at(meeting.occasion, meeting.hosts)).get(kind, NOBODY).name
