"""Finding a person's own calendar links, and what a new one can follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app import db
from app.feeds.models import Feed, FeedScope
from app.networks.models import Network
from app.networks.queries import listed_for
from app.people.models import Person


@dataclass(frozen=True, slots=True)
class Choice:
    """The networks a person can follow, in Swedish order: one's own first, archived ones left out."""

    mine: tuple[Network, ...]
    others: tuple[Network, ...]

    @property
    def all(self) -> tuple[Network, ...]:
        """All of them."""
        return self.mine + self.others


def live_feeds(person: Person) -> Sequence[Feed]:
    """Return the person's links that are not revoked, with their networks, the newest first."""
    found = select(Feed).where(Feed.person_id == person.id, Feed.revoked_at.is_(None))
    loaded = found.options(selectinload(Feed.networks)).order_by(Feed.created_at.desc(), Feed.id)
    return db.session.scalars(loaded).all()


def has_ended_one(person: Person) -> bool:
    """Whether the person has had a link that is revoked."""
    ended = select(Feed.id).where(Feed.person_id == person.id, Feed.revoked_at.is_not(None))
    return db.session.scalars(ended.limit(1)).first() is not None


def feed_of(person: Person, feed_id: UUID) -> Feed:
    """Return a person's own link, revoked or not. Somebody else's does not exist: raises NoResultFound."""
    found = select(Feed).where(Feed.id == feed_id, Feed.person_id == person.id)
    return db.session.scalars(found.options(selectinload(Feed.networks))).one()


def choice_for(person: Person) -> Choice:
    """Return what a person's links can follow."""
    listed = [each for each in listed_for(person) if each.network.archived_at is None]
    mine = tuple(each.network for each in listed if each.roles)
    return Choice(mine, tuple(each.network for each in listed if not each.roles))


def seen_networks(feed: Feed, choice: Choice) -> list[Network]:
    """Return the networks a link shows its owner today: those chosen, without the closed ones that were left."""
    if feed.scope is FeedScope.MINE:
        return list(choice.mine)
    seen = {each.id for each in choice.all}
    return [each for each in feed.networks if each.id in seen]
