"""The letters that call members, and tell that what they were called to is moved, cancelled or on again."""

from datetime import date, datetime

from flask_babel import gettext as _

from app import clock
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter, letter
from app.mail.marks import written
from app.meetings.letter_parts import (
    Facts,
    calendar_file,
    first_items,
    hosted,
    listed,
    networks_of,
    to_answer,
    to_tell,
    when_and_where,
    why,
)
from app.occasions.kinds import OccasionKind, OccasionState
from app.occasions.mailing import News, as_told
from app.occasions.models import Occasion
from app.people.models import Person
from app.planning.series_letter import series
from app.web.dates import moment
from app.web.filters import day, local, start
from app.web.i18n import language, translate

_TIMES = {"was", "until", "day"}


@letter(Kind.MEETING_CALLED)
def called(errand: Errand) -> Letter | None:
    """Call somebody; nothing when it was cancelled or held before the letter left."""
    if "series" in errand.about:
        return series(errand)
    told = to_tell(errand, state=OccasionState.CALLED)
    if told is None:
        return None
    occasion, person = told
    names = listed(networks_of(occasion, person))
    if occasion.kind is OccasionKind.MEETING:
        subject = _("Kallelse: %(what)s", what=_named(occasion))
        first = _("Du är kallad till möte med %(who)s.", who=names)
    else:
        subject, first = _("Nytt i kalendern: %(what)s", what=_named(occasion)), _("%(who)s bjuder in.", who=names)
    facts = (
        *when_and_where(occasion, person), *hosted(occasion, person), *to_answer(occasion), *first_items(occasion)
    )  # fmt: skip
    return _letter(errand, occasion, person, subject, (first,), facts)


@letter(Kind.MEETING_MOVED)
def moved(errand: Errand) -> Letter | None:
    """Tell of a new time or place; nothing when it is back where it was, cancelled or held."""
    told = to_tell(errand, state=OccasionState.CALLED)
    new = _what_is_new(errand, told[0]) if told is not None else set()
    if told is None or not new:
        return None
    occasion, person = told
    if new & _TIMES:
        subject, first = _("Flyttat: %(what)s", what=_named(occasion)), _("Det är flyttat till en annan tid.")
    elif "place" in new:
        subject, first = _("Ny plats: %(what)s", what=_named(occasion)), _("Platsen är ändrad. Tiden är densamma.")
    else:
        subject, first = _("Ny länk: %(what)s", what=_named(occasion)), _("Länken till onlinemötet är ändrad.")
    time, *place = when_and_where(occasion, person)
    before = _before(errand, new)
    now = (time, *before, *place) if new & _TIMES else (time, *place, *before)
    facts = (*now, *to_answer(occasion))
    return _letter(errand, occasion, person, subject, (first, _own_answer(occasion, person)), facts)


@letter(Kind.MEETING_CANCELLED)
def cancelled(errand: Errand) -> Letter | None:
    """Tell that it is off, or on again; nothing when that is no longer so."""
    is_on = errand.about.get("news") == News.REVIVED
    told = to_tell(errand, state=OccasionState.CALLED if is_on else OccasionState.CANCELLED)
    if told is None:
        return None
    occasion, person = told
    facts = when_and_where(occasion, person)
    if is_on:
        said = (_("Det som var inställt blir av ändå."), _own_answer(occasion, person))
        subject = _("Blir av: %(what)s", what=_named(occasion))
        return _letter(errand, occasion, person, subject, said, (*facts, *to_answer(occasion)))
    return Letter(
        subject=_("Inställt: %(what)s", what=_named(occasion)),
        paragraphs=(_("Det är inställt. Du behöver inte göra något."),),
        quote=occasion.cancelled_because,
        facts=facts[:1],
        button=Button(_("Läs mer i Knutpunkt"), errand.url(occasion.path)),
        after=(_("Har du lagt in det i din egen kalender? Öppna filen, så stryks det där."),),
        why=why(networks_of(occasion, person)),
        attachments=(calendar_file(errand, person, [occasion]),),
    )


def _letter(
    errand: Errand, occasion: Occasion, person: Person, subject: str, said: tuple[str, ...], facts: Facts
) -> Letter:
    return Letter(
        subject=subject,
        paragraphs=tuple(each for each in said if each),
        facts=facts,
        button=Button(_("Svara om du kommer"), errand.url(f"{occasion.path}#answer")),
        after=(_("Filen lägger in det i din kalender. Följer du kalendern i Knutpunkt står det redan där."),),
        why=why(networks_of(occasion, person)),
        attachments=(calendar_file(errand, person, [occasion]),),
    )


def _named(occasion: Occasion) -> str:
    return f"{written(occasion.title)}, {start(occasion)}"


def _what_is_new(errand: Errand, occasion: Occasion) -> set[str]:
    """Return what has become different since the reader was last told."""
    return {name for name, value in as_told(occasion).items() if value != errand.about.get(name)}


def _before(errand: Errand, new: set[str]) -> Facts:
    """Return when or where it was."""
    if not new & _TIMES:
        place = errand.about["place"] if "place" in new else ""
        return ((_("Tidigare plats"), written(place)),) if place else ()
    if errand.about["day"]:
        return ((_("Tidigare"), day(date.fromisoformat(errand.about["day"]))),)
    was = local(datetime.fromisoformat(errand.about["was"]))
    return ((_("Tidigare"), moment(was, today=clock.today(), language=language())),)


def _own_answer(occasion: Occasion, person: Person) -> str:
    reply = occasion.answer_of(person)
    if reply is None:
        return ""
    own = translate(reply.label).lower()
    return str(_("Du har svarat: %(reply)s. Ändra det om det inte stämmer längre.", reply=own))
