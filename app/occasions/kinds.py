"""The words for what an occasion is, how it stands, and how people answer."""

from enum import StrEnum

from app.wording import N_


class OccasionKind(StrEnum):
    """What the occasion is for; it decides which page tells more."""

    MEETING = "meeting"
    ACTIVITY = "activity"

    @property
    def label(self) -> str:
        """What people call it."""
        return {OccasionKind.MEETING: N_("Möte"), OccasionKind.ACTIVITY: N_("Gemensam aktivitet")}[self]


class OccasionState(StrEnum):
    """How far it has come, as kept. That it was moved or has been held follows from its times."""

    DRAFT = "draft"
    CALLED = "called"
    CANCELLED = "cancelled"


class Stage(StrEnum):
    """How it stands at a moment, in the words people use."""

    DRAFT = "draft"
    CALLED = "called"
    MOVED = "moved"
    ONGOING = "ongoing"
    HELD = "held"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Stage.DRAFT: N_("Planeras"),
            Stage.CALLED: N_("Kallat"),
            Stage.MOVED: N_("Flyttat"),
            Stage.ONGOING: N_("Pågår"),
            Stage.HELD: N_("Hållet"),
            Stage.CANCELLED: N_("Inställt"),
        }[self]


class Reply(StrEnum):
    """What a person answered to "do you come?"."""

    ON_SITE = "on-site"
    ONLINE = "online"
    NO = "no"
    UNSURE = "unsure"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Reply.ON_SITE: N_("På plats"),
            Reply.ONLINE: N_("Digitalt"),
            Reply.NO: N_("Kan inte"),
            Reply.UNSURE: N_("Vet inte än"),
        }[self]

    @property
    def knot(self) -> str:
        """The knot that stands beside the word."""
        return {Reply.ON_SITE: "full", Reply.ONLINE: "half", Reply.NO: "no", Reply.UNSURE: "open"}[self]
