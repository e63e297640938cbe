"""The words for kinds of agenda items."""

from enum import StrEnum

from app.wording import N_


class ItemKind(StrEnum):
    """What is expected of those present."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    PAUSE = "pause"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            ItemKind.INFORMATION: N_("Information"),
            ItemKind.DISCUSSION: N_("Diskussion"),
            ItemKind.DECISION: N_("Beslut"),
            ItemKind.PAUSE: N_("Paus"),
        }[self]

    @property
    def knot(self) -> str:
        """The knot that stands beside the word."""
        return {
            ItemKind.INFORMATION: "open",
            ItemKind.DISCUSSION: "half",
            ItemKind.DECISION: "full",
            ItemKind.PAUSE: "",
        }[self]
