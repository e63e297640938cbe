"""What must be true of an occasion before something can happen to it, each with a sentence for the person."""

from app import clock
from app.occasions.kinds import OccasionState, Stage
from app.occasions.models import Occasion
from app.wording import N_, Refusal


class IsCancelled(Refusal):
    """What has been cancelled can't be changed or answered."""


class NotCalledYet(Refusal):
    """A draft is nothing to answer to, and is thrown away rather than cancelled."""


class AlreadyCalled(Refusal):
    """What members know of is cancelled, never thrown away."""


class AlreadyHeld(Refusal):
    """What has been held can't be answered, cancelled or revived."""


def must_stand(occasion: Occasion) -> None:
    """It is not cancelled. Raises IsCancelled."""
    if occasion.state is OccasionState.CANCELLED:
        raise IsCancelled(N_("Det är inställt. Ångra det först om det ska bli av ändå."))


def must_take_answers(occasion: Occasion) -> None:
    """It is called and not over. Raises IsCancelled, NotCalledYet and AlreadyHeld."""
    if occasion.state is OccasionState.CANCELLED:
        raise IsCancelled(N_("Det är inställt, så du behöver inte svara."))
    if occasion.state is OccasionState.DRAFT:
        raise NotCalledYet(N_("Det är bara ett utkast än. Svara när kallelsen har gått ut."))
    if occasion.stage is Stage.HELD:
        raise AlreadyHeld(N_("Det har redan hållits, så det går inte längre att svara."))


def must_be_cancellable(occasion: Occasion) -> None:
    """Members know of it and it is not over. Raises NotCalledYet and AlreadyHeld."""
    if occasion.state is OccasionState.DRAFT:
        raise NotCalledYet(N_("Det är bara ett utkast. Kasta det i stället."))
    if occasion.state is OccasionState.CALLED and occasion.stage is Stage.HELD:
        raise AlreadyHeld(N_("Det har redan hållits och kan inte ställas in."))


def must_be_revivable(occasion: Occasion) -> None:
    """Its time has not passed. Raises AlreadyHeld."""
    if occasion.ends_at <= clock.now():
        raise AlreadyHeld(N_("Dagen har redan passerat. Kopiera till en ny dag i stället."))


def must_be_a_draft(occasion: Occasion) -> None:
    """Nobody but those who plan it knows of it. Raises AlreadyCalled."""
    if occasion.state is not OccasionState.DRAFT:
        raise AlreadyCalled(N_("Medlemmarna vet redan om det. Ställ in det i stället för att kasta det."))
