"""Moving what refers to one person to another, table by table, and noting what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, and_, delete, func, select, update

from app import db
from app.merging import inside
from app.merging.references import ruled
from app.merging.rules import INSIDE, Row, Rule, Way


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of one kind at the one that goes, and how much of it both have."""

    rule: Rule
    rows: int
    double: int = 0


def counted(*, kept_id: UUID, gone_id: UUID) -> list[Count]:
    """Return what the one that goes has, kind by kind, as a preview; reads only."""
    found: dict[str, Count] = {}
    for _name, column, rule in ruled():
        rows = db.session.scalar(select(func.count()).select_from(column.table).where(column == gone_id)) or 0
        double = len(_doubles(column, rule, kept_id, gone_id)) if rule.way is Way.ONE and rows else 0
        before = found.get(rule.label, Count(rule, 0))
        found[rule.label] = Count(rule, before.rows + rows, before.double + double)
    places = Count(INSIDE["turn_lists.order"], inside.count_inside(gone_id=gone_id))
    return [each for each in [*found.values(), places] if each.rows]


def move_all(*, kept_id: UUID, gone_id: UUID) -> list[dict[str, Any]]:
    """Move everything by its rule, and return what was moved, let go and ended. Once more changes nothing more."""
    noted: list[dict[str, Any]] = []
    for name, column, rule in ruled():
        if rule.way is Way.ENDED:
            db.session.execute(delete(column.table).where(column == gone_id))
        if rule.way is Way.ONE:
            for gone, kept in _doubles(column, rule, kept_id, gone_id):
                let_go = kept if rule.better(gone, kept) else gone
                db.session.execute(delete(column.table).where(_is(column, let_go)))
                noted.append({"column": name, "how": "let go", "row": _as_text(let_go)})
        if rule.way in (Way.MOVED, Way.ONE, Way.JOINED):
            moved = _keys(column, gone_id)
            if moved:
                db.session.execute(update(column.table).where(column == gone_id).values({column.name: kept_id}))
                noted.append({"column": name, "how": "moved", "rows": moved})
    return noted


def _doubles(column: Column[Any], rule: Rule, kept_id: UUID, gone_id: UUID) -> list[tuple[Row, Row]]:
    """Return the rows that both have, in pairs: the one that goes and the kept."""
    pairs: list[tuple[Row, Row]] = []
    kept_rows: dict[tuple[Any, ...], Row] = {}
    for row in filter(rule.only, _rows(column, kept_id)):
        kept_rows.setdefault(tuple(row[each] for each in rule.same), row)
    for row in filter(rule.only, _rows(column, gone_id)):
        same = tuple(row[each] for each in rule.same)
        if same in kept_rows and same != (None,):
            pairs.append((row, kept_rows[same]))
    return pairs


def _rows(column: Column[Any], person_id: UUID) -> Sequence[Row]:
    ordered = select(column.table).where(column == person_id).order_by(*column.table.primary_key)
    return db.session.execute(ordered).mappings().all()  # type: ignore[return-value]


def _is(column: Column[Any], row: Row) -> Any:
    return and_(*(each == row[each.name] for each in column.table.primary_key))


def _keys(column: Column[Any], person_id: UUID) -> list[str]:
    keys = [each for each in column.table.primary_key if each is not column]
    return [" ".join(map(str, row)) for row in db.session.execute(select(*keys).where(column == person_id))]


def _as_text(row: Row) -> dict[str, str]:
    return {name: str(value) for name, value in row.items() if value is not None}
