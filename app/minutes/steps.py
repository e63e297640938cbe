"""What comes after all that is typed under an item has been saved."""

from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Step(StrEnum):
    """What comes after everything typed under an item has been saved. Deciding and promising stay there."""

    STAY = "stay"
    DECIDE = "decide"
    PROMISE = "promise"
    GO = "go"
    REVIEW = "review"
    EDIT = "edit"
    REMOVE = "remove"
    RESTORE = "restore"
    PUT_OFF = "put-off"
    TAKE_UP = "take-up"
    LEAVE = "leave"
    """Leave a record as it was, though something was typed over it."""


class Next(NamedTuple):
    """A step, and the item or record it is about."""

    step: Step
    about: UUID | None
