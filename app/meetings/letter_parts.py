"""What letters about meetings and activities have in common: when and where, the agenda, the calendar file, why."""

from collections.abc import Sequence
from uuid import UUID

from flask_babel import gettext as _

from app import clock, db
from app.ical.files import file_for, file_name
from app.mail.letters import Attachment, Errand
from app.mail.marks import written
from app.meetings.kinds import ItemKind
from app.meetings.models import Meeting
from app.networks.models import Network
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.occasions.policy import can_answer, can_see_answers, hosts_seen_by
from app.people.models import Person
from app.web.filters import day, when
from app.web.i18n import in_a_row

Facts = tuple[tuple[str, str], ...]
FIRST_ITEMS = 5
"""How much of the agenda stands in a call."""


def to_tell(errand: Errand, *, state: OccasionState) -> tuple[Occasion, Person] | None:
    """Return what a letter is about and its reader; None when it is over, stands otherwise, or is no longer theirs."""
    occasion = db.session.get(Occasion, UUID(errand.about["occasion"]))
    person = db.session.get_one(Person, errand.receiver.person_id)
    if occasion is None or occasion.state is not state or occasion.ends_at <= clock.now():
        return None
    return (occasion, person) if can_answer(person, occasion) else None


def when_and_where(occasion: Occasion, person: Person) -> Facts:
    """Return the time and the place; the address of the online room for those who may enter it."""
    link = occasion.link if can_see_answers(person, occasion) else ""
    place = written(occasion.place) or ("" if link else _("Inte bestämt än"))
    facts = ((_("När"), when(occasion)), (_("Var"), place), (_("Digitalt"), link))
    return tuple((name, value) for name, value in facts if value)


def hosted(occasion: Occasion, person: Person) -> Facts:
    """Return who hold it, where they are several; only those that exist for the person."""
    hosts = hosts_seen_by(person, occasion)
    return ((_("Håller i det"), listed(hosts)),) if len(hosts) > 1 else ()


def to_answer(occasion: Occasion) -> Facts:
    """Return until when the members are asked to answer."""
    meeting = db.session.get(Meeting, occasion.id)
    if meeting is None or meeting.answer_by is None or meeting.answer_by < clock.today():
        return ()
    return ((_("Svara senast"), day(meeting.answer_by)),)


def first_items(occasion: Occasion) -> Facts:
    """Return the first items of the agenda, once it is published."""
    meeting = db.session.get(Meeting, occasion.id)
    if meeting is None or meeting.agenda_published_at is None:
        return ()
    titles = [item.title for item in meeting.items if item.kind is not ItemKind.PAUSE]
    told = [f"{number}. {written(title)}" for number, title in enumerate(titles[:FIRST_ITEMS], 1)]
    if len(titles) > FIRST_ITEMS:
        told.append(_("och %(number)s punkter till", number=len(titles) - FIRST_ITEMS))
    return ((_("Dagordning"), " · ".join(told)),) if told else ()


def calendar_file(errand: Errand, person: Person, occasions: Sequence[Occasion]) -> Attachment:
    """Return the calendar file: the same events, with the same UID and SEQUENCE, as in feeds and on the page.

    It has no METHOD. One of REQUEST would make calendar programs show buttons that answer by mail to an address that
    nobody reads (RFC 5546 3.2.2, RFC 6047 2.3), while the answer that counts is given on the meeting's page.
    """
    body = file_for(person, occasions, base_url=errand.base_url)
    return Attachment(file_name(occasions[0]), body, "text/calendar; charset=utf-8")


def networks_of(occasion: Occasion, person: Person) -> list[Network]:
    """Return the hosts that the person belongs to."""
    return [each for each in occasion.hosts if each.has_member(person)]


def why(networks: Sequence[Network]) -> str:
    """Return the sentence that says why one gets the letter."""
    return str(_("Du får mejlet för att du är med i %(networks)s.", networks=listed(networks)))


def listed(networks: Sequence[Network]) -> str:
    """Return the names of networks in a row, as one says them."""
    return in_a_row(written(each.name) for each in networks)
