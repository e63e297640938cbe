"""People's ids inside lists and letters that are kept as JSON, where the database does not know them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, select, update

from app import db, schema
from app.mail.kinds import State


def count_inside(*, gone_id: UUID) -> int:
    """Return in how many turn lists somebody has a place."""
    return len([each for each in _holding(gone_id) if each[0].table.name == "turn_lists"])


def move_inside(*, kept_id: UUID, gone_id: UUID, name: str) -> list[dict[str, Any]]:
    """Put one id in another's place in turn lists and in letters that wait; name: what the kept person is called.

    Who stands twice on a list then keeps the earlier place.
    """
    noted = []
    for column, row_id, value in list(_holding(gone_id)):
        new = _replaced(value, str(gone_id), str(kept_id))
        new = _once(new, name, str(kept_id)) if column.table.name == "turn_lists" else new
        db.session.execute(update(column.table).where(column.table.c.id == row_id).values({column.name: new}))
        where = f"{column.table.name}.{column.name}"
        noted.append({"column": where, "how": "inside", "rows": [str(row_id)], "was": value})
    return noted


def _holding(person_id: UUID) -> Iterator[tuple[Column[Any], UUID, Any]]:
    tables = schema.metadata().tables
    turns, letters = tables["turn_lists"], tables["letters"]
    waiting = letters.c.state.in_((State.WAITING, State.FAILED))
    for column, found in (
        (turns.c.order, select(turns.c.id, turns.c.order)),
        (letters.c.about, select(letters.c.id, letters.c.about).where(waiting)),
    ):
        for row_id, value in db.session.execute(found).all():
            if _replaced(value, str(person_id), "") != value:
                yield column, row_id, value


def _replaced(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return [_replaced(each, old, new) for each in value]
    if isinstance(value, dict):
        return {key: _replaced(each, old, new) for key, each in value.items()}
    return new if value == old else value


def _once(order: list[list[str]], name: str, key: str) -> list[list[str]]:
    """Return a turn list with somebody on it once, in the earlier place, by the right name."""
    found: list[list[str]] = []
    for each_key, each_name in order:
        if each_key != key:
            found.append([each_key, each_name])
        elif all(before[0] != key for before in found):
            found.append([key, name])
    return found
