"""Every change to an occasion counts, so that calendars learn of it and two who change it at once notice."""

from collections.abc import Iterable

from sqlalchemy import select, update

from app import clock, db
from app.networks.models import Network
from app.occasions.models import Occasion
from app.wording import N_, Refusal


class ChangedMeanwhile(Refusal):
    """Somebody else has saved since the page was opened."""


def hold(occasion: Occasion, *, revision: int | None = None) -> None:
    """Keep it as it stands until this transaction ends: others who would change it wait their turn.

    Raises ChangedMeanwhile if it is no longer at the given revision, NoResultFound if it is gone.
    """
    newest = db.session.scalars(select(Occasion.revision).where(Occasion.id == occasion.id).with_for_update()).one()
    if newest != occasion.revision:
        db.session.refresh(occasion)
    if revision is not None and revision != newest:
        raise ChangedMeanwhile(N_("Någon annan har sparat sedan du öppnade sidan. Det du skrev finns kvar här."))


def touch(occasion: Occasion, *, also: Iterable[Network] = ()) -> None:
    """Count a change, so that every calendar that shows it is rendered anew when next asked for."""
    occasion.revision += 1
    occasion.changed_at = clock.now()
    db.session.flush()
    touch_calendars({*(each.id for each in occasion.hosts), *(each.id for each in also)})


def touch_calendars(network_ids: set[object]) -> None:
    """Count a change in the networks' calendars, in the database, so that two at once both count."""
    counted = update(Network).where(Network.id.in_(network_ids))
    db.session.execute(counted.values(calendar_revision=Network.calendar_revision + 1))
