"""No page of minutes asks the database more when there is more to show."""

from types import SimpleNamespace

from app import db
from app.meetings.models import AgendaItem, Meeting
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import begin_and_publish, read_through
from tests.statements import counted


def grow(world: SimpleNamespace, meeting_id: object, alice: Browser, url: str) -> None:
    """Add a dozen members and items, and decisions under the first."""
    for number in range(12):
        person = Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality_id=world.kalmar.id)
        member = Membership(network_id=world.children.id, person=person, role=Role.MEMBER, starts_on=NOW.date())
        item = AgendaItem(meeting_id=meeting_id, position=10 + number, title=f"Punkt {number}")
        db.session.add_all([member, item])
        db.session.flush()
        item_id = item.id
        db.session.commit()
        said = {"clause": "göra en sak", "what": "Ring", "owner_text": "Alla"}
        assert alice.post(f"{url}/write/{item_id}", revision="0", text="Ord.", **said).status == 303


def test_writing_and_publishing(world: SimpleNamespace, alice: Browser, meeting: Meeting, desk: str, url: str) -> None:
    meeting_id = meeting.id
    few = counted(alice, desk), counted(alice, f"{url}/publish")
    grow(world, meeting_id, alice, url)
    assert (counted(alice, desk), counted(alice, f"{url}/publish")) == few
    assert few[0] <= 11


def test_reading(world: SimpleNamespace, alice: Browser, bob: Browser, meeting: Meeting, desk: str, url: str) -> None:
    grow(world, meeting.id, alice, url)
    alice.post(f"{url}/publish", read=read_through(alice, url))
    assert counted(bob, url) <= 7


def test_decisions_and_actions(world: SimpleNamespace, alice: Browser, meeting: Meeting, items: list[str]) -> None:
    meeting_id = meeting.id
    url = begin_and_publish(alice, meeting, clause="ha en kampanj", what="Ring", owner_text="Alla")
    addresses = ["/decisions", "/actions", "/actions?show=all", "/actions?network=barn-och-unganatverket"]
    few = [counted(alice, address) for address in addresses]
    alice.post(f"{url}/correct")
    grow(world, meeting_id, alice, url)
    alice.post(f"{url}/publish", read=read_through(alice, url), correction="Fler.")
    assert [counted(alice, address) for address in addresses] == few
    assert max(few) <= 10
