"""Finding focus areas, period by period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import exists, func, or_, select

from app import db
from app.db import Model
from app.focus.models import FocusArea


@dataclass(frozen=True, slots=True)
class Period:
    """The focus areas that one plan names."""

    first: date
    last: date | None
    areas: Sequence[FocusArea]

    @property
    def is_whole_years(self) -> bool:
        """Whether it goes from a New Year's Day to a New Year's Eve, so that the years say it all."""
        ends = self.last is None or (self.last.month, self.last.day) == (12, 31)
        return (self.first.month, self.first.day) == (1, 1) and ends


def periods() -> list[Period]:
    """Return every focus area by period, the newest period first, in the order of its plan."""
    found = select(FocusArea).order_by(
        FocusArea.valid_from.desc(), FocusArea.valid_to.desc(), FocusArea.position, FocusArea.name, FocusArea.id
    )
    grouped = groupby(db.session.scalars(found.limit(500)), key=lambda area: (area.valid_from, area.valid_to))
    return [Period(first=first, last=last, areas=list(areas)) for (first, last), areas in grouped]


def focus_area(area_id: UUID) -> FocusArea:
    """Return a focus area. Raises NoResultFound."""
    return db.session.scalars(select(FocusArea).where(FocusArea.id == area_id)).one()


def same_name_in_period(name: str, *, first: date, last: date | None, but: UUID | None = None) -> bool:
    """Whether another focus area of that name is in force on any day from first to last."""
    meets = or_(FocusArea.valid_to.is_(None), FocusArea.valid_to >= first)
    found = select(FocusArea.id).where(func.lower(FocusArea.name) == name.lower(), meets)
    if last is not None:
        found = found.where(FocusArea.valid_from <= last)
    return any(each != but for each in db.session.scalars(found.limit(2)))


def is_in_use(area: FocusArea) -> bool:
    """Whether anything in the installation points at it, of whatever feature."""
    own = FocusArea.__table__.c.id
    pointing = [
        key.parent for table in Model.metadata.tables.values() for key in table.foreign_keys if key.column is own
    ]
    return any(db.session.scalar(select(exists().where(column == area.id))) for column in pointing)
