"""What is chosen on the pages of the participation map: the year, the pause that counts as gone, and the order."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from app import clock
from app.accounts.current import me
from app.participation import queries
from app.participation.counting import Span
from app.participation.figures import Row
from app.participation.showing import MONTHS_TO_CHOOSE, SILENT_MONTHS, in_order, span_of
from app.web.lists import Asked, asked_of

ORDERS = ("municipality", "attended")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The year and the pause that were chosen, and what else there is to choose."""

    asked: Asked
    span: Span
    years: list[int]
    months: int

    def in_order(self, rows: Sequence[Row]) -> list[Row]:
        """Return rows in the order that was chosen."""
        return in_order(rows, self.asked.order, backwards=self.asked.backwards)


def chosen_at(path: str) -> Chosen:
    """Return what the request's address chooses of the page at a path; what can't be understood chooses nothing."""
    asked = asked_of(path, request.args, filters=("year", "months"), orders=ORDERS)
    this_year = clock.today().year
    years = list(range(this_year, min(queries.first_year(me()), this_year) - 1, -1))
    year, months = _number(asked, "year"), _number(asked, "months")
    months = months if months in MONTHS_TO_CHOOSE else SILENT_MONTHS
    return Chosen(asked, span_of(year if year in years else this_year, months), years, months)


def _number(asked: Asked, name: str) -> int:
    typed = asked.filters.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() else 0
