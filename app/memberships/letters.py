"""The letters about who belongs: somebody has come or will leave, you are in, a seat is vacant."""

from uuid import UUID

from flask_babel import gettext as _

from app import clock, db
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter, letter
from app.mail.marks import written
from app.memberships.actions import DAY
from app.memberships.policy import can_change_members
from app.memberships.seats import standing_of, will_be_vacant
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
    if row is None or not can_change_members(reader_of(errand), row.network):
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
        subject, (said,), _leads(network), button=button_to(errand, _("Se medlemmarna"), f"{row.network.path}/members")
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
        button=button_to(errand, _("Öppna nätverket"), f"{row.network.path}/welcome"),
        why=_("Du får mejlet för att du har blivit medlem."),
    )


@letter(Kind.VACANCY)
def vacancy(errand: Errand) -> Letter | None:
    """Tell a manager of a seat that will be vacant; nothing if somebody has it, nor to who leads no longer."""
    row = db.session.get(Membership, UUID(errand.about["membership"]))
    place = db.session.get(Municipality, UUID(errand.about["municipality"]))
    network = db.session.get(Network, UUID(errand.about["network"]))
    if row is None or place is None or network is None or row.ends_on is None:
        return None
    if not leads_in(reader_of(errand), place) or not can_see_network(reader_of(errand), network):
        return None
    if not will_be_vacant(network, place, row, on=max(row.ends_on + DAY, clock.today())):
        return None
    return Letter(
        subject=_("%(place)s får en ledig plats i %(network)s", place=place.name, network=written(network.name)),
        paragraphs=(
            _("%(name)s lämnar platsen. Den sista dagen är %(day)s.", name=row.person.name, day=day(row.ends_on)),
        ),
        button=button_to(errand, _("Utse någon"), f"{network.path}/seats/{place.slug}"),
        why=leads_libraries(place),
    )


def reader_of(errand: Errand) -> Person:
    """Return who gets the letter."""
    return db.session.get_one(Person, errand.receiver.person_id)


def leads_in(person: Person, place: Municipality) -> bool:
    """Whether somebody leads the libraries of a municipality."""
    return person.is_manager and person.municipality_id == place.id


def button_to(errand: Errand, label: str, path: str) -> Button:
    """Return a button that opens one of our pages."""
    return Button(label, errand.url(path))


def _leads(network: str) -> str:
    return str(_("Du får mejlet för att du samordnar %(network)s.", network=network))


def leads_libraries(place: Municipality) -> str:
    """Return why a manager gets a letter."""
    return str(_("Du får mejlet för att du är bibliotekschef i %(place)s.", place=place.name))
