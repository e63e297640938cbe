"""Calendar feeds: private links that calendar programs poll."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Model, WithId
from app.networks.models import Network
from app.people.models import Person
from app.wording import N_

feed_networks = Table(
    "feed_networks",
    Model.metadata,
    Column("feed_id", ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
    Column("network_id", ForeignKey("networks.id", ondelete="CASCADE"), primary_key=True),
)


class FeedScope(StrEnum):
    """Which networks a feed follows."""

    MINE = "mine"
    CHOSEN = "chosen"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            FeedScope.MINE: N_("Alla nätverk jag är med i"),
            FeedScope.CHOSEN: N_("Nätverk som jag väljer"),
        }[self]


class Feed(WithId, Model):
    """One person's link to one choice of networks. The link's secret is kept as a hash only."""

    __tablename__ = "feeds"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    slug: Mapped[str]
    """The last, readable part of the address: calendar programs name the calendar after it."""
    token_hash: Mapped[str] = mapped_column(unique=True)
    scope: Mapped[FeedScope] = mapped_column(default=FeedScope.MINE)
    with_cancelled: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    revoked_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    used_by: Mapped[str] = mapped_column(default="")
    """The program that last fetched it, in a few words."""
    person: Mapped[Person] = relationship()
    networks: Mapped[list[Network]] = relationship(secondary=feed_networks, order_by=Network.sort_key)
