"""Decisions and promises that a person can see: those of published minutes in the networks the person sees."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app import clock, db
from app.followup.models import Action, Decision
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Network
from app.networks.queries import my_networks
from app.occasions.models import Occasion
from app.occasions.queries import hosted_by, occasions_visible_to, visible_hosts
from app.people.models import Person

DONE_LATELY = timedelta(days=30)


class Outcome(NamedTuple):
    """What came of a meeting."""

    decisions: Sequence[Decision]
    actions: Sequence[Action]


def published(kind: type[Decision] | type[Action], viewer: Person) -> Select[Any]:
    """Return the statement for what stands published in minutes that a person can read, with meeting and network."""
    return (
        select(kind)
        .join(kind.meeting)
        .join(Meeting.occasion)
        .where(occasions_visible_to(viewer), kind.published_at.is_not(None), kind.withdrawn_at.is_(None))
        .options(
            contains_eager(kind.meeting).contains_eager(Meeting.occasion), joinedload(kind.network, innerjoin=True)
        )
    )


def open_actions_of(person: Person, most: int = 50) -> Sequence[Action]:
    """Return what a person has promised and not yet done: late first, then by day, those without a day last."""
    return _open(_actions(person).where(Action.owner_id == person.id), most)


def open_actions_in(network: Network, viewer: Person, most: int = 50) -> Sequence[Action]:
    """Return what waits to be done in a network, late first."""
    return _open(_actions(viewer).where(hosted_by([network.id])), most)


def waiting_and_done(
    person: Person, *, network: Network | None = None, around: bool = False
) -> tuple[Sequence[Action], Sequence[Action]]:
    """Return what waits, late first, and what was ticked off in the last month, the latest first.

    Of one network; or, with around, of all that the person belongs to; else what the person has promised.
    """
    found = _actions(person)
    if network is not None:
        found = found.where(hosted_by([network.id]))
    elif around:
        found = found.where(hosted_by([each.id for each in my_networks(person)]))
    else:
        found = found.where(Action.owner_id == person.id)
    lately = found.where(Action.done_at >= clock.now() - DONE_LATELY).order_by(Action.done_at.desc(), Action.id)
    return _open(found, 200), db.session.scalars(lately.limit(20)).all()


def drafts_of(person: Person, viewer: Person) -> Select[Any]:
    """Return the statement for what a person promises in drafts of the minutes of meetings that a viewer sees.

    What only repeats a published promise of theirs is left out. The words are for those who may write the minutes.
    """
    stands = aliased(Action)
    is_new = stands.id.is_(None) | (stands.owner_id.is_distinct_from(person.id) & stands.done_at.is_(None))
    return (
        select(Action)
        .join(Action.meeting)
        .join(Meeting.occasion)
        .outerjoin(stands, stands.id == Action.replaces_id)
        .where(occasions_visible_to(viewer), Action.published_at.is_(None), Action.withdrawn_at.is_(None))
        .where(Action.owner_id == person.id, is_new)
        .options(contains_eager(Action.meeting).contains_eager(Meeting.occasion))
        .order_by(Occasion.starts_at, Action.position, Action.id)
    )


def action_for(person: Person, action_id: UUID) -> Action:
    """Return a published action. To somebody who cannot read its minutes it does not exist: NoResultFound."""
    found: Action = db.session.scalars(_actions(person).where(Action.id == action_id)).one()
    return found


def decisions_in(network: Network, viewer: Person, most: int = 50) -> Sequence[Decision]:
    """Return the latest decisions of a network's meetings that a person can read, the newest first."""
    found = newest_first(published(Decision, viewer).where(hosted_by([network.id])))
    return db.session.scalars(found.limit(most)).all()


def newest_first(decisions: Select[Any]) -> Select[Any]:
    """Order decisions: the latest meeting's first, and the highest number first within it."""
    return decisions.order_by(Occasion.starts_at.desc(), Decision.year.desc(), Decision.number.desc(), Decision.id)


def records_of(kind: type[Decision] | type[Action], meeting_id: UUID, *, draft: bool) -> Sequence[Any]:
    """Return a meeting's draft records, those taken away included, or its published ones, in order."""
    found = (
        select(kind)
        .outerjoin(AgendaItem, AgendaItem.id == kind.item_id)
        .where(kind.meeting_id == meeting_id)
        .options(joinedload(Decision.replaces) if kind is Decision else joinedload(Action.owner))
        .order_by(AgendaItem.position, kind.position, kind.id)
        .execution_options(populate_existing=True)
    )
    if draft:
        return db.session.scalars(found.where(kind.published_at.is_(None))).all()
    return db.session.scalars(found.where(kind.published_at.is_not(None), kind.withdrawn_at.is_(None))).all()


def outcome_of(meeting: Meeting) -> Outcome:
    """Return what stands decided and promised in a meeting's published minutes. For those who see the meeting."""
    return Outcome(records_of(Decision, meeting.id, draft=False), records_of(Action, meeting.id, draft=False))


def draft_record(kind: type[Decision] | type[Action], meeting_id: UUID, record_id: UUID) -> Any:
    """Return one record of a meeting's draft. Raises NoResultFound."""
    found = select(kind).where(kind.id == record_id, kind.meeting_id == meeting_id, kind.published_at.is_(None))
    return db.session.scalars(found).one()


def _actions(viewer: Person) -> Select[Any]:
    hosts = contains_eager(Action.meeting).contains_eager(Meeting.occasion).selectinload(visible_hosts(viewer))
    return published(Action, viewer).options(joinedload(Action.owner), hosts.selectinload(Network.memberships))


def _open(found: Select[Any], most: int) -> Sequence[Action]:
    by_day = (Action.due_on.is_(None), Action.due_on, Occasion.starts_at, Action.position, Action.id)
    return db.session.scalars(found.where(Action.done_at.is_(None)).order_by(*by_day).limit(most)).all()
