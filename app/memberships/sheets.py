"""A network's members as the rows of a list, with headings that an import of members knows again."""

from collections.abc import Callable, Iterable

from app.memberships.roster import Seat
from app.networks.models import Membership, Network
from app.people.models import Person
from app.sheets.cells import Row
from app.wording import N_

HEADS = (
    N_("Förnamn"), N_("Efternamn"), N_("E-post"), N_("Telefon"), N_("Titel"), N_("Kommun"), N_("Bibliotek"),
    N_("Nätverk"), N_("Roll"), N_("Ordinarie/ersättare"), N_("Från och med"), N_("Till och med"),
)  # fmt: skip


def rows_of(
    network: Network, seats: Iterable[Seat], *, reachable: Callable[[Person], bool], word: Callable[[str], str]
) -> list[Row]:
    """Return a row for each membership. Address and telephone are left out for those who can't be reached.

    word: gives a Swedish word in the reader's language.
    """
    return [
        (*person_cells(seat.person, reachable(seat.person)), network.name, *_term(each, word))
        for seat in seats
        for each in seat.memberships
    ]


def person_cells(person: Person, is_reachable: bool) -> Row:
    """Return who somebody is: the first seven cells of a list of people."""
    return (
        person.given_name,
        person.family_name,
        person.email if is_reachable else "",
        person.phone if is_reachable else "",
        person.title,
        person.municipality.name if person.municipality else "",
        person.library.name if person.library else "",
    )


def _term(each: Membership, word: Callable[[str], str]) -> Row:
    standing = word(each.standing.label) if each.standing else ""
    return word(each.role.label), standing, each.starts_on.isoformat(), each.ends_on.isoformat() if each.ends_on else ""
