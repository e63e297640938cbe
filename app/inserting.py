"""Rows that may be there already: an INSERT that leaves those out, on both databases."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect, Insert

from app import db


def insert_unless_there(model: type[db.Model], rows: Sequence[Mapping[str, Any]], *, key: Sequence[str]) -> Insert:
    """Return an INSERT of the rows whose key is free. `key` names the columns of a unique index."""
    made: Insert = _insert(db.engine().dialect)(model).values(list(rows)).on_conflict_do_nothing(index_elements=key)
    return made


def _insert(dialect: Dialect) -> Any:
    """Return the insert() that knows of conflicts. The other database's is never loaded: it takes 2 MB a worker."""
    if dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert
    from sqlalchemy.dialects import sqlite

    return sqlite.insert
