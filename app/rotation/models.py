"""Turn lists: the order, and what has been settled for single meetings. Who is next is worked out (queue.py)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Model, WithId
from app.networks.models import Network
from app.occasions.models import Occasion
from app.rotation.kinds import Place, TurnKind


class TurnList(WithId, Model):
    """One order of a network, for one task."""

    __tablename__ = "turn_lists"
    __table_args__ = (UniqueConstraint("network_id", "kind"),)

    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"))
    kind: Mapped[TurnKind]
    counted_from: Mapped[datetime] = mapped_column(default=clock.now)
    """The order stands as it was at this moment; meetings that begin later move those who had a turn to the end."""
    order: Mapped[list[list[str]]] = mapped_column(JSON)
    """Ids and names, the first in the queue first. No references: who is no longer a member drops out by themselves."""
    network: Mapped[Network] = relationship()
    turns: Mapped[list["Turn"]] = relationship(cascade="all, delete-orphan")

    @property
    def places(self) -> list[Place]:
        """Who is on it, in order."""
        return [Place(UUID(key), name) for key, name in self.order]

    @places.setter
    def places(self, places: Sequence[Place]) -> None:
        self.order = [[str(each.key), each.name] for each in places]


class Turn(WithId, Model):
    """What was settled for one meeting: who has the turn, or who is passed over this time and why."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("list_id", "occasion_id", "key"),)

    list_id: Mapped[UUID] = mapped_column(ForeignKey("turn_lists.id", ondelete="CASCADE"))
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id", ondelete="CASCADE"), index=True)
    key: Mapped[UUID]
    """The person's or the municipality's id. Not a reference: what once was so stays said."""
    name: Mapped[str]
    """Whose turn it was, as text."""
    is_skipped: Mapped[bool] = mapped_column(default=False)
    word: Mapped[str] = mapped_column(default="")
    """Why somebody was passed over."""
    settled_at: Mapped[datetime] = mapped_column(default=clock.now)
    settled_by: Mapped[str] = mapped_column(default="")
    """Who settled it, as text; empty where the order itself did, when the meeting began."""
    occasion: Mapped[Occasion] = relationship()
