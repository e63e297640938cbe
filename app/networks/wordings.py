"""What is said of a network, in short, so that two who describe it at once notice each other."""

from hashlib import sha256

from app import db
from app.networks.models import Network
from app.wording import N_, Refusal

_SAID = (
    "name", "kind", "purpose", "record_form", "visibility", "colour", "sign", "meetings_per_year", "ends_on",
    "admission", "ordinary_seats", "deputy_seats",
)  # fmt: skip


class DescribedMeanwhile(Refusal):
    """Somebody else has described the network anew since the page was opened."""


def fingerprint(network: Network) -> str:
    """Return a short text that is the same as long as nobody describes the network anew."""
    areas = sorted(str(each.id) for each in network.focus_areas)
    said = [*(getattr(network, name) for name in _SAID), *areas]
    return sha256(repr([str(each) for each in said]).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def must_be_as_seen(network: Network, seen: str) -> None:
    """Read the network again, when it is our turn to write. Raises DescribedMeanwhile if it is not as it was seen."""
    db.session.refresh(network, [*_SAID, "focus_areas"])
    if seen != fingerprint(network):
        raise DescribedMeanwhile(
            N_("Någon annan har ändrat uppgifterna medan du skrev. Jämför, och spara igen om det du skrev ska gälla.")
        )
