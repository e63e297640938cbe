"""What a one-time link is for."""

from datetime import timedelta
from enum import StrEnum

INVITATION_LASTS = timedelta(days=14)
RESET_LASTS = timedelta(minutes=30)


class Purpose(StrEnum):
    """Why somebody got a one-time link."""

    INVITATION = "invitation"
    RESET = "reset"

    @property
    def lasts(self) -> timedelta:
        """How long the link works, from when it was made or sent."""
        return RESET_LASTS if self is Purpose.RESET else INVITATION_LASTS
