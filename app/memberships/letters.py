"""The letters about who belongs: somebody has come or will leave, you are in, a seat is vacant, something is left."""

from uuid import UUID

from flask_babel import gettext as _

from app import clock, db
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter, letter
from app.mail.marks import written
from app.memberships.policy import can_change_members
from app.memberships.seats import standing_of
from app.networks.models import Membership, Network
from app.networks.policy import can_see_network
from app.people.models import Person
from app.places.models import Municipality
from app.web.filters import day
from app.web.i18n import translate


@letter(Kind.JOINED)
def came_or_went(errand: Errand) -> Letter | None:
    """Tell a coordinator that somebody has joined or leaves; nothing to who coordinates no longer."""
    row = db.session.get(Membership, UUID(errand.about["membership"]))
    if row is None or not can_change_members(_reader(errand), row.network):
        return None
    name, network = row.person.name, written(row.network.name)
    if errand.about["how"] == "joined":
        subject, said = (
            _("%(name)s är med i %(network)s", name=name, network=network),
            _("%(name)s har gått med.", name=name),
        )
    elif row.ends_on is not None:
        subject = _("%(name)s lämnar %(network)s", name=name, network=network)
        said = _("%(name)s lämnar nätverket. Den sista dagen är %(day)s.", name=name, day=day(row.ends_on))
    else:
        return None
    return Letter(
        subject, (said,), _leads(network), button=_to(errand, _("Se medlemmarna"), f"{row.network.path}/members")
    )


@letter(Kind.APPROVED)
def taken_in(errand: Errand) -> Letter | None:
    """Tell somebody that they are in, since when and for whom; nothing when that is over before the letter leaves."""
    row = db.session.get(Membership, UUID(errand.about["membership"]))
    if row is None or (row.ends_on is not None and row.ends_on < max(row.starts_on, clock.today())):
        return None
    facts = [(_("Från och med"), day(row.starts_on))]
    standing = standing_of(row) if row.standing is not None else None
    if standing is not None and row.municipality is not None:
        facts.append(
            (_("Plats"), _("%(kind)s för %(place)s", kind=translate(standing.label), place=row.municipality.name))
        )
    return Letter(
        subject=_("Du är med i %(network)s", network=written(row.network.name)),
        paragraphs=(_("Välkommen. Nätverkets möten syns i din kalender, och du får kallelserna."),),
        facts=tuple(facts),
        button=_to(errand, _("Öppna nätverket"), f"{row.network.path}/welcome"),
        why=_("Du får brevet för att du har blivit medlem."),
    )


@letter(Kind.VACANCY)
def vacancy(errand: Errand) -> Letter | None:
    """Tell a manager of a seat that will be vacant; nothing to who leads no longer, or to whom it does not exist."""
    row = db.session.get(Membership, UUID(errand.about["membership"]))
    place = db.session.get(Municipality, UUID(errand.about["municipality"]))
    network = db.session.get(Network, UUID(errand.about["network"]))
    if row is None or place is None or network is None or row.ends_on is None:
        return None
    if not _leads_in(_reader(errand), place) or not can_see_network(_reader(errand), network):
        return None
    return Letter(
        subject=_("%(place)s får en ledig plats i %(network)s", place=place.name, network=written(network.name)),
        paragraphs=(
            _("%(name)s lämnar platsen. Den sista dagen är %(day)s.", name=row.person.name, day=day(row.ends_on)),
        ),
        button=_to(errand, _("Utse någon"), f"{network.path}/seats/{place.slug}"),
        why=_leads_libraries(place),
    )


@letter(Kind.HANDOVER)
def handover(errand: Errand) -> Letter | None:
    """Tell a manager what somebody leaves behind, or an administrator that a network needs a coordinator."""
    person = db.session.get(Person, UUID(errand.about["person"]))
    if person is None:
        return None
    if errand.about["why"] == "alone":
        return _needs_a_coordinator(errand, person)
    place = db.session.get(Municipality, UUID(errand.about["municipality"]))
    if place is None or not _leads_in(_reader(errand), place):
        return None
    if errand.about["why"] == "closed":
        said = _("%(name)s har slutat. Platserna för %(place)s är vakanta.", name=person.name, place=place.name)
        where = _to(errand, _("Se vakanta platser"), f"/vacancies?municipality={place.slug}")
    else:
        said = _("%(name)s arbetar inte längre i %(place)s men har kvar platser.", name=person.name, place=place.name)
        where = _to(errand, _("Lämna över"), f"/people/{person.id}/handover")
    subject = _("Att lämna över efter %(name)s", name=person.name)
    return Letter(subject, (said,), _leads_libraries(place), button=where)


def _needs_a_coordinator(errand: Errand, person: Person) -> Letter | None:
    network = db.session.get(Network, UUID(errand.about["network"]))
    if network is None or not _reader(errand).is_administrator:
        return None
    return Letter(
        subject=_("%(network)s behöver en samordnare", network=written(network.name)),
        paragraphs=(_("%(name)s vill lämna nätverket men har ingen som tar över.", name=person.name),),
        button=_to(errand, _("Se medlemmarna"), f"{network.path}/members"),
        why=_("Du får brevet för att du administrerar Knutpunkt."),
        reply_to=(person.name, person.email),
    )


def _reader(errand: Errand) -> Person:
    return db.session.get_one(Person, errand.receiver.person_id)


def _leads_in(person: Person, place: Municipality) -> bool:
    return person.is_manager and person.municipality_id == place.id


def _to(errand: Errand, label: str, path: str) -> Button:
    return Button(label, errand.url(path))


def _leads(network: str) -> str:
    return str(_("Du får brevet för att du samordnar %(network)s.", network=network))


def _leads_libraries(place: Municipality) -> str:
    return str(_("Du får brevet för att du är bibliotekschef i %(place)s.", place=place.name))
