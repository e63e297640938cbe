"""Finding everything in the database that refers to a person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Column, Uuid

from app import schema
from app.merging.rules import RULES, UNGUARDED, Rule


def references() -> Mapping[str, Column[Any]]:
    """Return the columns that refer to a person, by table and name."""
    return {
        f"{table.name}.{column.name}": column
        for table in schema.metadata().sorted_tables
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }


def loose_ids() -> set[str]:
    """Return the columns that hold an id of something else without saying of what."""
    return {
        f"{table.name}.{column.name}"
        for table in schema.metadata().sorted_tables
        for column in table.columns
        if isinstance(column.type, Uuid) and not column.foreign_keys and column.name != "id"
    }


def loose_values() -> set[str]:
    """Return the columns that hold lists or other values, in which ids may stand."""
    return {
        f"{table.name}.{column.name}"
        for table in schema.metadata().sorted_tables
        for column in table.columns
        if isinstance(column.type, JSON)
    }


def ruled() -> list[tuple[str, Column[Any], Rule]]:
    """Return each column with its rule, in one order."""
    tables = schema.metadata().tables
    found = []
    for name, rule in {**RULES, **UNGUARDED}.items():
        table, _, column = name.partition(".")
        found.append((name, tables[table].c[column], rule))
    return found
