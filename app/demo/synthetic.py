"""A synthetic county of any size, the same for the same seed: for benchmarks and for seeing how long lists behave."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from app import clock, db
from app.accounts.passwords import hash_password
from app.demo.people import DOMAIN, County, load_places
from app.demo.synthetic_meetings import load_synthetic_meetings
from app.mail import office
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person

THEMES = ("Läslust", "Bokprat", "Mångspråk", "Handledning", "Källkritik", "Tillgänglighet", "Meröppet", "Medieplan",
          "Fjärrlån", "Lokalsamling", "Språkkafé", "Bokbuss", "Uppsökande", "Skolbibliotek", "Poesi")  # fmt: skip
WELL_KNOWN = ("admin", "samordnare", "medlem", "chef", "utomstaende")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the county is."""

    networks: int
    people: int
    meetings: int


def load_synthetic(size: Size, *, seed: int, password: str, host_name: str) -> None:
    """Load a county of that size into an empty database; the caller commits."""
    random = Random(seed)  # noqa: S311 - the same county for the same seed, no secret
    text = tomllib.loads((Path(__file__).parent / "content" / "county.toml").read_text(encoding="utf-8"))
    office.never_send()
    county = County(host_name=host_name, today=clock.today())
    with clock.held_at(clock.now() - timedelta(days=500)):
        load_places(county, text)
        people = _people(county, size, random, hash_password(password))
        networks = _networks(size, random, county, people)
    db.session.add_all([*people, *networks])
    db.session.flush()
    load_synthetic_meetings(size.meetings, networks=networks, random=random, host_name=host_name)


def identity(random: Random) -> UUID:
    """Return an id that follows from the seed."""
    return UUID(int=random.getrandbits(128), version=4)


def _people(county: County, size: Size, random: Random, hashed: str) -> list[Person]:
    places = list(county.places.values())
    found = []
    for number in range(max(size.people, len(WELL_KNOWN))):
        place = random.choice(places)
        known = WELL_KNOWN[number] if number < len(WELL_KNOWN) else f"person{number}"
        found.append(
            Person(
                id=identity(random), given_name="Person", family_name=f"{place.name} {number}",
                email=f"{known}@{DOMAIN}",
                title="Bibliotekarie", municipality=place, library=place.libraries[0],
                password_hash=hashed if number < len(WELL_KNOWN) else None, is_administrator=known == "admin",
            )
        )  # fmt: skip
    return found


def _networks(size: Size, random: Random, county: County, people: list[Person]) -> list[Network]:
    since = date(clock.today().year, 1, 1)
    found = []
    for number in range(size.networks):
        name = f"{THEMES[number % len(THEMES)]}snätverket {number + 1}"
        network = Network(
            id=identity(random), name=name, slug=f"natverk-{number + 1}", colour=number % 12 + 1,
            sign=(number // 12 + number) % 12 + 1, purpose="Erfarenhetsutbyte mellan kommunerna",
        )  # fmt: skip
        network.focus_areas = [county.focus[number % len(county.focus)]]
        # The well-known member belongs to every network, so that one feed holds every meeting.
        network.memberships = [
            _member(people[1], Role.COORDINATOR, since),
            _member(people[2], Role.MEMBER, since),
        ]
        for person in random.sample(people[5:], min(10, max(0, len(people) - 5))):
            network.memberships.append(_member(person, Role.MEMBER, since))
        found.append(network)
    return found


def _member(person: Person, role: Role, since: date) -> Membership:
    standing = Standing.ORDINARY if role is Role.MEMBER else None
    place = person.municipality
    return Membership(
        person=person, role=role, standing=standing, municipality_id=place.id if place else None, starts_on=since
    )
