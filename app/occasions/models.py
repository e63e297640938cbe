"""What a calendar shows, whatever it is for, and the answers to it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Model, WithId
from app.focus.models import FocusArea
from app.networks.models import Network
from app.occasions.kinds import OccasionKind, OccasionState, Reply, Stage
from app.people.models import Person

occasion_hosts = Table(
    "occasion_hosts",
    Model.metadata,
    Column("occasion_id", ForeignKey("occasions.id", ondelete="CASCADE"), primary_key=True),
    Column("network_id", ForeignKey("networks.id", ondelete="CASCADE"), primary_key=True, index=True),
)
occasion_focus_areas = Table(
    "occasion_focus_areas",
    Model.metadata,
    Column("occasion_id", ForeignKey("occasions.id", ondelete="CASCADE"), primary_key=True),
    Column("focus_area_id", ForeignKey("focus_areas.id", ondelete="CASCADE"), primary_key=True),
)


class Occasion(WithId, Model):
    """Something with a time that networks host: a meeting, a joint activity."""

    __tablename__ = "occasions"
    __table_args__ = (
        Index("ix_occasions_time", "starts_at", "ends_at"),
        UniqueConstraint("lead_id", "source_uid", "source_recurrence"),
    )

    uid: Mapped[str] = mapped_column(unique=True)
    """The same in every feed, file and invitation, for ever (RFC 5545 3.8.4.7)."""
    sequence: Mapped[int] = mapped_column(default=0)
    """Rises when time, place or state change (RFC 5546 2.1.4)."""
    revision: Mapped[int] = mapped_column(default=0)
    """Rises at every change that a calendar shows."""
    kind: Mapped[OccasionKind] = mapped_column(default=OccasionKind.MEETING)
    state: Mapped[OccasionState] = mapped_column(default=OccasionState.DRAFT)
    title: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    """For whole days: midnight after the last day."""
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    """Set for whole days, both or neither; the moments then follow from them."""
    moved_from: Mapped[datetime | None]
    """When it would have begun before it was moved, if members had been told."""
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(Text, default="")
    cancelled_because: Mapped[str] = mapped_column(default="")
    source_uid: Mapped[str | None]
    source_recurrence: Mapped[str | None]
    """Where it was imported from, so that importing again finds it."""
    source_revision: Mapped[int | None]
    """Its revision when it was last imported: what has been changed here since is not overwritten."""
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)
    created_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    lead: Mapped[Network] = relationship(foreign_keys=lead_id)
    hosts: Mapped[list[Network]] = relationship(secondary=occasion_hosts, order_by=Network.sort_key)
    focus_areas: Mapped[list[FocusArea]] = relationship(secondary=occasion_focus_areas, order_by=FocusArea.position)
    answers: Mapped[list["Answer"]] = relationship(back_populates="occasion", cascade="all, delete-orphan")

    @property
    def foremost(self) -> Network | None:
        """The one to show where there is room for one: the network that leads, or the first of the hosts loaded."""
        return next((each for each in self.hosts if each.id == self.lead_id), next(iter(self.hosts), None))

    @property
    def path(self) -> str:
        """Where its page is, after the installation's address."""
        return f"/{'meetings' if self.kind is OccasionKind.MEETING else 'occasions'}/{self.id}"

    @property
    def whole_days(self) -> bool:
        """Whether it takes whole days rather than hours."""
        return self.first_day is not None

    @property
    def day(self) -> date:
        """The day it begins, where the organisation is."""
        return self.first_day or self.starts_at.astimezone(clock.zone()).date()

    def stage_at(self, moment: datetime) -> Stage:
        """How it stands at a moment."""
        if self.state is OccasionState.CANCELLED:
            return Stage.CANCELLED
        if self.state is OccasionState.DRAFT:
            return Stage.DRAFT
        if self.ends_at <= moment:
            return Stage.HELD
        if self.starts_at <= moment:
            return Stage.ONGOING
        return Stage.MOVED if self.moved_from is not None else Stage.CALLED

    @property
    def stage(self) -> Stage:
        """How it stands now."""
        return self.stage_at(clock.now())

    @property
    def takes_answers(self) -> bool:
        """Whether people can say now if they come."""
        return self.stage in (Stage.CALLED, Stage.MOVED, Stage.ONGOING)

    @property
    def replies(self) -> list[Reply]:
        """The answers that make sense: nobody comes to a place when there is only a link."""
        only_online = bool(self.link) and not self.place
        return [reply for reply in Reply if not (only_online and reply is Reply.ON_SITE)]

    def answer_of(self, person: Person) -> Reply | None:
        """What the person has answered, if anything."""
        return next((each.reply for each in self.answers if each.person_id == person.id), None)


class Answer(Model):
    """What one person answered; the last word counts."""

    __tablename__ = "answers"

    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    reply: Mapped[Reply]
    answered_at: Mapped[datetime] = mapped_column(default=clock.now)
    occasion: Mapped[Occasion] = relationship(back_populates="answers")
    person: Mapped[Person] = relationship()
