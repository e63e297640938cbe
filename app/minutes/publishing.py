"""How minutes become public: frozen as a version, locked, corrected by a new one; the old ones stay readable."""

from hashlib import sha256
from json import dumps
from uuid import UUID

from sqlalchemy import func, select

from app import clock, db
from app.audit.actions import What, record
from app.followup import publishing as records
from app.meetings.kinds import ItemKind
from app.meetings.models import Meeting
from app.minutes import queries
from app.minutes.attendance import Roll, set_roll
from app.minutes.draft import draw_up
from app.minutes.mailing import tell_of_minutes
from app.minutes.models import ItemNote, Minutes, Presence, PublishedMinutes
from app.minutes.pen import hold, must_be_open
from app.minutes.snapshot import Snapshot, from_json, to_json
from app.occasions.kinds import OccasionState
from app.people.models import Person
from app.wording import N_, Refusal


class CannotPublish(Refusal):
    """Something is missing before the minutes can be published."""


class NothingSaid(Refusal):
    """A correction says what it corrects."""


class HasChanged(Refusal):
    """Somebody wrote in the draft while it was being read through."""


class NotPublished(Refusal):
    """Only what is published can be corrected."""


def fingerprint(snapshot: Snapshot) -> str:
    """Return a short text that is the same for two drafts that say the same."""
    said = dumps(to_json(snapshot.without_numbers()), sort_keys=True, ensure_ascii=False)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def must_be_ready(meeting: Meeting) -> None:
    """Go on if there is something to publish. Raises CannotPublish."""
    if meeting.occasion.state is not OccasionState.CALLED:
        raise CannotPublish(N_("Mötet är inte kallat, eller så är det inställt. Kalla till mötet först."))
    if clock.now() < meeting.occasion.starts_at:
        raise CannotPublish(N_("Mötet har inte börjat. Publicera när det har hållits."))
    if all(item.kind is ItemKind.PAUSE for item in meeting.items):
        raise CannotPublish(N_("Det finns inga punkter. Lägg till minst en på dagordningen först."))


def publish(
    meeting: Meeting, *, by: Person, read: str | None = None, correction: str = "", with_letter: bool = False
) -> PublishedMinutes:
    """Freeze the draft as a new version and lock it. read is the fingerprint of what was read through, if anything.

    with_letter: those who belong to the networks are told by letter.

    Raises CannotPublish, HasChanged and IsLocked, and NothingSaid for a correction that does not say what it corrects.
    """
    minutes = hold(meeting.id)
    must_be_open(minutes)
    must_be_ready(meeting)
    if minutes.number is not None and not correction:
        raise NothingSaid(N_("Skriv vad som är rättat, så att den som läser förstår."))
    if read is not None and read != fingerprint(draw_up(queries.draft_of(meeting))):
        raise HasChanged(N_("Någon skrev i utkastet medan du läste. Läs igenom det igen och publicera sedan."))
    if minutes.number is None:
        _number(minutes, meeting)
    version = _freeze(meeting, minutes, by=by, correction=correction)
    if with_letter:
        tell_of_minutes(meeting, version=version.version, by=by)
    return version


def _freeze(meeting: Meeting, minutes: Minutes, *, by: Person, correction: str) -> PublishedMinutes:
    at = clock.now()
    records.publish_records(meeting.id, network_id=minutes.network_id, year=minutes.year, at=at)
    minutes.drafting = False
    db.session.flush()
    drawn = draw_up(queries.draft_of(meeting))
    body = to_json(drawn)
    records.remember_notes(meeting.id, {UUID(each.item): f"{each.title}\n{each.note}" for each in drawn.items})
    version = PublishedMinutes(
        meeting_id=meeting.id, version=queries.next_version(meeting.id), published_at=at, published_by_id=by.id,
        published_by=by.name, correction=correction, body=body,
    )  # fmt: skip
    db.session.add(version)
    meeting.minutes_published_at = meeting.minutes_published_at or at
    subject = f"{body['title']}, {meeting.title}"
    record(What.MINUTES_PUBLISHED, by=(by.id, by.name), subject=subject, subject_id=meeting.id, version=version.version)
    db.session.flush()
    return version


def correct(meeting: Meeting) -> Minutes:
    """Open a correction: the draft begins as what is published. Open already, it goes on. Raises NotPublished."""
    minutes = hold(meeting.id)
    if minutes.number is None:
        raise NotPublished(N_("Anteckningarna är inte publicerade än. Ändra direkt i utkastet."))
    if not minutes.drafting:
        minutes.drafting = True
        records.copy_for_correction(meeting.id)
        db.session.flush()
    return minutes


def discard(meeting: Meeting) -> None:
    """Throw a correction away: what is published stands, and the draft says the same again. Raises NotPublished."""
    minutes = hold(meeting.id)
    must_be_open(minutes)
    latest = queries.latest_version(meeting.id)
    if latest is None:
        raise NotPublished(N_("Det finns inget publicerat att gå tillbaka till. Ändra i utkastet i stället."))
    records.discard_drafts(meeting.id)
    _write_back(minutes, from_json(latest.body))
    minutes.drafting = False
    db.session.flush()


def _number(minutes: Minutes, meeting: Meeting) -> None:
    """Give the minutes the next number in the leading network's series for the meeting's year."""
    lead = meeting.occasion.lead
    minutes.network_id, minutes.year, minutes.form = lead.id, meeting.occasion.day.year, lead.record_form
    records.hold_numbers(minutes.network_id)
    series = (Minutes.network_id == minutes.network_id, Minutes.year == minutes.year)
    minutes.number = (db.session.scalars(select(func.max(Minutes.number)).where(*series)).one() or 0) + 1
    db.session.flush()


def _write_back(minutes: Minutes, snapshot: Snapshot) -> None:
    said = {UUID(each.item): each for each in snapshot.items}
    for note in db.session.scalars(select(ItemNote).where(ItemNote.meeting_id == minutes.meeting_id)):
        item = said.get(note.item_id)
        note.text, note.adjourned = (item.note, item.adjourned) if item else ("", False)
        note.revision, note.pen = note.revision + 1, ""
    people = (*snapshot.present, *snapshot.absent)
    presences = {UUID(each.person): Presence(each.presence) for each in people}
    set_roll(minutes, Roll(presences, snapshot.chair, snapshot.secretary, snapshot.guests))
