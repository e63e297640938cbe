"""The database: one engine, one session per request, and what all tables have in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from enum import Enum as PythonEnum
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Engine, Enum, MetaData, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, scoped_session, sessionmaker

from app.column_types import Id, Minutes, SortKey, UtcDateTime

__all__ = ["Id", "Minutes", "SortKey", "UtcDateTime"]  # migrations find them here

session: scoped_session[Session] = scoped_session(sessionmaker(expire_on_commit=False))
_engines: list[Engine] = []
_writing: ContextVar[bool] = ContextVar("writing", default=True)
_KEPT_BY_SQLITE = {"cached_statements": 32}  # a page asks ten questions or so, and each kept ready takes 30 KB


class Model(DeclarativeBase):
    """What all tables have in common."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's declarative API
        datetime: UtcDateTime,
        timedelta: Minutes,
        UUID: Id,
        StrEnum: Enum(
            PythonEnum, native_enum=False, length=30, values_callable=lambda kind: [each.value for each in kind]
        ),
    }


class WithId:
    """A row that is known by an id that says nothing."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)


def connect(url: str) -> Engine:
    """Open the engine that the session uses from now on, closing the one before."""
    close()
    own: dict[str, Any] = {"pool_size": 8} if url.startswith("postgresql") else {"connect_args": _KEPT_BY_SQLITE}
    engine = create_engine(url, pool_use_lifo=True, **own)  # whoever was used last knows its statements and pages best
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    session.remove()
    session.configure(bind=engine)
    _engines.append(engine)
    return engine


def close() -> None:
    """Close every connection."""
    session.remove()
    while _engines:
        _engines.pop().dispose()


def engine() -> Engine:
    """Return the open engine."""
    return _engines[-1]


def begin(*, writing: bool) -> None:
    """End what was begun; the next statement begins a transaction that may write, or only reads."""
    if session.registry.has():
        session.rollback()
    _writing.set(writing)


@contextmanager
def apart() -> Iterator[Session]:
    """A short transaction of its own, for what must be written although nothing was changed."""
    token = _writing.set(True)
    try:
        with Session(engine(), expire_on_commit=False) as own, own.begin():
            yield own
    finally:
        _writing.reset(token)


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000", "cache_size=-2000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    # A writer takes its place in the queue at once: a reader that turns writer half-way is refused by SQLite.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
