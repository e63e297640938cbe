"""Whose turn one meeting is."""

from collections.abc import Sequence
from typing import NamedTuple

from app.occasions.models import Occasion
from app.rotation.kinds import Place
from app.rotation.models import Turn


class Given(NamedTuple):
    """Whose turn a meeting is, whether somebody settled it, and who is passed over with a word why."""

    occasion: Occasion
    place: Place | None
    is_settled: bool
    passed_over: Sequence[Turn]
