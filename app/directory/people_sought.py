"""Finding people by name, place, network, role and account."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import contains_eager

from app import clock, db
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import active_on, visible_to
from app.people.models import Person
from app.people.queries import named
from app.places.models import Library, Municipality
from app.web.lists import PAGE, Part, bounds
from app.wording import N_

MOST_EXPORTED = 20_000
ORDERS = ("name", "municipality", "library")


class Account(StrEnum):
    """How it is with somebody's account."""

    ANSWERED = "with"
    INVITED = "without"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Account.ANSWERED: N_("Har konto"),
            Account.INVITED: N_("Har inte svarat på inbjudan"),
            Account.CLOSED: N_("Stängda konton"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Whom somebody looks for; what is left out makes no difference."""

    name: str = ""
    municipality: Municipality | None = None
    library: Library | None = None
    network: Network | None = None
    role: Role | None = None
    account: Account | None = None
    """Open accounts, unless something else is said."""


def people_found(
    sought: Sought, *, seen_by: Person, order: str = ORDERS[0], backwards: bool = False, number: int = 1
) -> Part[Person]:
    """Return a page of those who are looked for, in Swedish order; two statements."""
    conditions = _conditions(sought, seen_by)
    total = db.session.scalar(select(func.count()).select_from(Person).where(*conditions)) or 0
    here, last = bounds(number, total)
    rows = db.session.scalars(_ordered(conditions, order, backwards).limit(PAGE).offset((here - 1) * PAGE)).all()
    return Part(rows, here, last, total)


def all_found(sought: Sought, *, seen_by: Person, order: str, backwards: bool) -> Sequence[Person]:
    """Return everybody who is looked for, to take along as a list."""
    found = _ordered(_conditions(sought, seen_by), order, backwards)
    return db.session.scalars(found.limit(MOST_EXPORTED)).all()


def network_names(sought: Sought, *, seen_by: Person) -> dict[UUID, list[str]]:
    """Return the names of the networks that each of those who are looked for belongs to today, as far as one sees."""
    people = select(Person.id).where(*_conditions(sought, seen_by))
    found = select(Membership.person_id, Network.name, Network.sort_key).join(
        Network, Network.id == Membership.network_id
    )
    seen = found.where(*_today(seen_by), Membership.person_id.in_(people)).distinct()
    result: dict[UUID, list[str]] = {}
    for person_id, name, _ in db.session.execute(seen.order_by(Network.sort_key, Network.name)):
        result.setdefault(person_id, []).append(name)
    return result


def _conditions(sought: Sought, seen_by: Person) -> list[ColumnElement[bool]]:
    closed = sought.account is Account.CLOSED
    found: list[ColumnElement[bool]] = [Person.closed_at.is_not(None) if closed else Person.closed_at.is_(None)]
    found += named(sought.name)
    if sought.account is Account.ANSWERED:
        found.append(Person.password_hash.is_not(None))
    if sought.account is Account.INVITED:
        found.append(Person.password_hash.is_(None))
    if sought.municipality is not None:
        found.append(Person.municipality_id == sought.municipality.id)
    if sought.library is not None:
        found.append(Person.library_id == sought.library.id)
    if sought.network is not None or sought.role is not None:
        found.append(_belongs(sought, seen_by))
    return found


def _belongs(sought: Sought, seen_by: Person) -> ColumnElement[bool]:
    """The condition that somebody is in a network, or has a role in one, that the reader can see."""
    found = select(Membership.person_id).join(Network, Network.id == Membership.network_id).where(*_today(seen_by))
    if sought.network is not None:
        found = found.where(Membership.network_id == sought.network.id)
    if sought.role is not None:
        found = found.where(Membership.role == sought.role)
    return Person.id.in_(found)


def _today(seen_by: Person) -> tuple[ColumnElement[bool], ...]:
    return visible_to(seen_by), active_on(clock.today()), Network.archived_at.is_(None)


def _ordered(conditions: Sequence[ColumnElement[bool]], order: str, backwards: bool) -> Select[Person]:
    places = select(Person).outerjoin(Person.municipality).outerjoin(Person.library)
    eager = places.options(contains_eager(Person.municipality), contains_eager(Person.library)).where(*conditions)
    first = {"municipality": Municipality.sort_key, "library": Library.sort_key}.get(order)
    name = Person.sort_key.desc() if backwards else Person.sort_key
    if first is None:
        return eager.order_by(name, Person.id)
    return eager.order_by((first.desc() if backwards else first).nulls_last(), name, Person.id)
