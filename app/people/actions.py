"""What can happen to a person's data: somebody is added, described anew, made administrator."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app import db
from app.audit.actions import What, record
from app.people.addresses import clean_address
from app.people.models import Person
from app.places.models import Library, Municipality
from app.turns import Names, wait_for_turn
from app.wording import N_, Refusal

Holders = dict[str, Person]
"""People by their addresses."""
_AT_A_TIME = 500


class AddressTaken(Refusal):
    """Two people can't sign in with the same address."""


class LibraryIsElsewhere(Refusal):
    """A library belongs to one municipality."""


class OwnAccount(Refusal):
    """Nobody shuts the door on themselves."""


class NotAdministrator(Refusal):
    """Of two administrators who take each other's right away at once, one is left to administer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Who somebody is and how to reach them."""

    given_name: str
    family_name: str
    email: str
    phone: str = ""
    title: str = ""
    municipality: Municipality | None = None
    library: Library | None = None


def holders_of(addresses: Sequence[str]) -> Holders:
    """Return who has which address, a statement for each 500; nobody else takes one until the transaction ends."""
    wait_for_turn(Names.PEOPLE)
    cleaned, found = [clean_address(each) for each in addresses], Holders()
    for start in range(0, len(cleaned), _AT_A_TIME):
        some = select(Person).where(Person.email.in_(cleaned[start : start + _AT_A_TIME]))
        found |= {each.email: each for each in db.session.scalars(some)}
    return found


def add(details: Details, *, among: Holders | None = None) -> Person:
    """Add a person, who has no password yet. Raises AddressTaken or LibraryIsElsewhere.

    among is who has the address, asked for many at once and kept up to date here; they are then written together, by
    the next flush.
    """
    holders = _must_be_possible(details, None, among)
    person = Person()
    _write(person, details)
    db.session.add(person)
    holders[person.email] = person
    if among is None:
        db.session.flush()
    return person


def describe(person: Person, details: Details, *, among: Holders | None = None) -> None:
    """Describe a person anew; among is as for add. Raises AddressTaken or LibraryIsElsewhere."""
    holders = _must_be_possible(details, person, among)
    holders.pop(person.email, None)
    _write(person, details)
    holders[person.email] = person
    if among is None:
        db.session.flush()


def set_administrator(person: Person, chosen: bool, *, by: Person) -> None:
    """Let a person administer, or no longer. Raises OwnAccount: somebody else has to take it away.

    Raises NotAdministrator when whoever takes it away has just lost it.
    """
    if person.id == by.id and not chosen:
        raise OwnAccount(N_("Du kan inte ta bort dig själv. Be en annan administratör."))
    if not chosen:
        _must_still_administer(by)
    if person.is_administrator is not chosen:
        person.is_administrator = chosen
        db.session.flush()
        how = "given" if chosen else "taken"
        record(What.ADMINISTRATOR_CHANGED, by=(by.id, by.name), subject=person.name, subject_id=person.id, how=how)


def set_manager(person: Person, chosen: bool, *, by: Person) -> None:
    """Let a person lead the libraries of the own municipality, or no longer. Twice is as once."""
    if person.is_manager is not chosen:
        person.is_manager = chosen
        db.session.flush()
        how = "given" if chosen else "taken"
        record(What.MANAGER_CHANGED, by=(by.id, by.name), subject=person.name, subject_id=person.id, how=how)


def _must_still_administer(person: Person) -> None:
    """Ask again when it is our turn, so that an installation always has somebody who administers it."""
    found = select(Person.id).where(Person.is_administrator, Person.closed_at.is_(None)).order_by(Person.id)
    if person.id not in db.session.scalars(found.with_for_update()).all():
        raise NotAdministrator(N_("Du är inte längre administratör. Ingenting är ändrat."))


def _must_be_possible(details: Details, person: Person | None, among: Holders | None) -> Holders:
    """Return who has the address, once nothing stands in the way."""
    holders = holders_of([details.email]) if among is None else among
    known = holders.get(clean_address(details.email))
    if known is not None and known is not person:
        raise AddressTaken(N_("%(name)s har redan den adressen. Skriv en annan."), name=known.name)
    place, library = details.municipality, details.library
    if library is not None and place is not None and library.municipality_id != place.id:
        there = library.municipality.name
        told = N_("%(library)s ligger i %(place)s. Välj den kommunen, eller ett annat bibliotek.")
        raise LibraryIsElsewhere(told, library=library.name, place=there)
    return holders


def _write(person: Person, details: Details) -> None:
    person.given_name, person.family_name = details.given_name, details.family_name
    person.email, person.phone, person.title = clean_address(details.email), details.phone, details.title
    person.library = details.library
    place = details.municipality or (details.library.municipality if details.library else None)
    if (place.id if place is not None else None) != person.municipality_id:
        person.is_manager = False  # of the municipality that was left; somebody has to say so of another
    person.municipality = place
