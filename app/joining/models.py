"""The wishes of those who want to join a network. Answered ones are kept."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Model, WithId
from app.joining.kinds import Outcome
from app.networks.models import Network
from app.people.models import Person


class JoinRequest(WithId, Model):
    """Somebody asks to become a member of a network; it waits until it is answered or taken back."""

    __tablename__ = "join_requests"
    __table_args__ = (Index("ix_join_requests_network_person", "network_id", "person_id"),)

    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    message: Mapped[str] = mapped_column(Text, default="")
    """What the person says to the coordinators."""
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    outcome: Mapped[Outcome | None]
    """How it ended; empty while it waits."""
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    answer: Mapped[str] = mapped_column(Text, default="")
    """A word to the one who asked, when it was declined."""
    network: Mapped[Network] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id)

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has answered it and it has not been taken back."""
        return self.outcome is None
