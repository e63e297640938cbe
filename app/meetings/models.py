"""Meetings and their agendas. A meeting has an occasion and shares its id."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from app import clock
from app.db import Model, WithId
from app.meetings.kinds import ItemKind
from app.networks.models import Network
from app.occasions.kinds import Stage
from app.occasions.models import Occasion


class Meeting(Model):
    """What makes an occasion a meeting: an agenda, answers by a day, and later minutes."""

    __tablename__ = "meetings"

    id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id", ondelete="CASCADE"), primary_key=True)
    answer_by: Mapped[date | None]
    agenda_published_at: Mapped[datetime | None]
    agenda_changed_at: Mapped[datetime | None]
    series_id: Mapped[UUID | None] = mapped_column(index=True)
    """The same for meetings that were made together; each is its own all the same."""
    minutes_started_at: Mapped[datetime | None]
    minutes_published_at: Mapped[datetime | None]
    lead_keeps_turns: Mapped[bool | None] = query_expression()
    """Whether the network that leads keeps turn lists; None unless it was asked for (meetings.queries)."""
    occasion: Mapped[Occasion] = relationship(lazy="joined", innerjoin=True)
    items: Mapped[list["AgendaItem"]] = relationship(
        order_by="AgendaItem.position, AgendaItem.id",
        primaryjoin="and_(AgendaItem.meeting_id == Meeting.id, AgendaItem.removed_at.is_(None))",
        viewonly=True,
    )

    @property
    def title(self) -> str:
        """What it is called."""
        return self.occasion.title

    @property
    def hosts(self) -> list[Network]:
        """The networks that hold it together."""
        return self.occasion.hosts

    @property
    def agenda_is_open(self) -> bool:
        """Whether its agenda can be changed: until it has been held, and again while its minutes are a draft."""
        if self.minutes_published_at is not None or self.occasion.stage is Stage.CANCELLED:
            return False
        return self.minutes_started_at is not None or self.occasion.stage is not Stage.HELD

    @property
    def agenda_changed_since(self) -> datetime | None:
        """When its agenda was last changed after it had been published, if it was."""
        published, changed = self.agenda_published_at, self.agenda_changed_at
        return changed if published is not None and changed is not None and changed > published else None


class AgendaItem(WithId, Model):
    """One thing to take up at a meeting."""

    __tablename__ = "agenda_items"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.DISCUSSION)
    presenter: Mapped[str] = mapped_column(default="")
    duration: Mapped[timedelta] = mapped_column(default=timedelta())
    description: Mapped[str] = mapped_column(Text, default="")
    carried_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_items.id", ondelete="SET NULL"))
    """The item it continues, if an earlier meeting adjourned it."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    revision: Mapped[int] = mapped_column(default=0)
    """Rises when its words change; who began from an older one is told what it says now."""
    removed_at: Mapped[datetime | None]
    """Removed from the agenda, and can be put back."""
    meeting: Mapped[Meeting] = relationship()

    @property
    def is_formal(self) -> bool:
        """Whether it is a step of the meeting rather than a matter: nobody presents it and nothing is to be settled."""
        return self.kind is ItemKind.INFORMATION and not self.presenter and not self.description
