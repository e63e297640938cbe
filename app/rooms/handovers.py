"""What can happen to what one coordinator tells the next: it is written anew."""

from sqlalchemy import select

from app import clock, db
from app.networks.models import Network
from app.people.models import Person
from app.rooms.models import Handover
from app.rooms.queries import handover_of
from app.wording import N_, Refusal


class ToldMeanwhile(Refusal):
    """Somebody else has written since the form was opened."""


def tell(network: Network, text: str, *, seen: int, by: Person) -> Handover:
    """Write what the next one should know. seen: the revision one began from. Raises ToldMeanwhile."""
    db.session.execute(select(Network.id).where(Network.id == network.id).with_for_update(key_share=True))
    kept = handover_of(network) or Handover(network_id=network.id, revision=0)
    if seen != kept.revision:
        raise ToldMeanwhile(N_("Någon annan skrev samtidigt. Läs det som står och spara igen om ditt gäller."))
    kept.text, kept.revision, kept.changed_at = text, seen + 1, clock.now()
    kept.changed_by_id, kept.changed_by = by.id, by.name
    db.session.add(kept)
    db.session.flush()
    return kept
