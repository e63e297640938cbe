"""Who took part: prefilled from the members' answers, then ticked off at the meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app import db
from app.meetings.models import Meeting
from app.minutes.models import Attendance, Minutes, Presence
from app.minutes.pen import must_be_open
from app.occasions.kinds import Reply
from app.people.models import Person
from app.wording import N_, Refusal

_CAME = {Reply.ON_SITE: Presence.ON_SITE, Reply.ONLINE: Presence.ONLINE}


class NewerAttendance(Refusal):
    """Somebody else has taken attendance since; nothing is overwritten."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Who took part, and how; guests, chair and secretary as text."""

    presences: Mapping[UUID, Presence]
    chair: str = ""
    secretary: str = ""
    guests: str = ""

    @property
    def count(self) -> int:
        """How many took part."""
        return sum(presence is not Presence.ABSENT for presence in self.presences.values())


def members(meeting: Meeting) -> list[Person]:
    """Return who should take part: the hosts' members on the day, each once, in Swedish order."""
    day = meeting.occasion.day
    return in_order({person.id: person for host in meeting.hosts for person in host.members_on(day)})


def expected(meeting: Meeting, minutes: Minutes) -> list[Person]:
    """Return whom to tick: the members on the day, and those already on the list."""
    listed = {each.person_id: each.person for each in minutes.attendances}
    return in_order(listed | {person.id: person for person in members(meeting)})


def in_order(people: Mapping[UUID, Person]) -> list[Person]:
    """Return people in Swedish order."""
    return sorted(people.values(), key=lambda person: (person.sort_key, str(person.id)))


def prefilled(meeting: Meeting) -> list[Attendance]:
    """Return the list before the meeting: those who said they come are there, the others are not yet."""
    occasion = meeting.occasion
    replies = {each.person_id: each.reply for each in occasion.answers}
    return [
        Attendance(person=person, presence=_CAME.get(replies.get(person.id, Reply.NO), Presence.ABSENT))
        for person in members(meeting)
    ]


def roll_of(minutes: Minutes) -> Roll:
    """Return the attendance as it is kept."""
    presences = {each.person_id: each.presence for each in minutes.attendances}
    return Roll(presences, minutes.chair, minutes.secretary, minutes.guests)


def call_roll(minutes: Minutes, roll: Roll, *, revision: int) -> None:
    """Save who took part. Raises NewerAttendance when it began from an older list, and IsLocked."""
    must_be_open(minutes)
    if roll == roll_of(minutes):
        return
    if revision != minutes.attendance_revision:
        raise NewerAttendance(N_("Någon annan har ändrat närvaron medan du skrev. Inget är överskrivet."))
    set_roll(minutes, roll)


def differences(theirs: Roll, mine: Roll, people: Sequence[Person]) -> list[tuple[str, str, str]]:
    """Return what two lists say differently: who or what, theirs, mine."""
    found = [
        (person.name, theirs.presences.get(person.id, Presence.ABSENT).label, mine.presences[person.id].label)
        for person in people
        if theirs.presences.get(person.id, Presence.ABSENT) is not mine.presences[person.id]
    ]
    texts = (
        (N_("Ordförande"), theirs.chair, mine.chair),
        (N_("Sekreterare"), theirs.secretary, mine.secretary),
        (N_("Övriga"), theirs.guests, mine.guests),
    )
    return [*found, *(each for each in texts if each[1] != each[2])]


def set_roll(minutes: Minutes, roll: Roll) -> None:
    """Let the attendance be this."""
    kept = {each.person_id: each for each in minutes.attendances}
    minutes.attendances = [_attendance(kept, person_id, presence) for person_id, presence in roll.presences.items()]
    minutes.chair, minutes.secretary, minutes.guests = roll.chair, roll.secretary, roll.guests
    minutes.attendance_revision += 1
    db.session.flush()


def _attendance(kept: Mapping[UUID, Attendance], person_id: UUID, presence: Presence) -> Attendance:
    attendance = kept.get(person_id) or Attendance(person_id=person_id)
    attendance.presence = presence
    return attendance
