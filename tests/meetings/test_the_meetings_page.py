"""A meeting's page: when, where, how far it has come, and what can be done with it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest

from app import clock, db
from app.meetings.models import Meeting
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.occasions import actions as occasions
from app.people.models import Person
from tests.browser_double import Browser, Page
from tests.meetings.conftest import BEGINS, LENGTH

Asked = Callable[[], AbstractContextManager[list[str]]]


def stage_of(page: Page) -> str:
    return page.html.split('aria-current="step">')[1].split("</svg>")[1].split("<")[0].strip()


def test_when_where_and_which_networks(
    alice: Browser, make_meeting: Callable[..., Meeting], world: SimpleNamespace
) -> None:
    meeting = make_meeting(hosts=[world.children, world.secret], description="Vi ses i **Läsrummet**.")
    page = alice.get(meeting.occasion.path)
    assert page.title == "Läsning på fritiden tis 24 nov – Barn- och unganätverket – Knutpunkt"
    assert "tis 24 nov kl. 9.30–12.00, v. 48 Vimmerby bibliotek" in page
    assert "om 19 dagar" in page
    assert "Vi ses i Läsrummet ." in page
    assert {"/networks/barn-och-unganatverket", "/networks/stangda-gruppen", f"{meeting.occasion.path}.ics"} <= {
        *page.links
    }


def test_a_stranger_learns_nothing_of_a_closed_network_that_shares_the_meeting(
    charlie: Browser, make_meeting: Callable[..., Meeting], world: SimpleNamespace
) -> None:
    meeting = make_meeting(hosts=[world.children, world.secret])
    page = charlie.get(meeting.occasion.path)
    assert page.status == 200
    assert "Stängda gruppen" not in page


def test_whole_days_have_an_agenda_without_clock_times(alice: Browser, make_meeting: Callable[..., Meeting]) -> None:
    meeting = make_meeting("Läslust", span=occasions.whole_days(date(2026, 11, 24), date(2026, 11, 25)))
    page = alice.get(meeting.occasion.path)
    assert "24–25 nov, v. 48" in page
    assert "10 minuter är planerade." in page
    assert "9.30" not in page
    assert "1. Läslust" in page


@pytest.mark.parametrize(
    ("after", "call", "facts", "stage"),
    [
        (timedelta(days=-10), False, {}, "Planeras"),
        (timedelta(days=-10), True, {}, "Kallat"),
        (timedelta(hours=1), True, {}, "Pågår"),
        (timedelta(hours=3), True, {}, "Hållet"),
        (timedelta(hours=1), True, {"minutes_started_at": BEGINS}, "Utkast"),
        (timedelta(days=2), True, {"minutes_started_at": BEGINS, "minutes_published_at": BEGINS}, "Publicerat"),
    ],
)
def test_how_far_it_has_come(
    alice: Browser,
    make_meeting: Callable[..., Meeting],
    after: timedelta,
    call: bool,
    facts: dict[str, datetime],
    stage: str,
) -> None:
    meeting = make_meeting("Inledning", call=call)
    for name, value in facts.items():
        setattr(meeting, name, value)
    db.session.commit()
    with clock.held_at(BEGINS + after):
        assert stage_of(Browser(alice.app, alice.person).get(meeting.occasion.path)) == stage


def does(page: Page) -> set[str]:
    head = page.html.split('<div class="does cluster">')[1].split('<h2 class="hidden">')[0]
    return {
        words
        for words in ("Ändra", "Kopiera", "Ställ in", "Kalla till mötet", "Börja skriva", "Skriv an")
        if words in head
    }


@pytest.mark.parametrize(
    ("after", "call", "started", "expected"),
    [
        (timedelta(days=-10), False, False, {"Ändra", "Kopiera", "Kalla till mötet"}),
        (timedelta(days=-10), True, False, {"Ändra", "Kopiera", "Ställ in"}),
        (timedelta(days=-1), True, False, {"Ändra", "Kopiera", "Ställ in", "Börja skriva"}),
        (timedelta(hours=1), True, False, {"Ändra", "Kopiera", "Börja skriva"}),
        (timedelta(days=3), True, False, {"Kopiera", "Börja skriva"}),
        (timedelta(days=3), True, True, {"Kopiera", "Skriv an"}),
    ],
)
def test_what_a_coordinator_can_do(
    alice: Browser,
    make_meeting: Callable[..., Meeting],
    after: timedelta,
    call: bool,
    started: bool,
    expected: set[str],
) -> None:
    meeting = make_meeting(call=call)
    meeting.minutes_started_at = BEGINS if started else None
    db.session.commit()
    with clock.held_at(BEGINS + after):
        assert does(Browser(alice.app, alice.person).get(meeting.occasion.path)) == expected


def test_a_secretary_writes_but_does_not_plan(
    bob: Browser, make_meeting: Callable[..., Meeting], world: SimpleNamespace
) -> None:
    url = make_meeting().occasion.path
    secretary = Membership(
        network_id=world.children.id, person_id=world.bob.id, role=Role.SECRETARY, starts_on=date(2026, 1, 1)
    )
    with clock.held_at(BEGINS):
        browser = Browser(bob.app, bob.person)
        assert "Börja skriva anteckningar" not in browser.get(url)
        db.session.add(secretary)
        db.session.commit()
        assert does(browser.get(url)) == {"Börja skriva"}


def test_cancelled_and_moved_are_told_and_can_be_undone(
    alice: Browser, bob: Browser, make_meeting: Callable[..., Meeting]
) -> None:
    meeting = make_meeting()
    occasions.move(meeting.occasion, occasions.timed(BEGINS + timedelta(days=7), BEGINS + timedelta(days=7) + LENGTH))
    db.session.commit()
    url = meeting.occasion.path
    assert "Flyttat från tis 24 nov kl. 9.30." in bob.get(url)
    occasions.cancel(meeting.occasion, because="Snöstorm")
    db.session.commit()
    assert "Inställt. Snöstorm" in bob.get(url)
    assert f"{url}/revive" not in bob.get(url).forms
    assert f"{url}/revive" in alice.get(url).forms
    assert "Lägg till en punkt" not in alice.get(url)


def test_everyone_finds_the_published_notes(charlie: Browser, make_meeting: Callable[..., Meeting]) -> None:
    meeting = make_meeting("Inledning")
    meeting.minutes_started_at = meeting.minutes_published_at = meeting.agenda_published_at = BEGINS
    db.session.commit()
    page = charlie.get(meeting.occasion.path)
    assert "Minnesanteckningarna är publicerade." in page
    assert f"{meeting.occasion.path}/minutes" in page.links


def test_a_clash_is_told_to_those_who_may_know_of_it(
    alice: Browser, charlie: Browser, make_meeting: Callable[..., Meeting], world: SimpleNamespace
) -> None:
    url = make_meeting().occasion.path
    make_meeting(network=world.secret, title="Samtidigt", begins=BEGINS + timedelta(hours=2))
    make_meeting(network=world.secret, title="Bara ett utkast", call=False)
    make_meeting(network=world.secret, title="Direkt efter", begins=BEGINS + LENGTH)
    page = alice.get(url)
    assert "Krock Stängda gruppen Samtidigt , tis 24 nov kl. 11.30–14.00" in page
    assert "Bara ett utkast" not in page
    assert "Direkt efter" not in page
    assert "Samtidigt" not in charlie.get(url)


def test_a_clash_in_a_closed_network_is_not_told_to_another_member(
    world: SimpleNamespace, alice: Browser, make_meeting: Callable[..., Meeting]
) -> None:
    world.children.memberships.append(Membership(person=world.charlie, starts_on=date(2026, 1, 1)))
    db.session.commit()
    url = make_meeting().occasion.path
    make_meeting(network=world.secret, title="Samtidigt")
    page = Browser(world.app, world.charlie).get(url)
    assert "Kommer du?" in page
    assert "Samtidigt" not in page
    assert "Stängda gruppen" not in page
    assert "Samtidigt" in alice.get(url)


def test_the_page_asks_little_however_large_the_meeting(
    alice: Browser, world: SimpleNamespace, make_meeting: Callable[..., Meeting], asked: Asked
) -> None:
    meeting = make_meeting(*(f"Punkt {number}" for number in range(8)), hosts=[world.children, world.secret])
    url = meeting.occasion.path
    alice.get(url)
    with asked() as few:
        alice.get(url)
    _many_members_answer(world, meeting)
    with asked() as many:
        page = alice.get(url)
    assert "8. Punkt 7" in page
    assert "Person 11" in page
    assert len(many) == len(few) <= 8
    with asked() as adding:
        alice.post(f"{url}/agenda", fragment=True, title="En till", minutes="5", kind="decision")
    assert len(adding) <= 8


def _many_members_answer(world: SimpleNamespace, meeting: Meeting) -> None:
    network = db.session.get_one(Network, world.children.id)
    for number in range(12):
        address = f"p{number}@knutpunkt.example"
        person = Person(
            given_name=f"Person {number}", email=address, municipality_id=world.kalmar.id, password_hash="x"
        )
        network.memberships.append(Membership(person=person, starts_on=date(2026, 1, 1)))
        occasions.answer(meeting.occasion, person, occasions.Reply.ONLINE)
    db.session.commit()
