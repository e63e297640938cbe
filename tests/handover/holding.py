"""What tests of handing over have in common: where it is done, and who could take over."""

from types import SimpleNamespace

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from tests.browser_double import Browser, Page
from tests.conftest import NOW


def where(person: Person) -> str:
    return f"/people/{person.id}/handover"


def hand_over(browser: Browser, person: Person, last_day: str = "2026-11-05", **chosen: str) -> Page:
    return browser.post(where(person), last_day=last_day, **chosen)


def let_in(world: SimpleNamespace, person: Person, role: Role = Role.MEMBER) -> None:
    """Let somebody belong to the children's network from today."""
    row = Membership(network_id=world.children.id, person_id=person.id, role=role, starts_on=NOW.date())
    row.municipality_id = person.municipality_id
    db.session.add(row)
    db.session.commit()


def somebody(world: SimpleNamespace, name: str, **more: object) -> Person:
    """A new librarian in Högsby."""
    known = {"email": f"{name.lower()}@knutpunkt.example", "municipality_id": world.hogsby.id, **more}
    person = Person(given_name=name, password_hash="x", created_at=NOW, **known)
    db.session.add(person)
    db.session.commit()
    return person
