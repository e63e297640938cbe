"""A municipality's page, put together: its libraries, its people, and who represents it in which network."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from flask import Response

from app import clock
from app.accounts.current import me
from app.directory.forms import LibraryForm
from app.memberships.queries import seats_of_place
from app.memberships.seats import Seat, before_and_after, seats_on
from app.networks.models import Membership, Network
from app.participation.showing import row_of
from app.people.queries import people_of
from app.places.models import Municipality
from app.places.policy import can_manage_places
from app.web.htmx import page


@dataclass(frozen=True, slots=True)
class Represented:
    """A network, a municipality's seats in it today, who sat there before, and who will later."""

    network: Network
    seats: Sequence[Seat]
    earlier: Sequence[Membership]
    later: Sequence[Membership]


def place_page(municipality: Municipality, form: LibraryForm) -> Response:
    """Answer with a municipality's page."""
    networks, memberships = seats_of_place(municipality, seen_by=me())
    row = row_of(municipality, networks, memberships)
    return page(
        "directory/municipality.html",
        422 if form.errors else 200,
        here="people",
        municipality=municipality,
        people=people_of(municipality),
        represented=represented_in(networks, memberships, municipality, on=clock.today()),
        taking_part=row,
        turnouts={network.id: cell.turnout for network, cell in zip(networks, row.cells, strict=True)},
        form=form,
        may_manage=can_manage_places(me()),
    )


def represented_in(
    networks: Iterable[Network], memberships: Iterable[Membership], place: Municipality, *, on: date
) -> list[Represented]:
    """Return each network in which a municipality has a seat, had or will have somebody; guests represent nobody."""
    rows: dict[object, list[Membership]] = {each.id: [] for each in networks}
    for each in memberships:
        rows[each.network_id].append(each)
    found = []
    for network in networks:
        earlier, later = before_and_after(rows[network.id], on=on)
        seats = seats_on(on, network, [place], rows[network.id])
        if seats or earlier or later:
            found.append(Represented(network, seats, earlier, later))
    return found
