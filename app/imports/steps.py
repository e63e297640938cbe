"""Counts the work that series cause, so that no file can keep the server busy."""

from app.wording import N_, Refusal


class SeriesTooLong(Refusal):
    """Working a series out takes more steps than any series of meetings."""


class Steps:
    """How many days may still be looked at, in one series and in the whole file."""

    def __init__(self, *, in_a_series: int, in_all: int) -> None:
        self._most_in_a_series = in_a_series
        self._in_all = in_all
        self._in_series = in_a_series

    def begin_series(self) -> None:
        """Begin to count for another series."""
        self._in_series = self._most_in_a_series

    def spend(self, steps: int) -> None:
        """Count the steps. Raises SeriesTooLong when there are none left."""
        self._in_series -= steps
        self._in_all -= steps
        if self._in_series < 0 or self._in_all < 0:
            raise SeriesTooLong(N_("Serien är för lång för att läsas in. Exportera en kortare period."))
