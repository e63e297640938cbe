"""A meeting's page: when, where, how far it has come, and what can be done with it."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from app import clock, db
from app.meetings.models import Meeting
from app.networks.kinds import Role
from app.networks.models import Membership
from app.occasions import actions as occasions
from app.occasions.models import Occasion
from app.people.models import Person
from tests.browser_double import Browser, Page
from tests.meetings.conftest import BEGINS, LENGTH, Made, planned

Then = Callable[[Occasion], object]
Asked = Callable[[], AbstractContextManager[list[str]]]


def stage_of(page: Page) -> str:
    return page.html.split('aria-current="step">')[1].split("</svg>")[1].split("<")[0].strip()


def test_when_where_and_which_networks(
    alice: Browser, make_meeting: Callable[..., Made], world: SimpleNamespace
) -> None:
    meeting = make_meeting(hosts=[world.children, world.secret], description="Vi ses i **Läsrummet**.")
    page = alice.get(meeting.url)
    assert page.title == "Läsning på fritiden tis 24 nov – Barn- och unganätverket – Knutpunkt"
    assert "tis 24 nov kl. 9.30–12.00, v. 48 Vimmerby bibliotek" in page
    assert "om 19 dagar" in page
    assert "Vi ses i Läsrummet ." in page
    expected = {"/networks/barn-och-unganatverket", "/networks/stangda-gruppen", f"{meeting.url}.ics"}
    assert expected <= {*page.links}


def test_a_stranger_learns_nothing_of_a_closed_network_that_shares_the_meeting(
    charlie: Browser, make_meeting: Callable[..., Made], world: SimpleNamespace
) -> None:
    url = make_meeting(hosts=[world.secret, world.children]).url
    for address in (url, "/networks/barn-och-unganatverket/meetings"):
        page = charlie.get(address)
        assert "Läsning på fritiden" in page
        assert "tängda gruppen" not in page.html


def test_whole_days_have_an_agenda_without_clock_times(alice: Browser, make_meeting: Callable[..., Made]) -> None:
    meeting = make_meeting("Läslust", span=occasions.whole_days(date(2026, 11, 24), date(2026, 11, 25)))
    page = alice.get(meeting.url)
    assert "24–25 nov, v. 48" in page
    assert "10 minuter är planerade." in page
    assert "9.30" not in page
    assert "1. Läslust" in page


@pytest.mark.parametrize(
    ("after", "then", "facts", "stage"),
    [
        (timedelta(days=-10), planned, (), "Planeras"),
        (timedelta(days=-10), occasions.call, (), "Kallat"),
        (timedelta(hours=1), occasions.call, (), "Pågår"),
        (timedelta(hours=3), occasions.call, (), "Hållet"),
        (timedelta(hours=1), occasions.call, ("minutes_started_at",), "Pågår"),
        (timedelta(hours=3), occasions.call, ("minutes_started_at",), "Utkast"),
        (timedelta(days=2), occasions.call, ("minutes_started_at", "minutes_published_at"), "Publicerat"),
    ],
)
def test_how_far_it_has_come(
    alice: Browser,
    make_meeting: Callable[..., Made],
    after: timedelta,
    then: Then,
    facts: tuple[str, ...],
    stage: str,
) -> None:
    meeting = make_meeting("Inledning", then=then, facts=dict.fromkeys(facts, BEGINS))
    with clock.held_at(BEGINS + after):
        assert stage_of(Browser(alice.app, alice.person).get(meeting.url)) == stage


DOES = ("Ändra", "Kopiera", "Ställ in", "Kalla till mötet", "Börja skriva", "Skriv an")


def does(page: Page) -> set[str]:
    head = page.html.split('<div class="does cluster">')[1].split('<h2 class="hidden">')[0]
    return {words for words in DOES if words in head}


@pytest.mark.parametrize(
    ("after", "then", "started", "expected"),
    [
        (timedelta(days=-10), planned, False, {"Ändra", "Kopiera", "Kalla till mötet"}),
        (timedelta(days=-10), occasions.call, False, {"Ändra", "Kopiera", "Ställ in"}),
        (timedelta(days=-1), occasions.call, False, {"Ändra", "Kopiera", "Ställ in", "Börja skriva"}),
        (timedelta(hours=1), occasions.call, False, {"Ändra", "Kopiera", "Börja skriva"}),
        (timedelta(hours=1), occasions.call, True, {"Ändra", "Kopiera", "Skriv an"}),
        (timedelta(days=3), occasions.call, False, {"Kopiera", "Börja skriva"}),
        (timedelta(days=3), occasions.call, True, {"Kopiera", "Skriv an"}),
    ],
)
def test_what_a_coordinator_can_do(
    alice: Browser,
    make_meeting: Callable[..., Made],
    after: timedelta,
    then: Then,
    started: bool,
    expected: set[str],
) -> None:
    meeting = make_meeting(then=then, facts={"minutes_started_at": BEGINS} if started else {})
    with clock.held_at(BEGINS + after):
        assert does(Browser(alice.app, alice.person).get(meeting.url)) == expected


def test_a_secretary_writes_but_does_not_plan(
    bob: Browser, make_meeting: Callable[..., Made], world: SimpleNamespace
) -> None:
    url, who = make_meeting().url, {"network_id": world.children.id, "person_id": world.bob.id}
    secretary = Membership(**who, role=Role.SECRETARY, starts_on=date(2026, 1, 1))
    with clock.held_at(BEGINS):
        browser = Browser(bob.app, bob.person)
        assert "Börja skriva anteckningar" not in browser.get(url)
        db.session.add(secretary)
        db.session.commit()
        assert does(browser.get(url)) == {"Börja skriva"}


def test_a_moved_meeting_says_so(bob: Browser, make_meeting: Callable[..., Made]) -> None:
    later = BEGINS + timedelta(days=7)

    def moved(occasion: Occasion) -> None:
        occasions.call(occasion)
        occasions.move(occasion, occasions.timed(later, later + LENGTH))

    assert "Flyttat från tis 24 nov kl. 9.30." in bob.get(make_meeting(then=moved).url)


def test_a_cancelled_meeting_says_why_and_can_be_revived(
    alice: Browser, bob: Browser, make_meeting: Callable[..., Made]
) -> None:
    url = make_meeting(then=lambda occasion: occasions.cancel(occasion, because="Snöstorm")).url
    assert "Inställt. Snöstorm" in bob.get(url)
    assert f"{url}/revive" not in bob.get(url).forms
    page = alice.get(url)
    assert f"{url}/revive" in page.forms
    assert "Lägg till en punkt" not in page


def test_everyone_finds_the_published_notes(charlie: Browser, make_meeting: Callable[..., Made]) -> None:
    facts = dict.fromkeys(("minutes_started_at", "minutes_published_at"), BEGINS)
    meeting = make_meeting("Inledning", facts=facts)
    page = charlie.get(meeting.url)
    assert "Läs minnesanteckningarna" in page
    assert f"{meeting.url}/minutes" in page.links


@pytest.mark.parametrize("then", [planned, occasions.call, occasions.cancel])
def test_every_link_and_button_leads_somewhere(alice: Browser, make_meeting: Callable[..., Made], then: Then) -> None:
    known = alice.app.url_map.bind("knutpunkt.example")
    with clock.held_at(BEGINS - timedelta(days=1)):
        page = Browser(alice.app, alice.person).get(make_meeting("Inledning", "Övrigt", then=then).url)
    for link in page.links:
        assert link.startswith("#") or known.match(link.partition("?")[0].partition("#")[0])
    for action in (*page.forms, *re.findall(r'formaction="([^"]+)"', page.html)):
        assert known.match(action, method="POST")


def test_the_page_asks_little_however_large_the_meeting(
    alice: Browser, world: SimpleNamespace, make_meeting: Callable[..., Made], asked: Asked
) -> None:
    meeting = make_meeting(*(f"Punkt {number}" for number in range(8)), hosts=[world.children, world.secret])
    url = meeting.url
    alice.get(url)
    with asked() as few:
        alice.get(url)
    _many_members_answer(world, meeting.id)
    with asked() as many:
        page = alice.get(url)
    assert "8. Punkt 7" in page
    assert "Person 11" in page
    assert len(many) == len(few) <= 8
    with asked() as adding:
        alice.post(f"{url}/agenda", fragment=True, title="En till", minutes="5", kind="decision")
    assert len(adding) <= 8


def _many_members_answer(world: SimpleNamespace, meeting_id: UUID) -> None:
    meeting = db.session.get_one(Meeting, meeting_id)
    for number in range(12):
        address = f"p{number}@knutpunkt.example"
        person = Person(given_name=f"Person {number}", email=address, municipality=world.kalmar, password_hash="x")
        meeting.hosts[0].memberships.append(Membership(person=person, starts_on=date(2026, 1, 1)))
        occasions.answer(meeting.occasion, person, occasions.Reply.ONLINE)
    db.session.commit()
