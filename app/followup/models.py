"""Decisions and actions: what was settled and what was promised.

A row without published_at belongs to a draft and is seen by those who write it. A correction writes draft rows that
replace published ones; when it is published the words move over and the published row keeps its identity and progress.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app import clock
from app.db import Model, WithId
from app.meetings.models import AgendaItem, Meeting
from app.networks.models import Network
from app.people.models import Person


class Record(WithId):
    """What decisions and actions have in common."""

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id"), index=True)
    """The network that leads the meeting: its series of numbers counts."""
    position: Mapped[int] = mapped_column(default=0)
    """Its place among the meeting's own, in the order in which they were written."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    published_at: Mapped[datetime | None] = mapped_column(index=True)
    withdrawn_at: Mapped[datetime | None]
    """Taken away: in a draft it can be put back; by a correction, the earlier version of the minutes still shows it."""


class Decision(Record, Model):
    """What a meeting settled, numbered within its network and year."""

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("network_id", "year", "number"),)

    year: Mapped[int]
    number: Mapped[int | None]
    """Given when published: 14 of 14/2026."""
    text: Mapped[str] = mapped_column(Text)
    """What follows \"att\"."""
    folded: Mapped[str] = mapped_column(Text, default="")
    """What it is found by, without capitals so that it is the same on every database: its words, and once published
    what was noted under its item."""
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("decisions.id"))
    replaces: Mapped["Decision | None"] = relationship(remote_side="Decision.id")
    meeting: Mapped[Meeting] = relationship()
    item: Mapped[AgendaItem | None] = relationship()
    network: Mapped[Network] = relationship()

    @property
    def label(self) -> str:
        """Its number as people cite it, empty in a draft; a correction has the number of what it corrects."""
        if self.number is None:
            return self.replaces.label if self.replaces is not None else ""
        return f"{self.number}/{self.year}"

    @validates("text")
    def _text(self, _: str, text: str) -> str:
        self.folded = text.casefold()
        return text


class Action(Record, Model):
    """What somebody promised to do."""

    __tablename__ = "actions"

    what: Mapped[str]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    owner_text: Mapped[str] = mapped_column(default="")
    """Who promised, where it is not one person with an account: \"Kontaktperson i varje kommun\"."""
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("actions.id"))
    meeting: Mapped[Meeting] = relationship()
    item: Mapped[AgendaItem | None] = relationship()
    network: Mapped[Network] = relationship()
    owner: Mapped[Person | None] = relationship(foreign_keys=owner_id)

    @property
    def owner_name(self) -> str:
        """Who promised, in words."""
        return self.owner.name if self.owner is not None else self.owner_text

    def is_late_on(self, day: date) -> bool:
        """Whether it should have been done before that day."""
        return self.done_at is None and self.due_on is not None and self.due_on < day
