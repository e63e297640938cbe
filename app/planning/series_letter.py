"""One letter that calls somebody to all the meetings of a series."""

from uuid import UUID

from flask_babel import gettext as _

from app import clock, db
from app.mail.letters import Button, Errand, Letter
from app.mail.marks import written
from app.meetings.letter_parts import calendar_file, networks_of, why
from app.occasions.models import Occasion
from app.occasions.policy import can_answer
from app.people.models import Person
from app.planning.queries import called_in_series
from app.web.filters import day, hours, when


def series(errand: Errand) -> Letter | None:
    """Call somebody to the meetings that stand and are still to come; nothing when there are none."""
    person = db.session.get_one(Person, errand.receiver.person_id)
    found = called_in_series(UUID(errand.about["series"]), after=clock.now())
    ahead = [each for each in found if can_answer(person, each)]
    if not ahead:
        return None
    first, networks = ahead[0], networks_of(ahead[0], person)
    return Letter(
        subject=_("Kallelse: %(title)s, %(number)s möten från %(day)s", title=written(first.title), number=len(ahead),
                  day=day(first.day)),
        paragraphs=(_("Du är kallad till de här mötena. Svara på dem ett och ett, när du vet."),),
        facts=tuple(_line(each) for each in ahead),
        button=Button(_("Se mötena och svara"), errand.url(f"{networks[0].path}/meetings")),
        after=(_("Filen lägger in dem i din kalender. Följer du kalendern i Knutpunkt står de redan där."),),
        why=why(networks),
        attachments=(calendar_file(errand, person, ahead),),
    )  # fmt: skip


def _line(occasion: Occasion) -> tuple[str, str]:
    """Return the day, and the hours with the place."""
    if occasion.whole_days:
        return when(occasion, week=False), written(occasion.place)
    return day(occasion.day), ", ".join(part for part in (hours(occasion), written(occasion.place)) if part)
