"""How long to wait before a letter is tried again: longer and longer, for about three days."""

from datetime import timedelta

PAUSES = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 180, 360, 720, 1440, 1440))
"""After the first try that failed, after the second and so on; when they have run out, the letter has failed."""
_RESTS = tuple(timedelta(seconds=each) for each in (5, 15, 30, 60, 120, 300))
LONGEST = len(_RESTS)
"""After so many failures in a row the rests are at their longest."""


def pause_after(tries: int) -> timedelta | None:
    """Return how long to wait after so many tries, or None when it has been tried for long enough."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None


def rest_after(failures: int) -> timedelta:
    """Return how long to leave a server alone that could not be reached so many times in a row; never given up."""
    return _RESTS[min(failures, len(_RESTS)) - 1]
