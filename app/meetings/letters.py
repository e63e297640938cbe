"""The letter that tells of a published agenda."""

from uuid import UUID

from flask_babel import gettext as _

from app import db
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter, letter
from app.mail.marks import written
from app.meetings.letter_parts import (
    Facts,
    calendar_file,
    networks_of,
    to_answer,
    to_tell,
    when_and_where,
    why,
)
from app.meetings.models import Meeting
from app.meetings.showing import schedule_of
from app.occasions.kinds import OccasionState
from app.web.dates import clock as clock_in_words
from app.web.filters import local, start
from app.web.i18n import language, translate

MOST_ITEMS = 20


@letter(Kind.AGENDA_PUBLISHED)
def agenda(errand: Errand) -> Letter | None:
    """Tell what a meeting will take up; nothing when the agenda was withdrawn, or the meeting cancelled or held."""
    told = to_tell(errand, state=OccasionState.CALLED)
    meeting = db.session.get(Meeting, UUID(errand.about["occasion"]))
    if told is None or meeting is None or meeting.agenda_published_at is None:
        return None
    occasion, person = told
    return Letter(
        subject=_("Dagordning: %(title)s, %(when)s", title=written(occasion.title), when=start(occasion)),
        paragraphs=(_("Dagordningen är publicerad. Så här är det tänkt:"),),
        facts=(*_items(meeting), *when_and_where(occasion, person), *to_answer(occasion)),
        button=Button(_("Läs dagordningen"), errand.url(f"{occasion.path}#agenda")),
        why=why(networks_of(occasion, person)),
        attachments=(calendar_file(errand, person, [occasion]),),
    )


def _items(meeting: Meeting) -> Facts:
    """Return each item with its clock time; where there is none, with its number."""
    found = []
    for row in schedule_of(meeting).rows[:MOST_ITEMS]:
        number = f"{row.number}." if row.number else ""
        title = written(row.item.title) if row.number else translate(row.item.title)
        if row.starts_at is None:
            found.append((number or "·", title))
        else:
            at = clock_in_words(local(row.starts_at).time(), language=language())
            found.append((at, f"{number} {title}".strip()))
    return tuple(found)
