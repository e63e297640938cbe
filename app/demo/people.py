"""The demo county's organisation, municipalities, focus areas and people."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from app import clock, db
from app.accounts.passwords import hash_password
from app.focus.models import FocusArea
from app.networks.models import Network
from app.organisation.models import Organisation
from app.people.models import Person
from app.places.models import Library, Municipality

DOMAIN = "knutpunkt.example"


@dataclass
class County:
    """What has been loaded so far, by short names."""

    host_name: str
    today: date
    places: dict[str, Municipality] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    networks: dict[str, Network] = field(default_factory=dict)
    focus: list[FocusArea] = field(default_factory=list)


def load_places(county: County, text: dict[str, Any]) -> None:
    """Load the organisation, its municipalities with their libraries, and the focus areas of this plan period."""
    db.session.add(Organisation(**text["organisation"]))
    for row in text["municipality"]:
        place = Municipality(code=row["code"], name=row["name"], full_name=row["full_name"], slug=row["slug"])
        place.libraries = [Library(name=name) for name in row["libraries"]]
        county.places[place.slug] = place
    year = clock.today().year
    for number, row in enumerate(text["focus"], 1):
        period = {"valid_from": date(year - 1, 1, 1), "valid_to": date(year + 3, 12, 31)}
        county.focus.append(FocusArea(position=number, **row, **period))
    db.session.add_all([*county.places.values(), *county.focus])


def load_people(county: County, text: dict[str, Any], *, password: str) -> None:
    """Load the named people, and a manager and a contact person in each municipality."""
    hashed = hash_password(password)
    for row in text["person"]:
        person = _person(county, row["email"], row["given"], row["family"], row.get("title", ""), row.get("at"))
        person.is_administrator, person.is_manager = row.get("administrator", False), row.get("manager", False)
        person.password_hash = None if row.get("closed") else hashed
        person.closed_at = clock.now() + timedelta(days=200) if row.get("closed") else None
    for slug, place in county.places.items():
        manager = _person(county, f"chef.{slug}", "Bibliotekschef", place.name, "Bibliotekschef", slug)
        manager.password_hash, manager.is_manager = hashed, True
        _person(county, f"kontakt.{slug}", "Kontaktperson", place.name, "Bibliotekarie", slug).password_hash = hashed
    for slug in dict.fromkeys(slug for row in text["network"] for slug in row.get("deputies", [])):
        name = county.places[slug].name
        _person(county, f"ersattare.{slug}", "Ersättare", name, "Bibliotekarie", slug).password_hash = hashed
    db.session.add_all(county.people.values())


def _person(county: County, local: str, given: str, family: str, title: str, at: str | None) -> Person:
    place = county.places.get(at or "")
    person = Person(
        given_name=given, family_name=family, email=f"{local}@{DOMAIN}", title=title, municipality=place,
        library=place.libraries[0] if place else None,
        phone=f"0480-00 {len(county.people) + 10:02d} 00" if place else "",
    )  # fmt: skip
    county.people[local] = person
    return person
