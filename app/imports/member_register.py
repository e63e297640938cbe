"""The register as it would be, while a member list is gone through: looks people, places and networks up by name."""

from uuid import UUID

from app.imports.fields import municipality_key, nearest
from app.imports.member_known import Known
from app.imports.member_state import Facts, LibrarySlot, NetworkSlot, PersonDraft, TermDraft
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from app.places.models import Municipality
from app.swedish import sort_key


class Register:
    """What is known, and what rows already gone through would make of it."""

    def __init__(self, known: Known, *, create_missing: bool) -> None:
        self.create_missing = create_missing
        self._municipalities = _by_any_name(list(known.municipalities))
        self._libraries = {
            (place.id, sort_key(each.name)): LibrarySlot(each.name, place, each)
            for place in known.municipalities
            for each in place.libraries
        }
        self._of_name: dict[str, list[LibrarySlot]] = {}
        for (_, key), slot in self._libraries.items():
            self._of_name.setdefault(key, []).append(slot)
        self._likes: dict[tuple[str, Municipality | None], str | None] = {}
        self._networks = {each.sort_key: NetworkSlot(each.name, each) for each in known.networks}
        homes = {each.id: each for each in known.municipalities}
        shelves = {slot.library.id: slot for slot in self._libraries.values() if slot.library is not None}
        self._drafts = {each.email: _draft_of(each, homes, shelves) for each in known.people}
        self._take_up(known)

    def municipality(self, name: str) -> Municipality | None:
        """Return the municipality of a name: "Hultsfreds kommun", "MÖRBYLÅNGA"."""
        return next(filter(None, map(self._municipalities.get, municipality_key(name))), None)

    def municipality_like(self, name: str) -> str | None:
        """Return the municipality's name that is most like another, if one is near."""
        return nearest(name, {each.name for each in self._municipalities.values()})

    def libraries(self, name: str, municipality: Municipality | None = None) -> list[LibrarySlot]:
        """Return the libraries of a name, in one municipality or wherever they are."""
        return [slot for slot in self._of_name.get(sort_key(name), []) if municipality in (None, slot.municipality)]

    def library_like(self, name: str, municipality: Municipality | None) -> str | None:
        """Return the name of a library that is here, in one municipality or any, most like another, if one is near."""
        if (name, municipality) not in self._likes:  # many rows name the same one, and comparing takes long
            known = [slot for slot in self._libraries.values() if slot.library is not None]
            names = [slot.name for slot in known if municipality in (None, slot.municipality)]
            self._likes[name, municipality] = nearest(name, names)
        return self._likes[name, municipality]

    def add_library(self, name: str, municipality: Municipality) -> None:
        """Have a library made, if a row that is taken names it."""
        key = sort_key(name)
        if (municipality.id, key) not in self._libraries:
            slot = self._libraries[municipality.id, key] = LibrarySlot(name, municipality)
            self._of_name.setdefault(key, []).append(slot)

    def network(self, name: str) -> NetworkSlot | None:
        """Return the network of a name, whatever its case and spaces."""
        return self._networks.get(sort_key(name))

    def network_like(self, name: str) -> str | None:
        """Return the network's name that is most like another, if one is near."""
        return nearest(name, [slot.name for slot in self._networks.values()])

    def add_network(self, name: str) -> NetworkSlot:
        """Return a network to be made; the next row that names it gets the same."""
        return self._networks.setdefault(sort_key(name), NetworkSlot(name))

    def draft(self, email: str) -> PersonDraft:
        """Return what is known of an address; of an unknown one nothing."""
        return self._drafts.get(email) or PersonDraft(email, None)

    def keep(self, draft: PersonDraft) -> None:
        """Let later rows know of somebody."""
        self._drafts[draft.email] = draft

    def drafts(self) -> list[PersonDraft]:
        """Return everybody the list has named, those known first."""
        return list(self._drafts.values())

    def _take_up(self, known: Known) -> None:
        """Give each person the memberships they have, and each network its coordinators; struck ones never were."""
        slots = {slot.network.id: slot for slot in self._networks.values() if slot.network is not None}
        for each in known.memberships:
            if each.never_applied:
                continue
            term = _term_of(each, slots[each.network_id])
            if each.role is Role.COORDINATOR:
                term.network.coordinators.append(term)
            if each.person.email in self._drafts:
                self._drafts[each.person.email].terms.append(term)


def _draft_of(person: Person, homes: dict[UUID, Municipality], shelves: dict[UUID, LibrarySlot]) -> PersonDraft:
    home = homes.get(person.municipality_id) if person.municipality_id else None
    library = shelves.get(person.library_id) if person.library_id else None
    facts = Facts(person.given_name, person.family_name, person.title, person.phone, home, library)
    return PersonDraft(person.email, person, facts)


def _term_of(each: Membership, slot: NetworkSlot) -> TermDraft:
    return TermDraft(slot, each.role, each.standing, each.starts_on, each.ends_on, each.person.is_open, each)


def _by_any_name(municipalities: list[Municipality]) -> dict[str, Municipality]:
    """Return the municipalities under every name they go by; a name in full wins over a genitive taken apart."""
    found: dict[str, Municipality] = {}
    keys = [(each, municipality_key(name)) for each in municipalities for name in (each.name, each.full_name) if name]
    for place in (0, 1):
        for each, names in keys:
            if len(names) > place:
                found.setdefault(names[place], each)
    return found
