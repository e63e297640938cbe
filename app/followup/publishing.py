"""How a draft's decisions and actions become the network's: numbered, corrected, withdrawn.

A network's row is locked while numbers are given, so a series has no gaps and no number twice, also when two meetings'
minutes are published in the same moment.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import delete, func, select

from app import db
from app.followup.models import Action, Decision
from app.meetings.models import AgendaItem
from app.networks.models import Network

Kind = TypeVar("Kind", Decision, Action)

_DECISION_WORDS = ("item_id", "text", "position")
_ACTION_WORDS = ("item_id", "what", "owner_id", "owner_text", "due_on", "position")


def hold_numbers(network_id: UUID) -> None:
    """Keep everyone else from giving numbers in a network's series until this transaction ends."""
    db.session.execute(select(Network.id).where(Network.id == network_id).with_for_update(key_share=True))


def publish_records(meeting_id: UUID, *, network_id: UUID, year: int, at: datetime) -> None:
    """Publish a draft's decisions and actions, in the order of the agenda; numbers are in the network's year.

    What replaces something published hands over its words and goes; what was taken away is withdrawn.
    """
    hold_numbers(network_id)
    last = select(func.max(Decision.number)).where(Decision.network_id == network_id, Decision.year == year)
    number = db.session.scalars(last).one() or 0
    for decision in _drafts(Decision, meeting_id):
        if _settle(Decision, decision, _DECISION_WORDS, at=at):
            number += 1
            decision.network_id, decision.year, decision.number = network_id, year, number
    _standing(Action, meeting_id)  # held from here on: who hands one over meanwhile waits, and so does the draft's copy
    for action in _drafts(Action, meeting_id):
        if _settle(Action, action, _ACTION_WORDS, at=at):
            action.network_id = network_id
    db.session.flush()


def remember_notes(meeting_id: UUID, notes: Mapping[UUID, str]) -> None:
    """Let what stands decided be found also by what was noted under its item, as published."""
    for decision in _standing(Decision, meeting_id):
        noted = notes.get(decision.item_id, "") if decision.item_id is not None else ""
        decision.folded = f"{decision.text}\n{noted}".casefold()
    db.session.flush()


def copy_for_correction(meeting_id: UUID) -> None:
    """Write draft rows that replace what is published, for a correction to change."""
    for decision in _standing(Decision, meeting_id):
        copy = Decision(meeting_id=meeting_id, network_id=decision.network_id, year=decision.year,
                        replaces_id=decision.id)  # fmt: skip
        _hand_over(decision, copy, _DECISION_WORDS)
        db.session.add(copy)
    for action in _standing(Action, meeting_id):
        promise = Action(meeting_id=meeting_id, network_id=action.network_id, replaces_id=action.id)
        _hand_over(action, promise, _ACTION_WORDS)
        db.session.add(promise)
    db.session.flush()


def discard_drafts(meeting_id: UUID) -> None:
    """Throw away a draft's decisions and actions; what is published stands."""
    for kind in (Decision, Action):
        db.session.execute(delete(kind).where(kind.meeting_id == meeting_id, kind.published_at.is_(None)))


def _settle(kind: type[Kind], draft: Kind, words: Sequence[str], *, at: datetime) -> bool:
    """Publish one draft row. Return whether it is new and stays; otherwise it has handed over its words and is gone."""
    if draft.replaces_id is None and draft.withdrawn_at is None:
        draft.published_at = at
        return True
    if draft.replaces_id is not None:
        published = db.session.get_one(kind, draft.replaces_id)
        if draft.withdrawn_at is not None:
            published.withdrawn_at = at
        else:
            _hand_over(draft, published, words)
    db.session.delete(draft)
    return False


def _hand_over(giver: Decision | Action, taker: Decision | Action, words: Sequence[str]) -> None:
    for name in words:
        setattr(taker, name, getattr(giver, name))


def _drafts(kind: type[Kind], meeting_id: UUID) -> Sequence[Kind]:
    found = (
        select(kind)
        .outerjoin(AgendaItem, AgendaItem.id == kind.item_id)
        .where(kind.meeting_id == meeting_id, kind.published_at.is_(None))
        .order_by(AgendaItem.position, kind.position, kind.id)
    )
    return db.session.scalars(found, execution_options={"populate_existing": True}).all()


def _standing(kind: type[Kind], meeting_id: UUID) -> Sequence[Kind]:
    """Return what stands published, as it is now, while others wait."""
    found = select(kind).where(
        kind.meeting_id == meeting_id, kind.published_at.is_not(None), kind.withdrawn_at.is_(None)
    )
    held = found.order_by(kind.position, kind.id).with_for_update(key_share=True)
    return db.session.scalars(held, execution_options={"populate_existing": True}).all()
