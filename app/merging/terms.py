"""What two people's memberships become when the two are one: the days of both, a role once at a time; pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from uuid import UUID

from app.memberships.rules import Term
from app.networks.kinds import Role, Standing
from app.networks.models import Membership

FOREVER = date.max.toordinal()
_WEIGHT = {Standing.ORDINARY: 2, Standing.DEPUTY: 1, None: 0}


@dataclass(slots=True)
class Joined:
    """Rows of both with the same role on the same days: some stand, some are struck, and what takes their place."""

    network_id: UUID
    role: Role
    rows: list[Membership]
    struck: list[Membership] = field(default_factory=list)
    begun: list[Term] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    """What it all amounts to."""

    @property
    def places(self) -> dict[UUID, str]:
        """The municipalities whose seats are filled, where there are several."""
        found = {each.municipality.id: each.municipality.name for each in self.rows if each.municipality is not None}
        return found if len(found) > 1 else {}


def joined(kept: Sequence[Membership], gone: Sequence[Membership]) -> list[Joined]:
    """Return where the two meet. Everything else is moved as it stands.

    From the earliest start to the latest end. On days when they sit differently, ordinary goes before deputy, a seat
    before none, and then the kept person's before the other's. Rows are struck and begun, never overwritten.
    """
    own = {each.id for each in kept}
    groups = [each for each in _meeting([*kept, *gone]) if len({row.id in own for row in each}) > 1]
    return [_settled(each, own) for each in groups]


def _meeting(rows: Iterable[Membership]) -> list[list[Membership]]:
    """Return the rows with the same role in the same network on the same days, group by group."""
    by_role: defaultdict[tuple[str, str], list[Membership]] = defaultdict(list)
    for row in rows:
        if not row.never_applied:
            by_role[str(row.network_id), row.role.value].append(row)
    groups = []
    for key in sorted(by_role):
        end = -1
        for row in sorted(by_role[key], key=lambda each: (each.starts_on, str(each.id))):
            if row.starts_on.toordinal() > end:
                groups.append([row])
            else:
                groups[-1].append(row)
            end = max(end, _end(row))
    return [each for each in groups if len(each) > 1]


def _settled(rows: list[Membership], own: set[UUID]) -> Joined:
    result = Joined(rows[0].network_id, rows[0].role, rows, terms=_swept(rows, own))
    left = list(result.terms)
    for row in sorted(rows, key=lambda each: each.id not in own):
        term = Term(row.role, row.standing, row.starts_on, row.ends_on, row.municipality_id)
        if term in left:
            left.remove(term)
        else:
            result.struck.append(row)
    result.begun = left
    return result


def _swept(rows: Sequence[Membership], own: set[UUID]) -> list[Term]:
    """Walk through the days and let on each the weightiest row count."""
    turns = sorted({each.starts_on.toordinal() for each in rows} | {_end(each) + 1 for each in rows})
    found: list[Term] = []
    for first, following in pairwise(turns):
        there = [each for each in rows if each.starts_on.toordinal() <= first <= _end(each)]
        best = max(there, key=lambda each: _weight(each, own))
        last = None if following - 1 == FOREVER else date.fromordinal(following - 1)
        term = Term(best.role, best.standing, date.fromordinal(first), last, best.municipality_id)
        before = found[-1] if found else None
        if before and (before.standing, before.municipality_id) == (term.standing, term.municipality_id):
            term = Term(term.role, term.standing, found.pop().starts_on, last, term.municipality_id)
        found.append(term)
    return found


def _weight(row: Membership, own: set[UUID]) -> tuple[int, bool, bool]:
    return _WEIGHT[row.standing], row.municipality_id is not None, row.id in own


def _end(row: Membership) -> int:
    return row.ends_on.toordinal() if row.ends_on is not None else FOREVER
