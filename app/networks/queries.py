"""Which networks a person can see."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, or_, select, true
from sqlalchemy.orm import selectinload

from app import clock, db
from app.focus.models import FocusArea
from app.networks.kinds import Role, Visibility
from app.networks.models import Membership, Network
from app.people.models import Person


@dataclass(frozen=True, slots=True)
class Listed:
    """A network in a list: how many belong to it today, guests not counted, and what the reader is in it."""

    network: Network
    members: int
    roles: tuple[Role, ...]


def active_on(day: date | ColumnElement[date], membership: type[Membership] = Membership) -> ColumnElement[bool]:
    """The condition that a membership is in force on a day. The day may be a parameter, the membership an alias."""
    return (membership.starts_on <= day) & (membership.ends_on.is_(None) | (membership.ends_on >= day))


def visible_to(person: Person) -> ColumnElement[bool]:
    """The condition that a network exists for a person: it is open, or the person belongs to it today."""
    if person.is_administrator:
        return true()
    return open_or_own(person.id, on=clock.today())


def open_or_own(
    person_id: UUID | ColumnElement[UUID],
    *,
    on: date | ColumnElement[date],
    network: type[Network] = Network,
    membership: type[Membership] = Membership,
) -> ColumnElement[bool]:
    """The condition that a network is open or a person's own that day, for values or for a statement's parameters."""
    here = membership.network_id == network.id
    belongs = exists().where(here, membership.person_id == person_id, active_on(on, membership))
    # Told what it hangs on, it also stands in statements that are about memberships themselves.
    return or_(network.visibility == Visibility.OPEN, belongs.correlate(network))


def networks_for(person: Person, *, with_archived: bool = False) -> Sequence[Network]:
    """Return the networks a person can see, in Swedish order; archived ones only when asked for."""
    found = _with_people(select(Network)).where(visible_to(person)).order_by(Network.sort_key, Network.id)
    return db.session.scalars(found if with_archived else found.where(Network.archived_at.is_(None))).all()


def networks_to_choose(person: Person) -> Sequence[Network]:
    """Return the networks a person can see, archived ones left out, in Swedish order, and nothing more of them."""
    found = select(Network).where(visible_to(person), Network.archived_at.is_(None))
    return db.session.scalars(found.order_by(Network.sort_key, Network.id)).all()


def network_for(person: Person, slug: str) -> Network:
    """Return the network, with its memberships and people. To a stranger a closed one does not exist: NoResultFound."""
    return db.session.scalars(_with_people(select(Network)).where(visible_to(person), Network.slug == slug)).one()


def network_seen(person: Person, slug: str) -> Network:
    """Return the network and nothing more of it. To a stranger a closed one does not exist: NoResultFound."""
    return db.session.scalars(select(Network).where(visible_to(person), Network.slug == slug)).one()


def slugs_seen_by(person: Person, slugs: Collection[str]) -> set[str]:
    """Return those of some networks' addresses that exist for a person."""
    return set(db.session.scalars(select(Network.slug).where(visible_to(person), Network.slug.in_(slugs))))


def listed_for(person: Person) -> list[Listed]:
    """Return every network a person can see, archived ones too, in Swedish order: three statements however many."""
    today = active_on(clock.today())
    counted = select(Membership.network_id, func.count(Membership.person_id.distinct())).group_by(Membership.network_id)
    members = dict(db.session.execute(counted.where(today, Membership.role != Role.GUEST)).all())
    mine = select(Membership.network_id, Membership.role).where(today, Membership.person_id == person.id)
    roles = db.session.execute(mine.order_by(Membership.starts_on, Membership.id)).all()
    networks = select(Network).where(visible_to(person)).order_by(Network.sort_key, Network.id)
    return [
        Listed(each, members.get(each.id, 0), tuple(role for network, role in roles if network == each.id))
        for each in db.session.scalars(networks)
    ]


def flags_taken(*, but: Network | None = None) -> set[tuple[int, int]]:
    """Return the colours and signs that networks have, one network perhaps not counted."""
    found = select(Network.colour, Network.sign)
    return set(db.session.execute(found if but is None else found.where(Network.id != but.id)))


def focus_areas_to_choose(network: Network | None = None) -> Sequence[FocusArea]:
    """Return the focus areas of the plan in force today, and those the network already has, in the plan's order."""
    today = clock.today()
    valid = (FocusArea.valid_from <= today) & (FocusArea.valid_to.is_(None) | (FocusArea.valid_to >= today))
    chosen = FocusArea.id.in_([each.id for each in network.focus_areas] if network else [])
    found = select(FocusArea).where(valid | chosen).order_by(FocusArea.valid_from, FocusArea.position, FocusArea.id)
    return db.session.scalars(found).all()


def my_networks(person: Person, *, role: Role | None = None) -> Sequence[Network]:
    """Return the networks a person belongs to today, perhaps only in one role, in Swedish order."""
    belongs = exists().where(
        Membership.network_id == Network.id,
        Membership.person_id == person.id,
        active_on(clock.today()),
        *([Membership.role == role] if role else []),
    )
    found = select(Network).where(belongs, Network.archived_at.is_(None))
    return db.session.scalars(found.order_by(Network.sort_key, Network.id)).all()


def coordinated_by(person: Person) -> Sequence[Network]:
    """Return the networks a person may call meetings for: those coordinated, or all for an administrator."""
    if person.is_administrator:
        found = select(Network).where(Network.archived_at.is_(None)).order_by(Network.sort_key, Network.id)
        return db.session.scalars(found).all()
    return my_networks(person, role=Role.COORDINATOR)


def _with_people(statement: Select[Network]) -> Select[Network]:
    people = selectinload(Network.memberships).joinedload(Membership.person, innerjoin=True)
    return statement.options(people.joinedload(Person.municipality), selectinload(Network.focus_areas))
