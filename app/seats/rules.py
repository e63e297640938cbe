"""The rules of seats: who may sit in one, from when, and who is replaced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app import clock
from app.memberships.rules import Term
from app.memberships.seats import standing_of
from app.networks.kinds import Role, Standing
from app.networks.models import Membership
from app.people.models import Person
from app.places.models import Municipality
from app.wording import N_, Refusal


@dataclass(frozen=True, slots=True)
class Appointment:
    """Which seat somebody gets, and from which day to which, both included; perhaps with no end."""

    place: Municipality
    standing: Standing
    starts_on: date
    ends_on: date | None = None

    @property
    def term(self) -> Term:
        """What whoever gets the seat becomes."""
        return Term(Role.MEMBER, self.standing, self.starts_on, self.ends_on, self.place.id)


class InThePast(Refusal):
    """Nobody is appointed to, or leaves, a seat on a day that has been."""


class NotFromHere(Refusal):
    """A municipality is represented by somebody who works there."""


class NoSeatFree(Refusal):
    """A municipality has so many seats and no more."""


class NoSeatLater(NoSeatFree):
    """A municipality's seats are all taken from a later day."""


class SitsElsewhere(Refusal):
    """Nobody represents two municipalities in one network."""


class NotInThatSeat(Refusal):
    """Only whoever sits in a seat can be replaced in it, or leave it."""


def must_be_ahead(day: date) -> None:
    """Raises InThePast."""
    if day < clock.today():
        raise InThePast(N_("Välj i dag eller en dag framåt. Det som har varit står kvar i historiken."))


def works_in(person: Person, place: Municipality) -> bool:
    """Whether somebody works in a municipality, at the own library or at another."""
    return person.municipality_id == place.id or any(
        each.library.municipality_id == place.id for each in person.workplaces
    )


def must_work_in(person: Person, place: Municipality) -> None:
    """Raises NotFromHere."""
    if not works_in(person, place):
        told = N_("%(name)s arbetar inte i %(place)s. Välj någon som gör det.")
        raise NotFromHere(told, name=person.name, place=place.name)


def must_sit_there(membership: Membership, seat: Appointment, *, heir: Person) -> None:
    """Somebody else takes over from one who sits there as a member, or will, whenever it ends. Raises NotInThatSeat."""
    there = membership.municipality_id == seat.place.id and standing_of(membership) is seat.standing
    over = membership.never_applied or (membership.ends_on is not None and membership.ends_on < clock.today())
    if over or not there or membership.role is not Role.MEMBER:
        told = N_("%(name)s sitter inte på den platsen då. Ladda om sidan och se hur det ser ut nu.")
        raise NotInThatSeat(told, name=membership.person.name)
    if membership.person_id == heir.id:
        raise NotInThatSeat(N_("%(name)s sitter redan på platsen. Välj någon annan."), name=heir.name)


def must_not_sit_elsewhere(rows: Iterable[Membership], seat: Appointment) -> None:
    """Raises SitsElsewhere when one of a person's rows, those that would meet the new one, is another's seat."""
    for each in rows:
        if each.municipality is not None and each.municipality_id != seat.place.id:
            told = N_("%(name)s är med för %(place)s. Avsluta det först.")
            raise SitsElsewhere(told, name=each.person.name, place=each.municipality.name)


def is_appointed(membership: Membership) -> bool:
    """Whether somebody has a seat as a representative, and not only because of another role, as coordinators do."""
    return membership.role is Role.MEMBER or membership.standing is not None
