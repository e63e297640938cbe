"""Who may be appointed from a municipality, and the vacant seats of all networks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, case, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, contains_eager, joinedload, selectinload

from app import clock, db
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.networks.queries import active_on, visible_to
from app.people.models import Person, Workplace
from app.places.models import Library, Municipality
from app.places.queries import municipalities

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Vacant seats of one kind that a municipality has in a network: how many, and since when if anybody sat there."""

    network: Network
    place: Municipality
    standing: Standing
    number: int
    since: date | None


def people_working_in(place: Municipality) -> Sequence[Person]:
    """Return who works in a municipality, at the own library or at another, in Swedish order; two statements."""
    here = or_(Person.municipality_id == place.id, also_works_in(place.id))
    found = select(Person).where(Person.closed_at.is_(None), here)
    with_places = found.options(
        joinedload(Person.municipality), selectinload(Person.workplaces).joinedload(Workplace.library)
    )
    return db.session.scalars(with_places.order_by(Person.sort_key, Person.id).limit(1_000)).all()


def also_works_in(place: UUID | InstrumentedAttribute[UUID | None]) -> ColumnElement[bool]:
    """The condition that a person also works at a library of a municipality that is not the own one."""
    here = Workplace.library_id == Library.id, Library.municipality_id == place
    return exists().where(Workplace.person_id == Person.id, *here).correlate(Person, Membership)


def vacancies(person: Person, *, place: Municipality | None = None, with_own: bool = False) -> list[Vacancy]:
    """Return the seats that are vacant today in the networks a person can see, perhaps of one municipality.

    Network by network, municipality by municipality, in Swedish order; three statements, however many there are.
    with_own: load of each network's memberships the person's own, which is what policies ask for; nothing else may
    then read the memberships.
    """
    today = clock.today()
    seats = or_(Network.ordinary_seats > 0, Network.deputy_seats > 0)
    networks = select(Network).where(visible_to(person), Network.archived_at.is_(None), seats)
    if with_own:
        networks = networks.options(selectinload(Network.memberships.and_(Membership.person_id == person.id)))
    listed = db.session.scalars(networks.order_by(Network.sort_key, Network.id)).all()
    places = municipalities() if place is None else [place]
    sitting = _sitting(today, [each.id for each in listed], place)
    return [
        Vacancy(network, where, standing, number, since)
        for network in listed
        for where in places
        for standing, promised in ((Standing.ORDINARY, network.ordinary_seats), (Standing.DEPUTY, network.deputy_seats))
        for number, since in [_left(promised, sitting.get((network.id, where.id, standing)))]
        if number > 0
    ]


def vacant_in_own(person: Person) -> int:
    """Return how many seats are vacant in the municipality whose libraries a person leads; 0 to those who lead none."""
    if not person.is_manager or person.municipality is None:
        return 0
    return sum(each.number for each in vacancies(person, place=person.municipality))


def held_from_elsewhere(person: Person) -> Sequence[Membership]:
    """Return the memberships that are held for a municipality in which somebody no longer works, in Swedish order."""
    place = Membership.municipality_id
    moved = or_(Person.municipality_id.is_(None), Person.municipality_id != place) & ~also_works_in(place)
    represents = active_on(clock.today()) & (Membership.role != Role.GUEST)
    found = (
        select(Membership)
        .join(Membership.network)
        .join(Membership.person)
        .where(visible_to(person), Network.archived_at.is_(None), represents)
        .where(place.is_not(None), Person.closed_at.is_(None), moved)
        .options(contains_eager(Membership.network), contains_eager(Membership.person))
        .options(joinedload(Membership.municipality))
    )
    return db.session.scalars(found.order_by(Person.sort_key, Network.sort_key, Membership.id).limit(200)).all()


Sitting = dict[tuple[UUID, UUID, Standing], tuple[int, date | None]]


def _sitting(today: date, networks: list[UUID], place: Municipality | None) -> Sitting:
    """Return how many sit in the seats of each network, municipality and kind, and when the last who left did so."""
    kind = case((Membership.standing == Standing.DEPUTY, True), else_=False)
    has_left = (Membership.ends_on < today) & (Membership.ends_on >= Membership.starts_on)
    found = (
        select(
            Membership.network_id,
            Membership.municipality_id,
            kind,
            func.count(case((active_on(today), Membership.person_id)).distinct()),
            func.max(case((has_left, Membership.ends_on))),
        )
        .where(Membership.network_id.in_(networks), Membership.role != Role.GUEST)
        .where(Membership.municipality_id.is_not(None) if place is None else Membership.municipality_id == place.id)
        .group_by(Membership.network_id, Membership.municipality_id, kind)
    )
    return {
        (network, where, Standing.DEPUTY if deputy else Standing.ORDINARY): (number, left)
        for network, where, deputy, number, left in db.session.execute(found)
    }


def _left(promised: int, sitting: tuple[int, date | None] | None) -> tuple[int, date | None]:
    number, last = sitting or (0, None)
    return promised - number, last + DAY if last is not None else None
