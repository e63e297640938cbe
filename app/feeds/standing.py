"""What a link's secret stands for at this moment: whose it is, which networks it follows, and whether it is closed."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache, reduce
from hashlib import blake2b
from typing import Any
from uuid import UUID

import sqlalchemy as sa

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
    everywhere: bool
    """Whether the owner administers the installation: then every network is seen, and every online room open."""
    roles: list[str]
    """What the owner is today: a role and a network's id in each text; then perhaps its calendar's revision."""
    chosen: list[str] | None
    """Those of the chosen networks that the owner sees today: visibility, id, revision. None: it follows the roles."""
    window: Window
    etag: str
    """The same as long as the bytes are the same."""

    def reader(self) -> store.Reader:
        """Return whose calendar it is, for the store. A guest only reads: not a word of the way into the room."""
        follows = self.roles if self.chosen is None else self.chosen
        part = frozenset(_network(each) for each in self.roles if not each.startswith(Role.GUEST))
        return store.Reader(
            follows=frozenset(map(_network, follows)),
            takes_part_in=None if self.everywhere else part,
            with_cancelled=self.with_cancelled,
        )


def standing_of(token: str) -> Standing | None:
    """Return what a secret stands for, or None for one that never was given out. One statement, whatever it follows."""
    today, engine = clock.today(), db.engine()
    row = _question(engine.dialect).one_or_none(
        engine, token_hash=hash_token(token), today=today, noted_after=clock.now() - NOTED_EVERY
    )
    return _understood(row, window_on(today), store.writer()) if row is not None else None


@lru_cache(maxsize=512)
def _understood(row: tuple[Any, ...], window: Window, writer: str) -> Standing:
    """Return what a row says. Most feeds are as they were when last asked for: then it has been said already."""
    feed_id, name, slug, with_cancelled, is_closed, is_noted, everywhere, scope, belongs, picked = row
    roles = _listed(belongs)
    chosen = None if scope == FeedScope.MINE else _seen(_listed(picked), roles, everywhere=everywhere)
    told = (name, with_cancelled, everywhere, roles, chosen, window, writer)
    return Standing(
        UUID(str(feed_id)), name, slug, bool(with_cancelled), bool(is_closed), bool(is_noted), bool(everywhere),
        roles, chosen, window, blake2b(repr(told).encode(), digest_size=16).hexdigest(),
    )  # fmt: skip


def _seen(chosen: list[str], roles: list[str], *, everywhere: bool) -> list[str]:
    """Return those of the chosen networks that the owner sees: open ones, and those the owner belongs to.

    An administrator sees all. The same rule as networks.queries.visible_to.
    """
    if everywhere or not any(each.startswith(Visibility.CLOSED) for each in chosen):
        return chosen
    mine = set(map(_network, roles))
    return [each for each in chosen if each.startswith(Visibility.OPEN) or _network(each) in mine]


def _listed(networks: str | None) -> list[str]:
    return sorted(networks.split(",")) if networks else []


def _network(listed: str) -> UUID:
    return UUID(listed.split(" ")[1])


@cache
def _question(dialect: sa.Dialect) -> Prepared:
    """Return the question, compiled once: a row for the feed, with its owner's roles today and the chosen networks."""
    return Prepared(_feed_with_networks(), dialect)


def _feed_with_networks() -> sa.Select[Any]:
    today: Any = sa.bindparam("today", type_=sa.Date)
    belongs = sa.and_(Membership.person_id == Person.id, active_on(today))
    roles = _texts(Membership.role, Membership.network_id).where(belongs)
    followed = _texts(Membership.role, Membership.network_id, Network.calendar_revision).where(belongs)
    picked = _texts(Network.visibility, Network.id, Network.calendar_revision).where(feed_networks.c.feed_id == Feed.id)
    return (
        sa.select(
            Feed.id, Feed.name, Feed.slug, Feed.with_cancelled,
            sa.or_(Feed.revoked_at.is_not(None), Person.closed_at.is_not(None)),
            Feed.used_at > sa.bindparam("noted_after"), Person.is_administrator, Feed.scope,
            sa.case(
                (Feed.scope == FeedScope.MINE, _one(followed.join(Network, Network.id == Membership.network_id))),
                else_=_one(roles),
            ),
            _one(picked.join(feed_networks, Network.id == feed_networks.c.network_id)),
        )
        .join(Feed.person)
        .where(Feed.token_hash == sa.bindparam("token_hash"))
    )  # fmt: skip


def _texts(*columns: Any) -> sa.Select[Any]:
    """Return one text of all networks, in no order: their columns with spaces, the networks with commas between."""
    first, *others = (sa.type_coerce(each, sa.String) for each in columns)
    space: Any = sa.literal_column("' '")
    comma: Any = sa.literal_column("','")
    return sa.select(sa.func.aggregate_strings(reduce(lambda said, each: said + space + each, others, first), comma))


def _one(networks: sa.Select[Any]) -> sa.ScalarSelect[Any]:
    return networks.correlate(Feed, Person).scalar_subquery()
