"""Posting a letter: a row in the transaction of the change it tells of, so that neither is kept without the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import update

from app import clock, db
from app.inserting import insert_unless_there
from app.mail.choices import without
from app.mail.kinds import Kind, State
from app.mail.models import Posted
from app.wording import N_

AT_ONCE = 500
"""Rows in one statement: SQLite takes 32,766 values."""
NOT_WANTED = N_("Det som brevet handlade om togs tillbaka.")


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets a letter, as plain values: this feature knows no people."""

    person_id: UUID
    email: str
    name: str
    language: str = "sv"
    through: tuple[UUID, ...] = ()
    """The networks it comes through, where they are several: it comes as long as the kind is on in one of them."""


def post(
    kind: Kind,
    receivers: Iterable[Receiver],
    *,
    about: Mapping[str, str],
    network_id: UUID | None = None,
    key: str = "",
) -> int:
    """Put a letter to each receiver in the outbox and return to how many; those who do without the kind get none.

    Never commits. about: the ids it will be written from when it is sent. key: the same key posted twice (a double
    click, a request sent again) is one letter to each person.
    """
    chosen = _reached(kind, receivers, network_id)
    common = {"kind": kind, "about": dict(about), "key": key or None, "posted_at": clock.now(), "state": State.WAITING,
              "tries": 0, "next_try_at": clock.now(), "reason": ""}  # fmt: skip
    rows = [
        {"id": uuid4(), "person_id": each.person_id, "email": each.email, "name": each.name,
         "language": each.language, "network_id": network, **common}
        for each, network in sorted(chosen, key=lambda pair: pair[0].person_id)  # two at once never wait in a ring
    ]  # fmt: skip
    return sum(_insert(rows[first : first + AT_ONCE]) for first in range(0, len(rows), AT_ONCE))


def how_many(kind: Kind, receivers: Iterable[Receiver], *, network_id: UUID | None = None) -> int:
    """Return how many letters post() would put in the outbox: for the question before it is done."""
    return len(_reached(kind, receivers, network_id))


def withdraw(key: str) -> int:
    """Take back the letters with a key that have not left, and return how many; the key may be used again."""
    gone: dict[str, Any] = {
        "state": State.DROPPED,
        "key": None,
        "about": {},
        "ended_at": clock.now(),
        "reason": NOT_WANTED,
    }
    not_left = Posted.state.in_((State.WAITING, State.FAILED))
    done = db.session.execute(update(Posted).where(Posted.key == key, not_left).values(**gone))
    return int(done.rowcount)  # type: ignore[attr-defined]


def _reached(kind: Kind, receivers: Iterable[Receiver], network_id: UUID | None) -> list[tuple[Receiver, UUID | None]]:
    """Return who gets it, each once, and the network it comes through."""
    once = {each.person_id: each for each in receivers}
    usual = (network_id,) if network_id is not None else ()
    off = without(kind) if once and kind.is_optional else frozenset()
    found = []
    for each in once.values():
        networks = each.through or usual
        still_on = [network for network in networks if (each.person_id, network) not in off]
        if (each.person_id, None) not in off and (still_on or not networks):
            found.append((each, still_on[0] if still_on else None))
    return found


def _insert(rows: Sequence[Mapping[str, Any]]) -> int:
    added = insert_unless_there(Posted, rows, key=["key", "person_id"])
    return len(db.session.execute(added.returning(Posted.id)).all())
