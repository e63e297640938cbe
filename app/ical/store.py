"""Occasions' iCalendar texts: rendered when first asked for after a change, kept, and joined from then on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, delete, exists, insert, or_, select, true
from sqlalchemy.exc import DBAPIError

from app import clock, db
from app.ical.models import EventText
from app.ical.telling import text_of, with_networks
from app.ical.window import Window, window_on
from app.ical.writer import WRITER_VERSION
from app.networks.models import Network
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion, occasion_hosts

AT_A_TIME = 250
_address = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What a person's calendar shows."""

    follows: frozenset[UUID]
    """The networks."""
    takes_part_in: frozenset[UUID] | None
    """The networks whose online rooms the person may enter; None for all."""
    with_cancelled: bool


class Texts(NamedTuple):
    """An occasion's text for those who take part, and for those who only read where that is another."""

    text: bytes
    without_link: bytes | None


def use_address(base_url: str) -> None:
    """Set the installation's address (the setting BASE_URL), where the occasions' pages are."""
    global _address
    _address = base_url


def writer() -> str:
    """Return what the bytes of a text depend on besides its occasion: another writer's texts are written anew."""
    return f"{WRITER_VERSION} {clock.zone().key} {_address}"


def texts_for(reader: Reader, window: Window) -> list[bytes]:
    """Return the VEVENTs of a person's calendar, in order of time, each with those of its networks that it follows.

    One statement when all are kept; those that are not are rendered and kept, in a transaction of their own.
    """
    rows = db.session.execute(_shown(reader, window)).all()
    fresh = write([row.id for row in rows if row.text is None])
    found = []
    for occasion_id, hosts in groupby(rows, key=lambda row: row.id):
        first, *others = hosts
        kept = fresh.get(occasion_id) or Texts(first.text or b"", first.without_link)
        text = kept.text if first.takes_part or kept.without_link is None else kept.without_link
        found.append(with_networks(text, [row.name for row in (first, *others)]))
    return [text for text in found if text]


def write(occasion_ids: Sequence[UUID]) -> dict[UUID, Texts]:
    """Render occasions' texts, keep them for the next who asks, and return them."""
    wanted, found = list(dict.fromkeys(occasion_ids)), {}
    for start in range(0, len(wanted), AT_A_TIME):
        some = wanted[start : start + AT_A_TIME]
        occasions = db.session.scalars(select(Occasion).where(Occasion.id.in_(some))).all()
        texts = {each.id: _texts(each) for each in occasions}
        _keep({each.id: each.revision for each in occasions}, texts)
        found.update(texts)
    return found


def refresh(*, most: int = 1_000) -> int:
    """Render ahead what feeds will ask for, so that nobody waits for it; return how many. For the worker."""
    db.begin(writing=False)  # what is slow here holds up nobody who writes
    stale = select(Occasion.id).outerjoin(EventText, _kept()).where(EventText.occasion_id.is_(None))
    shown = stale.where(Occasion.state != OccasionState.DRAFT, Occasion.ends_at > window_on(clock.today()).held_after)
    try:
        return len(write(db.session.scalars(shown.order_by(Occasion.starts_at.desc(), Occasion.id).limit(most)).all()))
    finally:
        db.begin(writing=True)


def _shown(reader: Reader, window: Window) -> Select[Any]:
    """Return a row for each occasion and each network followed that hosts it."""
    shown = Occasion.state == OccasionState.CALLED
    if reader.with_cancelled:
        cancelled = Occasion.state == OccasionState.CANCELLED
        shown = or_(shown, and_(cancelled, Occasion.ends_at > window.cancelled_after))
    host = occasion_hosts.c
    columns: tuple[Any, ...] = (Occasion.id, Network.name, EventText.text, EventText.without_link)
    return (
        select(*columns, _takes_part(reader).label("takes_part"))
        .join(occasion_hosts, host.occasion_id == Occasion.id)
        .join(Network, Network.id == host.network_id)
        .outerjoin(EventText, _kept())
        .where(host.network_id.in_(reader.follows), Occasion.ends_at > window.held_after, shown)
        .order_by(Occasion.starts_at, Occasion.id, Network.sort_key, Network.id)
    )


def _takes_part(reader: Reader) -> ColumnElement[bool]:
    if reader.takes_part_in is None:
        return true()
    host = occasion_hosts.alias()
    return exists().where(host.c.occasion_id == Occasion.id, host.c.network_id.in_(reader.takes_part_in))


def _kept() -> ColumnElement[bool]:
    """The condition that an occasion's text is kept as it would be written now."""
    return and_(
        EventText.occasion_id == Occasion.id, EventText.revision == Occasion.revision, EventText.writer == writer()
    )


def _texts(occasion: Occasion) -> Texts:
    where: dict[str, Any] = {"base_url": _address, "time_zone": clock.zone().key}
    bare = text_of(occasion, with_link=False, **where) if occasion.link else None
    return Texts(text_of(occasion, with_link=True, **where), bare)


def _keep(revisions: Mapping[UUID, int], texts: Mapping[UUID, Texts]) -> None:
    made = writer()
    rows = [
        {"occasion_id": key, "revision": revisions[key], "writer": made, **texts[key]._asdict()}
        for key in sorted(texts)
    ]
    if not rows:
        return
    try:
        with db.apart() as own:
            own.execute(delete(EventText).where(EventText.occasion_id.in_([row["occasion_id"] for row in rows])))
            own.execute(insert(EventText), rows)
    except DBAPIError:  # somebody else keeps the same just now, or an occasion is gone: the answer has what it needs
        return
