"""The people of a roster as a list: those who were sought, in the order asked for, a page at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.memberships.roster import Seat
from app.networks.kinds import Role
from app.places.models import Municipality
from app.swedish import sort_key
from app.web.lists import Asked, Part, asked_of, part_of

FILTERS = ("name", "municipality", "role", "on")
_ROLES = list(Role)
_BY: dict[str, Callable[[Seat], Any]] = {
    "municipality": lambda seat: (_place(seat.person.municipality), _name(seat)),
    "name": lambda seat: _name(seat),
    "role": lambda seat: (min(_ROLES.index(each.role) for each in seat.memberships), _name(seat)),
}
"""The usual order first: municipality by municipality."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A roster's people as they were asked for."""

    asked: Asked
    found: Sequence[Seat]
    part: Part[Seat]
    municipalities: tuple[Municipality, ...]
    roles: tuple[Role, ...]
    """What can be chosen: what there is among those of the day."""

    @property
    def is_narrowed(self) -> bool:
        """Whether something was sought, so that not everybody stands here."""
        return any(name in self.asked.filters for name in ("name", "municipality", "role"))


def listed(path: str, args: Mapping[str, str], seats: Sequence[Seat]) -> Listed:
    """Return those of a roster that an address asks for."""
    asked = asked_of(path, args, filters=FILTERS, orders=tuple(_BY))
    found = sorted(_narrowed(seats, asked.filters), key=_BY[asked.order], reverse=asked.backwards)
    places = {each.person.municipality for each in seats if each.person.municipality}
    return Listed(
        asked=asked,
        found=found,
        part=part_of(found, asked.number),
        municipalities=tuple(sorted(places, key=_place)),
        roles=tuple(each for each in Role if any(each is held.role for seat in seats for held in seat.memberships)),
    )


def _narrowed(seats: Iterable[Seat], filters: Mapping[str, str]) -> list[Seat]:
    """Keep those whose name has every word that was sought, from the place, in the role."""
    words = sort_key(filters.get("name", "")).split()
    place, role = filters.get("municipality"), filters.get("role")
    return [
        each
        for each in seats
        if all(word in each.person.sort_key for word in words)
        and (not place or (each.person.municipality is not None and each.person.municipality.slug == place))
        and (not role or any(held.role.value == role for held in each.memberships))
    ]


def _place(municipality: Municipality | None) -> tuple[bool, str]:
    return municipality is None, municipality.sort_key if municipality else ""


def _name(seat: Seat) -> tuple[str, str]:
    return seat.person.sort_key, str(seat.person.id)
