"""Long lists: what somebody asks of one (filters, order, page), and the addresses that ask for nearly the same."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

T = TypeVar("T")
PAGE = 50
"""How many rows stand on one page of a list."""
_LONGEST_FILTER = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a list."""

    path: str
    filters: Mapping[str, str]
    """Those that are filled in, by the name of their field."""
    order: str
    """What it is ordered by."""
    backwards: bool
    number: int
    """Which page, from 1."""
    usual: str
    """The order when nobody asks for another."""

    def address(self, *, number: int = 1, order: str = "", ending: str = "") -> str:
        """Return where the same list is, on another page or ordered by something else: again, the other way round.

        ending: ".csv" for the same as a file.
        """
        chosen = order or self.order
        backwards = chosen == self.order and (not self.backwards if order else self.backwards)
        asked = {name: value for name, value in self.filters.items() if value}
        if backwards or chosen != self.usual:
            asked["sort"] = f"-{chosen}" if backwards else chosen
        if number > 1:
            asked["page"] = str(number)
        return f"{self.path}{ending}" + (f"?{urlencode(asked)}" if asked else "")

    @property
    def sort(self) -> str:
        """The order as it stands in an address; empty for the usual one."""
        if self.order == self.usual and not self.backwards:
            return ""
        return f"-{self.order}" if self.backwards else self.order


def asked_of(path: str, args: Mapping[str, str], *, filters: Collection[str], orders: Sequence[str]) -> Asked:
    """Return what is asked of a list; what can't be understood asks for nothing. The first of orders is the usual."""
    typed = {name: args.get(name, "").strip()[:_LONGEST_FILTER] for name in filters}
    sort = args.get("sort", "")
    order = sort.removeprefix("-")
    known = order in orders
    page = args.get("page", "")
    return Asked(
        path=path,
        filters={name: value for name, value in typed.items() if value},
        order=order if known else orders[0],
        backwards=known and sort.startswith("-"),
        number=max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 8 else 1,
        usual=orders[0],
    )


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list: its rows, its number from 1, the last page's number, and how many rows there are in all."""

    rows: Sequence[T]
    number: int
    last: int
    total: int


def bounds(number: int, total: int) -> tuple[int, int]:
    """Return the page to show of so many rows (the last one, when a later is asked for), and the last page's number."""
    last = max(1, -(-total // PAGE))
    return min(max(number, 1), last), last


def part_of(rows: Sequence[T], number: int) -> Part[T]:
    """Return a page of rows that are all at hand."""
    here, last = bounds(number, len(rows))
    return Part(rows[(here - 1) * PAGE : here * PAGE], here, last, len(rows))
