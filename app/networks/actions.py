"""What can happen to a network: it starts, is described anew, is archived and taken up again."""

from typing import Any

from sqlalchemy import select

from app import clock, db
from app.audit.actions import What, record
from app.networks.description import Description
from app.networks.kinds import NetworkKind
from app.networks.models import Network
from app.networks.wordings import must_be_as_seen
from app.people.models import Person
from app.swedish import LONGEST_SLUG, slug, sort_key
from app.turns import Names, wait_for_turn
from app.wording import N_, Refusal

RESERVED = frozenset({"new"})
"""What can't be a network's address, since a page of its own stands there."""


class NameTaken(Refusal):
    """Two networks can't have the same name."""


class FlagTaken(Refusal):
    """Two networks can't have the same flag."""


class NeedsLastDay(Refusal):
    """A working group has a commission for a time."""


class HasNoLastDay(Refusal):
    """Only a working group ends on a day."""


def start(said: Description, *, by: Person) -> Network:
    """Start a network. Raises NameTaken, FlagTaken, NeedsLastDay or HasNoLastDay."""
    _must_be_possible(said)
    network = Network(slug=_free_slug(said.name))
    _write(network, said)
    db.session.add(network)
    db.session.flush()
    _log(network, by, "started")
    return network


def describe(network: Network, said: Description, *, by: Person, seen: str | None = None) -> None:
    """Describe a network anew; its address stays. seen is the fingerprint of what one began from, if that is known.

    Raises NameTaken, FlagTaken, NeedsLastDay, HasNoLastDay or DescribedMeanwhile.
    """
    _must_be_possible(said, network)
    if seen is not None:
        must_be_as_seen(network, seen)
    shown = _in_calendars(network)
    _write(network, said)
    if _in_calendars(network) != shown:
        _touch(network)
    db.session.flush()
    _log(network, by, "described")


def archive(network: Network, *, by: Person) -> None:
    """Put a network away: what it did can still be read. Does nothing the second time."""
    if network.archived_at is None:
        network.archived_at = clock.now()
        _touch(network)
        db.session.flush()
        _log(network, by, "archived")


def revive(network: Network, *, by: Person) -> None:
    """Take up an archived network again, as it was."""
    if network.archived_at is not None:
        network.archived_at = None
        _touch(network)
        db.session.flush()
        _log(network, by, "revived")


def _must_be_possible(said: Description, network: Network | None = None) -> None:
    if said.kind is NetworkKind.WORKING_GROUP and said.ends_on is None:
        raise NeedsLastDay(N_("Skriv den sista dagen för arbetsgruppens uppdrag."))
    if said.kind is not NetworkKind.WORKING_GROUP and said.ends_on is not None:
        raise HasNoLastDay(N_("Bara en arbetsgrupp har en sista dag. Töm fältet eller välj arbetsgrupp."))
    wait_for_turn(Names.NETWORKS)
    if _another(network, Network.sort_key == sort_key(said.name)):
        raise NameTaken(N_("Ett annat nätverk heter redan så. Välj ett namn som skiljer dem åt."))
    if _another(network, Network.colour == said.colour, Network.sign == said.sign):
        raise FlagTaken(N_("Ett annat nätverk har redan den flaggan. Välj en annan färg eller ett annat tecken."))


def _another(network: Network | None, *conditions: Any) -> bool:
    found = select(Network.id).where(*conditions).limit(1)
    if network is not None:
        found = found.where(Network.id != network.id)
    return db.session.scalar(found) is not None


def _free_slug(name: str) -> str:
    """Return an address that no network has, and none has had: the name's own, or with a number after it."""
    first = slug(name)
    taken = {*db.session.scalars(select(Network.slug)).all(), *RESERVED}
    tries = (first[: LONGEST_SLUG - 5].rstrip("-") + f"-{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(each for each in tries if each not in taken)


def _write(network: Network, said: Description) -> None:
    network.name, network.kind, network.purpose = said.name, said.kind, said.purpose
    network.record_form, network.visibility = said.record_form, said.visibility
    network.admission = said.admission
    network.ordinary_seats, network.deputy_seats = said.ordinary_seats, said.deputy_seats
    network.colour, network.sign, network.ends_on = said.colour, said.sign, said.ends_on
    network.meetings_per_year, network.focus_areas = said.meetings_per_year, list(said.focus_areas)


def _in_calendars(network: Network) -> tuple[object, ...]:
    return network.name, network.colour, network.sign, network.visibility


def _touch(network: Network) -> None:
    # Counted in the database, so that two changes at once both count: calendars that show the network learn of it.
    network.calendar_revision = Network.calendar_revision + 1


def _log(network: Network, by: Person, how: str) -> None:
    record(What.NETWORK_CHANGED, by=(by.id, by.name), subject=network.name, subject_id=network.id, how=how)
