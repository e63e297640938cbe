"""Municipalities and their libraries."""

from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app.db import Model, SortKey, WithId
from app.swedish import sort_key


class Municipality(WithId, Model):
    """A municipality whose libraries take part."""

    __tablename__ = "municipalities"

    name: Mapped[str] = mapped_column(unique=True)
    """The short name in everyday use: Högsby."""
    full_name: Mapped[str] = mapped_column(default="")
    """The official name: Högsby kommun."""
    slug: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(default="")
    """The official code of four figures, as text: 0821."""
    sort_key: Mapped[str] = mapped_column(SortKey, index=True)
    libraries: Mapped[list["Library"]] = relationship(back_populates="municipality", order_by="Library.sort_key")

    @validates("name")
    def _name(self, _: str, name: str) -> str:
        self.sort_key = sort_key(name)
        return name


class Library(WithId, Model):
    """A library of a municipality."""

    __tablename__ = "libraries"
    __table_args__ = (UniqueConstraint("municipality_id", "name"),)

    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipalities.id"), index=True)
    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(SortKey)
    municipality: Mapped[Municipality] = relationship(back_populates="libraries")

    @validates("name")
    def _name(self, _: str, name: str) -> str:
        self.sort_key = sort_key(name)
        return name
