"""What somebody holds: seats and tasks in networks, turns, what they promised and what they are to present."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app import clock, db
from app.followup.models import Action
from app.followup.queries import drafts_of, published
from app.handover.policy import can_give, can_give_draft, can_hand_over, can_read_draft
from app.handover.presenting import presented
from app.handover.things import Burden, Drafted, Held, Promised
from app.handover.turns import queued
from app.meetings.models import Meeting
from app.memberships.policy import can_change_members
from app.memberships.seats import standing_of
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import visible_to
from app.occasions.models import Occasion
from app.occasions.queries import visible_hosts
from app.people.models import Person, Workplace
from app.places.models import Library
from app.seats.policy import can_appoint
from app.seats.rules import works_in


def burden_of(person: Person, *, reader: Person) -> Burden:
    """Return what somebody holds beyond today, in networks and meetings that the reader can see; in Swedish order."""
    rows = _memberships(person, reader)
    locals_ = _people_of({each.municipality_id for each in rows if each.municipality_id is not None})
    held = [_held(each, person, reader, locals_) for each in rows]
    return Burden(
        held=held,
        queued=queued(person, held, reader=reader),
        promised=[_promised(each, person, reader) for each in _actions(person, reader)],
        drafted=[_drafted(each, person, reader) for each in _drafts(person, reader)],
        presented=presented(person, reader=reader),
    )


def to_hand_over(person: Person, *, reader: Person, places: Collection[UUID | None]) -> int | None:
    """Return how much somebody holds, to those who may hand it over; nothing to others. places: those represented."""
    if not can_hand_over(reader, person, {person.municipality_id, *places}):
        return None
    return len(burden_of(person, reader=reader).things)


def has_moved_from(membership: Membership, person: Person) -> bool:
    """Whether somebody sits for a municipality they no longer work in."""
    place = membership.municipality
    return place is not None and membership.role is not Role.GUEST and not works_in(person, place)


def _memberships(person: Person, reader: Person) -> Sequence[Membership]:
    goes_on = Membership.ends_on.is_(None) | (
        (Membership.ends_on > clock.today()) & (Membership.ends_on >= Membership.starts_on)
    )
    people = contains_eager(Membership.network).selectinload(Network.memberships).joinedload(Membership.person)
    found = (
        select(Membership)
        .join(Membership.network)
        .where(visible_to(reader), Network.archived_at.is_(None), Membership.person_id == person.id, goes_on)
        .options(people.joinedload(Person.municipality), joinedload(Membership.municipality))
    )
    return db.session.scalars(found.order_by(Network.sort_key, Membership.starts_on, Membership.id).limit(500)).all()


def _people_of(places: Iterable[UUID]) -> Sequence[Person]:
    """Return everybody who works in one of some municipalities."""
    wanted = list(places)
    also = exists().where(
        Workplace.person_id == Person.id, Workplace.library_id == Library.id, Library.municipality_id.in_(wanted)
    )
    found = select(Person).where(Person.closed_at.is_(None), or_(Person.municipality_id.in_(wanted), also))
    places_too = joinedload(Person.municipality), selectinload(Person.workplaces).joinedload(Workplace.library)
    return db.session.scalars(found.options(*places_too).order_by(Person.sort_key, Person.id).limit(5_000)).all()


def _held(membership: Membership, person: Person, reader: Person, locals_: Sequence[Person]) -> Held:
    network, place = membership.network, membership.municipality
    keeps_list = can_change_members(reader, network)
    if membership.role is Role.MEMBER and place is not None:
        may = can_appoint(reader, network, place)
        taken = {person.id, *_sit_so(membership)}
        heirs = [each for each in locals_ if each.id not in taken and works_in(each, place)] if may else []
    else:
        may, today = keeps_list, clock.today()
        others = [each for each in network.members_on(today) if each.id != person.id and each.is_open]
        free = (each for each in others if membership.role not in network.roles_of(each))
        heirs = sorted(free, key=lambda each: (each.sort_key, str(each.id))) if may else []
    now = person.municipality
    follows = has_moved_from(membership, person) and now is not None and can_appoint(reader, network, now)
    return Held(membership, heirs, may_end=may or reader.id == person.id, may_follow=follows and person.is_open)


def _sit_so(membership: Membership) -> set[UUID]:
    """Return who has such a seat already, with no end to it: they can't take over another. A deputy can step up."""
    standing = standing_of(membership)
    kept = (each for each in membership.network.memberships if each.municipality_id == membership.municipality_id)
    stays = (each for each in kept if each.role is Role.MEMBER and each.ends_on is None)
    return {each.person_id for each in stays if standing_of(each) == standing}


def _actions(person: Person, reader: Person) -> Sequence[Action]:
    found = published(Action, reader).where(Action.owner_id == person.id, Action.done_at.is_(None))
    ordered = found.order_by(Action.due_on.is_(None), Action.due_on, Occasion.starts_at, Action.position, Action.id)
    return db.session.scalars(ordered.options(_people(reader)).limit(200)).all()


def _drafts(person: Person, reader: Person) -> Sequence[Action]:
    return db.session.scalars(drafts_of(person, reader).options(_people(reader)).limit(200)).all()


def _people(reader: Person) -> Any:
    """Return what to load of the networks that hold a meeting: what policies and the choice of an heir ask for."""
    hosts = contains_eager(Action.meeting).contains_eager(Meeting.occasion).selectinload(visible_hosts(reader))
    return hosts.selectinload(Network.memberships).joinedload(Membership.person).joinedload(Person.municipality)


def _promised(action: Action, person: Person, reader: Person) -> Promised:
    return Promised(action, _others(action.meeting, person) if can_give(reader, person, action) else ())


def _drafted(action: Action, person: Person, reader: Person) -> Drafted:
    heirs = _others(action.meeting, person) if can_give_draft(reader, action) else ()
    return Drafted(action, can_read_draft(reader, action), heirs)


def _others(meeting: Meeting, person: Person) -> Sequence[Person]:
    """Return the members today of the networks that held a meeting, but for one, in Swedish order."""
    today = clock.today()
    members = dict.fromkeys(each for network in meeting.hosts for each in network.members_on(today))
    heirs = [each for each in members if each.is_open and each.id != person.id]
    return sorted(heirs, key=lambda each: (each.sort_key, str(each.id)))
