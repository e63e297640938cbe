"""What a column keeps, on both databases: moments in UTC, lengths of time, sort keys, ids."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, Integer, String, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware when it goes in, aware and in UTC when it comes out. Raises ValueError for naive values."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive moments, store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Id(Uuid[UUID]):
    """A row's id. The rows of a page say the same few ids again and again: read from text, each is made once."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Return what makes an id of what SQLite kept; PostgreSQL's driver gives ids."""
        return _id if dialect.name == "sqlite" else super().result_processor(dialect, coltype)  # type: ignore[no-untyped-call]


@lru_cache(maxsize=2_000)
def _id(kept: str | None) -> UUID | None:
    return None if kept is None else UUID(kept)


class Minutes(TypeDecorator[timedelta]):
    """A length of time in whole minutes, kept as an integer."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Store whole minutes."""
        return None if value is None else int(value.total_seconds() // 60)

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:  # noqa: ARG002
        """Return the length of time."""
        return None if value is None else timedelta(minutes=value)


class SortKey(TypeDecorator[str]):
    """A key from app.swedish.sort_key, compared byte by byte on every database."""

    impl = String(255)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use PostgreSQL's byte-wise collation; SQLite compares bytes anyway."""
        return dialect.type_descriptor(String(255, collation="C" if dialect.name == "postgresql" else None))
