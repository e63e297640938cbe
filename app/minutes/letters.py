"""The letter that tells of published minutes, or of what was corrected in them."""

from uuid import UUID

from flask_babel import gettext as _

from app import db
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter, letter
from app.mail.marks import written
from app.meetings.letter_parts import Facts, networks_of, why
from app.minutes import queries
from app.minutes.models import PublishedMinutes
from app.minutes.snapshot import Snapshot, from_json
from app.networks.kinds import RecordForm
from app.people.models import Person
from app.web.filters import day


@letter(Kind.MINUTES_PUBLISHED)
def minutes(errand: Errand) -> Letter | None:
    """Tell that minutes can be read, as they now stand; nothing to who has left since."""
    person = db.session.get_one(Person, errand.receiver.person_id)
    latest = queries.latest_version(UUID(errand.about["meeting"]))
    networks = networks_of(latest.meeting.occasion, person) if latest else []
    if latest is None or not networks:
        return None
    corrections = _corrections(latest, since=int(errand.about["version"]))
    snapshot, occasion = from_json(latest.body), latest.meeting.occasion
    named = _("%(title)s, %(day)s", title=written(occasion.title), day=day(occasion.day))
    subject, first, read = _worded(named, is_formal=snapshot.form is RecordForm.MINUTES, corrected=bool(corrections))
    return Letter(
        subject=subject,
        paragraphs=(first,),
        quote="\n".join(corrections),
        facts=() if corrections else _outcome(snapshot),
        button=Button(read, errand.url(f"{occasion.path}/minutes")),
        why=why(networks),
    )


def _worded(named: str, *, is_formal: bool, corrected: bool) -> tuple[str, str, str]:
    """Return the subject, the first sentence and the words of the button."""
    read = _("Läs protokollet") if is_formal else _("Läs anteckningarna")
    if corrected:
        return _("Rättelse: %(what)s", what=named), _("Det som var publicerat är rättat:"), read
    if is_formal:
        return _("Protokoll: %(what)s", what=named), _("Protokollet är publicerat."), read
    return _("Minnesanteckningar: %(what)s", what=named), _("Minnesanteckningarna är publicerade."), read


def _corrections(latest: PublishedMinutes, *, since: int) -> list[str]:
    """Return what was corrected, the earliest first, for somebody who was told of every version before."""
    told = [(number, words) for number, _at, words in queries.versions_of(latest.meeting_id) if number >= since > 1]
    return [words for _number, words in sorted(told) if words]


def _outcome(snapshot: Snapshot) -> Facts:
    """Return how much was decided and promised."""
    decisions = sum(len(item.decisions) for item in snapshot.items)
    actions = sum(len(item.actions) for item in snapshot.items)
    counted = ((_("Beslut"), decisions), (_("Åtgärder"), actions))
    return tuple((name, str(number)) for name, number in counted if number)
