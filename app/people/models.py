"""The people: who they are and how to reach them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app import clock
from app.db import Model, SortKey, WithId
from app.places.models import Library, Municipality
from app.swedish import sort_key


class Language(StrEnum):
    """The languages of the pages."""

    SWEDISH = "sv"
    ENGLISH = "en"


class Person(WithId, Model):
    """Somebody with an account, open, not yet opened, or closed."""

    __tablename__ = "people"

    given_name: Mapped[str]
    family_name: Mapped[str] = mapped_column(default="")
    sort_key: Mapped[str] = mapped_column(SortKey, index=True)
    email: Mapped[str] = mapped_column(unique=True)
    """Lower case, ASCII."""
    phone: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[UUID | None] = mapped_column(ForeignKey("municipalities.id"), index=True)
    library_id: Mapped[UUID | None] = mapped_column(ForeignKey("libraries.id"), index=True)
    language: Mapped[Language | None]
    is_administrator: Mapped[bool] = mapped_column(default=False)
    is_manager: Mapped[bool] = mapped_column(default=False)
    """Whether the person leads the libraries of the own municipality, and appoints its representatives."""
    password_hash: Mapped[str | None]
    """Argon2id; empty until the invitation has been answered."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    closed_at: Mapped[datetime | None]
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    """Who it turned out to be: a closed double of another person, who has everything it had."""
    municipality: Mapped[Municipality | None] = relationship()
    library: Mapped[Library | None] = relationship()
    workplaces: Mapped[list["Workplace"]] = relationship(cascade="all, delete-orphan")
    """Where the person works besides the own library."""

    @property
    def name(self) -> str:
        """The whole name, as people say it."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def is_open(self) -> bool:
        """Whether the account may be used."""
        return self.closed_at is None

    @property
    def has_signed_up(self) -> bool:
        """Whether the invitation has been answered with a password."""
        return self.password_hash is not None

    @validates("given_name", "family_name")
    def _names(self, which: str, value: str) -> str:
        given = value if which == "given_name" else (self.given_name or "")
        family = value if which == "family_name" else (self.family_name or "")
        self.sort_key = sort_key(f"{family} {given}".strip())
        return value


class Workplace(WithId, Model):
    """A library where somebody works besides the own one, perhaps in another municipality."""

    __tablename__ = "workplaces"
    __table_args__ = (UniqueConstraint("person_id", "library_id"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    library_id: Mapped[UUID] = mapped_column(ForeignKey("libraries.id"), index=True)
    library: Mapped[Library] = relationship()
