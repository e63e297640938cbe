"""The letters about what is left: to a manager what somebody leaves, to an administrator that nobody coordinates."""

from uuid import UUID

from flask_babel import gettext as _

from app import db
from app.handover.queries import burden_of
from app.handover.things import Burden
from app.mail.kinds import Kind
from app.mail.letters import Errand, Letter, letter
from app.mail.marks import written
from app.memberships.letters import button_to, leads_in, leads_libraries, reader_of
from app.networks.models import Network
from app.people.models import Person
from app.places.models import Municipality


@letter(Kind.HANDOVER)
def handover(errand: Errand) -> Letter | None:
    """Tell a manager what somebody leaves behind, or an administrator that a network needs a coordinator."""
    person = db.session.get(Person, UUID(errand.about["person"]))
    if person is None:
        return None
    if errand.about["why"] == "alone":
        return _needs_a_coordinator(errand, person)
    place = db.session.get(Municipality, UUID(errand.about["municipality"]))
    if place is None or not leads_in(reader_of(errand), place):
        return None
    return _left(errand, person, place)


def _left(errand: Errand, person: Person, place: Municipality) -> Letter | None:
    """Tell of seats, and of what the person promised or is to present that day; nothing when all is taken care of."""
    tasks = _tasks(burden_of(person, reader=reader_of(errand)))
    to_page = button_to(errand, _("Lämna över"), f"/people/{person.id}/handover")
    if errand.about["why"] == "moved":
        said = _("%(name)s arbetar inte längre i %(place)s men har kvar platser.", name=person.name, place=place.name)
    elif errand.about.get("seats") != "no":
        said = _("%(name)s har slutat. Platserna för %(place)s är vakanta.", name=person.name, place=place.name)
        to_page = button_to(errand, _("Se vakanta platser"), f"/vacancies?municipality={place.slug}")
    elif tasks:
        said = _("%(name)s har slutat och har kvar sådant som någon annan behöver ta över.", name=person.name)
    else:
        return None
    subject = _("Att lämna över efter %(name)s", name=person.name)
    return Letter(subject, (said,), leads_libraries(place), facts=tasks, button=to_page)


def _tasks(burden: Burden) -> tuple[tuple[str, str], ...]:
    kinds = {
        _("Öppna åtgärder"): len(burden.promised) + len(burden.drafted),
        _("Att föredra på kommande möten"): len(burden.presented),
    }
    return tuple((kind, str(number)) for kind, number in kinds.items() if number)


def _needs_a_coordinator(errand: Errand, person: Person) -> Letter | None:
    network = db.session.get(Network, UUID(errand.about["network"]))
    if network is None or not reader_of(errand).is_administrator:
        return None
    return Letter(
        subject=_("%(network)s behöver en samordnare", network=written(network.name)),
        paragraphs=(_("%(name)s vill lämna nätverket men har ingen som tar över.", name=person.name),),
        button=button_to(errand, _("Se medlemmarna"), f"{network.path}/members"),
        why=_("Du får mejlet för att du administrerar Knutpunkt."),
        reply_to=(person.name, person.email),
    )
