"""What a link's secret stands for at this moment: whose it is, which networks it follows, and whether it is closed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import CompoundSelect, Date, Dialect, String, bindparam, cast, null, or_, select, union_all

from app import clock, db
from app.feeds.models import Feed, FeedScope, feed_networks
from app.feeds.prepared import Prepared
from app.ical import store
from app.ical.window import Window, window_on
from app.networks.kinds import Role, Visibility
from app.networks.models import Membership, Network
from app.networks.queries import active_on
from app.people.models import Person
from app.tokens import hash_token

NOTED_EVERY = timedelta(minutes=10)


class Followed(NamedTuple):
    """A network as a feed shows it."""

    name: str
    revision: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A feed as it stands today."""

    feed_id: UUID
    name: str
    slug: str
    with_cancelled: bool
    is_closed: bool
    """Whether the link has been revoked, or its owner's account closed."""
    is_noted: bool
    """Whether it has been noted lately that the link is in use."""
    follows: Mapping[str, Followed]
    takes_part_in: frozenset[str] | None
    window: Window
    etag: str
    """The same as long as the bytes are the same."""

    def reader(self) -> store.Reader:
        """Return whose calendar it is, for the store."""
        part = self.takes_part_in
        return store.Reader(
            follows={UUID(key): each.name for key, each in self.follows.items()},
            takes_part_in=None if part is None else frozenset(map(UUID, part)),
            with_cancelled=self.with_cancelled,
        )


def standing_of(token: str) -> Standing | None:
    """Return what a secret stands for, or None for one that never was given out. One statement, whatever it follows."""
    today, engine = clock.today(), db.engine()
    rows = _question(engine.dialect).rows(
        engine, token_hash=hash_token(token), today=today, noted_after=clock.now() - NOTED_EVERY
    )
    if not rows:
        return None
    feed_id, name, slug, scope, with_cancelled, is_closed, is_noted, is_administrator = rows[0][:8]
    follows, part = _networks([row[8:] for row in rows], scope=scope, everywhere=bool(is_administrator))
    window = window_on(today)
    told = (name, bool(with_cancelled), sorted(follows.items()), part and sorted(part), window, store.writer())
    return Standing(
        feed_id=UUID(str(feed_id)), name=name, slug=slug, with_cancelled=bool(with_cancelled),
        is_closed=bool(is_closed), is_noted=bool(is_noted), follows=follows, takes_part_in=part, window=window,
        etag=blake2b(repr(told).encode(), digest_size=16).hexdigest(),
    )  # fmt: skip


def _networks(
    rows: Iterable[Sequence[Any]], *, scope: str, everywhere: bool
) -> tuple[dict[str, Followed], frozenset[str] | None]:
    """Return the networks a feed follows, and those the person takes part in (None: all).

    A feed of all one's networks follows today's memberships. One of chosen networks shows those of them that the person
    sees today: open ones, and closed ones to which the person belongs (an administrator sees all).
    """
    mine, chosen, part = {}, {}, set()
    for role, key, name, revision, visibility in rows:
        if role is not None:
            mine[str(key)] = Followed(name, revision)
            if role != Role.GUEST:
                part.add(str(key))
        elif key is not None:
            chosen[str(key)] = Followed(name, revision), visibility
    seen = {key: each for key, (each, how) in chosen.items() if everywhere or how == Visibility.OPEN or key in mine}
    return (mine if scope == FeedScope.MINE else seen), (None if everywhere else frozenset(part))


@cache
def _question(dialect: Dialect) -> Prepared:
    """Return the question, compiled: a row for each role the person has today and each network chosen for the feed."""
    return Prepared(_roles_and_choices(), dialect)


def _roles_and_choices() -> CompoundSelect[Any]:
    feed = (
        Feed.id, Feed.name, Feed.slug, Feed.scope, Feed.with_cancelled,
        or_(Feed.revoked_at.is_not(None), Person.closed_at.is_not(None)),
        Feed.used_at > bindparam("noted_after"), Person.is_administrator,
    )  # fmt: skip
    network = (Network.id, Network.name, Network.calendar_revision, Network.visibility)
    today: Any = bindparam("today", type_=Date)
    belongs = (Membership.person_id == Person.id) & active_on(today)
    known = Feed.token_hash == bindparam("token_hash")
    roles = select(*feed, cast(Membership.role, String), *network).select_from(Feed).join(Person)
    choices = select(*feed, cast(null(), String), *network).select_from(Feed).join(Person)
    return union_all(
        roles.outerjoin(Membership, belongs).outerjoin(Network, Network.id == Membership.network_id).where(known),
        choices.join(feed_networks).join(Network, Network.id == feed_networks.c.network_id).where(known),
    )
