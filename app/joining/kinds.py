"""What may become of a wish to join."""

from enum import StrEnum

from app.wording import N_


class Outcome(StrEnum):
    """How a request to join ended."""

    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Outcome.APPROVED: N_("Godkänd"),
            Outcome.DECLINED: N_("Avböjd"),
            Outcome.WITHDRAWN: N_("Återtagen"),
        }[self]
