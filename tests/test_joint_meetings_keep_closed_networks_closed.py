"""What an open and a closed network hold together is for everyone; that the closed one holds it, for its own."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from app import clock, db
from app.followup import actions as followup
from app.followup.actions import Promise
from app.meetings.models import Meeting
from app.minutes import actions as minutes
from app.minutes import publishing
from app.networks.kinds import RecordForm
from app.networks.models import Membership, Network
from app.occasions import actions
from app.occasions.kinds import OccasionKind
from app.people.models import Person
from tests.browser_double import Browser
from tests.calendar_world import called, events, make_link
from tests.conftest import NOW
from tests.minutes.writing import call_meeting
from tests.statements import counted

DAY = timedelta(days=1)
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=NOW.tzinfo)
NAME, SLUG, FLAG = "Dolda gruppen", "dolda-gruppen", "f11"
"""Before the open one in Swedish order, so that it also comes first where there is room for one."""


@pytest.fixture(params=["closed leads", "open leads"])
def hosts(request: pytest.FixtureRequest, world: SimpleNamespace) -> list[UUID]:
    """The open network and the closed one, by their ids; the first leads."""
    secret, children = (db.session.get_one(Network, each.id) for each in (world.secret, world.children))
    secret.name, secret.slug, secret.record_form = NAME, SLUG, RecordForm.MINUTES
    children.name = "Öppna nätverket"
    db.session.add(Membership(network_id=children.id, person_id=world.charlie.id, starts_on=date(2026, 1, 1)))
    db.session.commit()
    found = [secret.id, children.id]
    return found if request.param == "closed leads" else found[::-1]


def _hold(hosts: list[UUID], title: str, starts_at: datetime) -> Meeting:
    return call_meeting(*(db.session.get_one(Network, each) for each in hosts), title=title, starts_at=starts_at)


@pytest.fixture
def joint(world: SimpleNamespace, hosts: list[UUID]) -> dict[str, UUID]:
    """All that they hold together: held and noted down, to come, cancelled; and what only the open one holds then."""
    held, ahead = _hold(hosts, "Hållet tillsammans", MONDAY), _hold(hosts, "Nästa tillsammans", NOW + DAY)
    alone = _hold([world.children.id], "Samtidigt", NOW + DAY)
    cancelled = _hold(hosts, "Inställt tillsammans", NOW + 4 * DAY)
    _write_minutes(held, world)
    ahead.agenda_published_at = clock.now()
    actions.cancel(cancelled.occasion, because="Snö")
    found = {"held": held.id, "ahead": ahead.id, "alone": alone.id, "cancelled": cancelled.id}
    both = (db.session.get_one(Network, each) for each in hosts)
    day = called("Dag tillsammans", *both, at=NOW + 2 * DAY, kind=OccasionKind.ACTIVITY)
    return {**found, "day": day.id}


def _write_minutes(meeting: Meeting, world: SimpleNamespace) -> None:
    alice = db.session.get_one(Person, world.alice.id)
    minutes.begin(meeting, by=alice)
    followup.add_decision(meeting, meeting.items[2], "dela på kostnaden.")
    for owner in (alice, db.session.get_one(Person, world.charlie.id)):
        followup.add_action(meeting, meeting.items[2], Promise(f"Räkna för {owner.given_name}", owner=owner))
    publishing.publish(meeting, by=alice)
    publishing.correct(meeting)
    publishing.publish(meeting, by=alice, correction="Stavfel")


def pages(joint: dict[str, UUID], slug: str, person: UUID) -> dict[str, str]:
    """Each page that shows any of it, and words by which one knows that it does."""
    meeting = {name: f"/meetings/{each}" for name, each in joint.items()}
    at = f"/networks/{slug}"
    return {
        meeting["held"]: "Hållet tillsammans", meeting["ahead"]: "Nästa tillsammans",
        meeting["alone"]: "Krock Öppna nätverket Nästa",
        meeting["cancelled"]: "Inställt tillsammans", f"/occasions/{joint['day']}": "Dag tillsammans",
        f"{meeting['held']}/minutes": "dela på kostnaden", f"{meeting['held']}/minutes?version=1": "dela på kostnaden",
        f"{meeting['ahead']}/minutes": "Nästa tillsammans", "/": "Nästa tillsammans", "/networks": "Öppna nätverket",
        at: "Nästa tillsammans", f"{at}/meetings": "Hållet tillsammans", f"{at}/members": "Charlie",
        "/calendar": "Dag tillsammans", "/calendar?view=list": "Hållet tillsammans", f"/calendar?n={slug}": "Dag",
        "/decisions": "dela på kostnaden", f"/decisions?network={slug}": "dela på kostnaden",
        "/decisions?q=1/2026": "1/2026",
        "/actions": "Räkna för Charlie", "/actions?show=all": "Räkna för Alice", f"/actions?network={slug}": "Räkna",
        "/feeds": "Öppna nätverket", "/people": "Alice", f"/people/{person}": "Alice",
        "/municipalities/kalmar": "Alice", "/me": "Charlie", "/help": "Hjälp",
    }  # fmt: skip


def test_who_belongs_to_the_open_one_alone_never_reads_of_the_closed(
    world: SimpleNamespace, joint: dict[str, UUID], charlie: Browser
) -> None:
    shown = pages(joint, world.children.slug, world.alice.id)
    found = {address: charlie.get(address) for address in shown}
    assert [address for address, words in shown.items() if words not in found[address]] == []
    assert [address for address, page in found.items() if _tells(page.html)] == []


def test_who_belongs_to_nothing_never_reads_of_it_either(world: SimpleNamespace, joint: dict[str, UUID]) -> None:
    erik = Person(given_name="Erik", family_name="Ny", email="erik@knutpunkt.example", password_hash="x")
    db.session.add(erik)
    db.session.commit()
    browser = Browser(world.app, erik)
    shown = pages(joint, world.children.slug, world.alice.id)
    assert [address for address in shown if _tells(browser.get(address).html)] == []


def test_calendar_programs_are_not_told(world: SimpleNamespace, joint: dict[str, UUID], charlie: Browser) -> None:
    for link in (make_link(charlie), make_link(charlie, [world.children])):
        assert set(events(world.app, link)) >= {"Nästa tillsammans", "Dag tillsammans"}
        assert not _tells(world.app.test_client().get(link).get_data(as_text=True))
    for address in (f"/meetings/{joint['ahead']}.ics", f"/occasions/{joint['day']}.ics"):
        page = charlie.get(address)
        assert "CATEGORIES:Öppna nätverket" in page.html
        assert not _tells(page.html)


def test_ticking_off_does_not_tell(world: SimpleNamespace, joint: dict[str, UUID], charlie: Browser) -> None:
    address = next(each for each in charlie.get("/actions").forms if each.endswith("/done"))
    page = charlie.post(address, fragment=True)
    assert "Räkna för Charlie" in page
    assert "Öppna nätverket" in page
    assert not _tells(page.html)


def test_a_decision_keeps_its_number(
    world: SimpleNamespace, hosts: list[UUID], joint: dict[str, UUID], charlie: Browser
) -> None:
    whose = "gemensamt möte" if hosts[0] == world.secret.id else "Öppna nätverket"
    assert f"Beslut 1/2026, {whose} att dela på kostnaden. Hållet tillsammans" in charlie.get("/decisions")


def test_minutes_do_not_tell_of_one_that_no_longer_holds_the_meeting(
    world: SimpleNamespace, joint: dict[str, UUID], bob: Browser, charlie: Browser
) -> None:
    occasion = db.session.get_one(Meeting, joint["held"]).occasion
    occasion.lead = db.session.get_one(Network, world.children.id)
    occasion.hosts = [occasion.lead]
    db.session.commit()
    address = f"/meetings/{joint['held']}/minutes"
    assert NAME in bob.get(address)
    for each in (address, "/decisions", "/actions", "/"):
        assert not _tells(charlie.get(each).html)


def test_members_of_both_are_told_of_both(world: SimpleNamespace, joint: dict[str, UUID], bob: Browser) -> None:
    for address in (
        "/", f"/meetings/{joint['held']}", f"/occasions/{joint['day']}", f"/meetings/{joint['held']}/minutes",
        f"/meetings/{joint['ahead']}/minutes", "/calendar?view=list", f"/networks/{world.children.slug}/meetings",
        f"/meetings/{joint['ahead']}.ics",
    ):  # fmt: skip
        page = bob.get(address)
        assert NAME in page.html, address
        assert "Öppna nätverket" in page.html, address


def test_it_costs_no_more_however_many_meetings(world: SimpleNamespace, hosts: list[UUID], bob: Browser) -> None:
    addresses = ("/", "/decisions", "/actions?show=all")
    _write_minutes(_hold(hosts, "Ett möte", MONDAY), world)
    db.session.commit()
    once = [counted(bob, address) for address in addresses]
    for number in range(3):
        _write_minutes(_hold(hosts, "Ett till", MONDAY + number * DAY), world)
    db.session.commit()
    assert [counted(bob, address) for address in addresses] == once


def _tells(text: str) -> bool:
    return any(word in text for word in (NAME, SLUG, f'"flag {FLAG}', "Dolda"))
