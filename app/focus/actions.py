"""Adding, changing and taking away focus areas."""

from datetime import date

from sqlalchemy import func, select

from app import db
from app.focus.models import FocusArea
from app.focus.queries import is_in_use, same_name_in_period
from app.turns import Names, wait_for_turn
from app.wording import N_, Refusal


class EndsBeforeItBegins(Refusal):
    """A period's last day comes before its first."""


class NameIsTaken(Refusal):
    """Two focus areas of one name would be in force at once."""


class IsInUse(Refusal):
    """What networks and meetings point at stays."""


def add(*, name: str, weave: int, first: date, last: date | None) -> FocusArea:
    """Add a focus area last in its period. Raises EndsBeforeItBegins or NameIsTaken."""
    _check(None, name=name, first=first, last=last)
    highest = db.session.scalar(select(func.max(FocusArea.position)).where(FocusArea.valid_from == first))
    area = FocusArea(name=name, weave=weave, position=(highest or 0) + 1, valid_from=first, valid_to=last)
    db.session.add(area)
    db.session.flush()
    return area


def change(area: FocusArea, *, name: str, weave: int, position: int, first: date, last: date | None) -> None:
    """Change a focus area. Raises EndsBeforeItBegins or NameIsTaken."""
    _check(area, name=name, first=first, last=last)
    area.name, area.weave, area.position = name, weave, position
    area.valid_from, area.valid_to = first, last
    db.session.flush()


def remove(area: FocusArea) -> None:
    """Take away a focus area that nothing points at. Raises IsInUse."""
    if is_in_use(area):
        raise IsInUse(N_("Fokusområdet används och kan inte tas bort. Ge det en sista dag i stället."))
    db.session.delete(area)
    db.session.flush()


def _check(area: FocusArea | None, *, name: str, first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise EndsBeforeItBegins(N_("Sista dagen kommer före den första. Ändra en av dem."))
    wait_for_turn(Names.FOCUS_AREAS)
    if same_name_in_period(name, first=first, last=last, but=area.id if area is not None else None):
        raise NameIsTaken(N_("Det finns redan ett fokusområde med det namnet under de åren. Välj ett annat namn."))
