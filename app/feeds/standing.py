"""What a link's secret stands for at this moment: whose it is, which networks it follows, and whether it is closed."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from hashlib import blake2b
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Dialect, ScalarSelect, Select, String, bindparam, cast, func, or_, select

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
    """A feed as it stands today. Networks are known by their ids as the database writes them."""

    feed_id: str
    name: str
    slug: str
    with_cancelled: bool
    is_closed: bool
    """Whether the link has been revoked, or its owner's account closed."""
    is_noted: bool
    """Whether it has been noted lately that the link is in use."""
    follows: dict[str, str]
    """The networks it shows, each with its calendar's revision."""
    takes_part_in: frozenset[str] | None
    """The networks in which the person is more than a guest; None for an administrator, who may enter everywhere."""
    window: Window

    @property
    def etag(self) -> str:
        """The same as long as the bytes are the same."""
        part = self.takes_part_in
        told = (self.name, self.with_cancelled, sorted(self.follows.items()), part and sorted(part), self.window)
        return blake2b(f"{told}{store.writer()}".encode(), digest_size=16).hexdigest()

    def reader(self) -> store.Reader:
        """Return whose calendar it is, for the store."""
        part = self.takes_part_in
        return store.Reader(
            follows=frozenset(map(UUID, self.follows)),
            takes_part_in=None if part is None else frozenset(map(UUID, part)),
            with_cancelled=self.with_cancelled,
        )


def standing_of(token: str) -> Standing | None:
    """Return what a secret stands for, or None for one that never was given out. One statement, whatever it follows."""
    today, engine = clock.today(), db.engine()
    row = _question(engine.dialect).one_or_none(
        engine, token_hash=hash_token(token), today=today, noted_after=clock.now() - NOTED_EVERY
    )
    if row is None:
        return None
    feed_id, name, slug, with_cancelled, is_closed, is_noted, scope, everywhere, belongs, chosen = row
    mine = [each.split() for each in (belongs or "").split(",") if each]
    part = None if everywhere else frozenset(key for role, key, _ in mine if role != Role.GUEST)
    follows = {key: revision for _, key, revision in mine}
    if scope == FeedScope.CHOSEN:
        follows = _seen(chosen or "", follows, everywhere=everywhere)
    return Standing(
        str(feed_id), name, slug, bool(with_cancelled), bool(is_closed), bool(is_noted), follows, part, window_on(today)
    )


def _seen(chosen: str, mine: dict[str, str], *, everywhere: bool) -> dict[str, str]:
    """Return those of the chosen networks that the person sees today: open ones, and those the person belongs to.

    An administrator sees all, as in networks.queries.visible_to.
    """
    found = (each.split() for each in chosen.split(",") if each)
    return {key: revision for how, key, revision in found if everywhere or how == Visibility.OPEN or key in mine}


@cache
def _question(dialect: Dialect) -> Prepared:
    """Return the question, compiled once: a row for the feed, with its owner's roles today and the chosen networks."""
    return Prepared(_feed_with_networks(), dialect)


def _feed_with_networks() -> Select[Any]:
    today: Any = bindparam("today", type_=Date)
    belongs = select(_listed(Membership.role)).join(Network, Network.id == Membership.network_id)
    chosen = select(_listed(Network.visibility)).join(feed_networks, Network.id == feed_networks.c.network_id)
    return (
        select(
            Feed.id, Feed.name, Feed.slug, Feed.with_cancelled,
            or_(Feed.revoked_at.is_not(None), Person.closed_at.is_not(None)),
            Feed.used_at > bindparam("noted_after"), Feed.scope, Person.is_administrator,
            _once(belongs.where(Membership.person_id == Person.id, active_on(today))),
            _once(chosen.where(feed_networks.c.feed_id == Feed.id)),
        )
        .join(Feed.person)
        .where(Feed.token_hash == bindparam("token_hash"))
    )  # fmt: skip


def _listed(how: Any) -> ColumnElement[str]:
    """Return networks as one text, in no order: a word, the id and the calendar's revision, with commas between."""
    words = (cast(each, String) for each in (how, Network.id, Network.calendar_revision))
    first, key, revision = words
    return func.aggregate_strings(first + " " + key + " " + revision, ",")


def _once(networks: Select[Any]) -> ScalarSelect[Any]:
    return networks.correlate(Feed, Person).scalar_subquery()
