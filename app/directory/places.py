"""A municipality's page, put together: its libraries, its people, and who takes part in which network."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from flask import Response

from app import clock
from app.accounts.current import me
from app.directory.forms import LibraryForm
from app.memberships.queries import seats_of_place
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.people.queries import people_of
from app.places.models import Municipality
from app.places.policy import can_manage_places
from app.web.htmx import page


@dataclass(slots=True)
class Represented:
    """A network, and who takes part in it from one municipality; nobody, perhaps."""

    network: Network
    memberships: list[Membership] = field(default_factory=list)


def place_page(municipality: Municipality, form: LibraryForm) -> Response:
    """Answer with a municipality's page."""
    networks, memberships = seats_of_place(municipality, seen_by=me(), on=clock.today())
    return page(
        "directory/municipality.html",
        422 if form.errors else 200,
        here="people",
        municipality=municipality,
        people=people_of(municipality),
        represented=represented_in(networks, memberships),
        form=form,
        may_manage=can_manage_places(me()),
    )


def represented_in(networks: Iterable[Network], memberships: Iterable[Membership]) -> list[Represented]:
    """Return each network with its people, each person once; guests, who only read, represent nobody."""
    found = {each.id: Represented(each) for each in networks}
    for each in memberships:
        kept = found[each.network_id].memberships
        if each.role is not Role.GUEST and all(other.person_id != each.person_id for other in kept):
            kept.append(each)
    return list(found.values())
