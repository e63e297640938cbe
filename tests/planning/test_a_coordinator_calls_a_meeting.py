"""A coordinator plans a meeting as a draft, and calls it when it is ready."""

import re
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlalchemy import select, update

from app import db
from app.audit.models import AuditEntry
from app.networks.kinds import RecordForm
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.planning.conftest import NEW, set_on_network

Fields = Callable[..., dict[str, object]]
CHILDREN = "barn-och-unganatverket"
NOTES = ["Mötet öppnas", "Föregående anteckningar och åtgärder", "Laget runt", "Övriga frågor", "Nästa möte"]


def test_the_form_suggests_a_tuesday_with_two_weeks_notice(alice: Browser) -> None:
    page = alice.get(NEW)
    assert page.status == 200
    for value in ("Nätverksträff", "2026-11-24", "09:30", "12:00", "2026-11-17"):
        assert f'value="{value}"' in page.html


def test_one_of_few_is_chosen_with_radio_buttons_and_several_with_boxes(alice: Browser) -> None:
    page = alice.get(NEW)
    kinds = {name: kind for kind, name in re.findall(r'<input type="(radio|checkbox)" name="(\w+)"', page.html)}
    assert kinds["lasts"] == kinds["rhythm"] == "radio"
    assert kinds["hosts"] == kinds["standard_agenda"] == "checkbox"


def test_the_form_suggests_the_hours_of_the_latest_meeting(alice: Browser, plan: Callable[..., str]) -> None:
    plan(first_day="2026-12-03", from_time="13:15", to_time="15:00", answer_by=None)
    page = alice.get(NEW)
    for value in ("2026-12-10", "13:15", "15:00"):
        assert f'value="{value}"' in page.html


def test_a_draft_is_seen_by_those_who_coordinate_only(
    alice: Browser, bob: Browser, charlie: Browser, filled: Fields
) -> None:
    address = alice.send(NEW, **filled()).response.request.path
    assert "Utkastet är sparat" in alice.send(NEW, **filled(title="Ett till"))
    assert alice.get(address).status == 200
    assert bob.get(address).status == charlie.get(address).status == 404


def test_calling_first_says_what_it_means_and_then_members_see_it(alice: Browser, bob: Browser, filled: Fields) -> None:
    asked = alice.send(NEW, **filled(do="call"))
    assert asked.title.startswith("Kalla till Läsning på fritiden?")
    assert "2 medlemmar ser mötet här, och det står i deras kalendrar" in asked
    address = asked.response.request.path.removesuffix("/call")
    assert bob.get(address).status == 404
    assert "Kallelsen har gått ut" in alice.send(f"{address}/call")
    assert "tis 24 nov kl. 9.30–12.00, v. 48" in bob.get(address)


def test_calling_twice_says_so_and_is_logged_once(alice: Browser, plan: Callable[..., str]) -> None:
    address = plan(call=True)
    assert "Kallelsen har redan gått ut" in alice.get(f"{address}/call")
    assert alice.post(f"{address}/call").status == 303
    logged = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "meeting-called")).all()
    assert [(each.actor, each.subject) for each in logged] == [("Alice Almgren", "Läsning på fritiden")]


def test_the_standard_points_come_along_and_can_be_published_at_once(
    bob: Browser, alice: Browser, plan: Callable[..., str]
) -> None:
    address = plan(call=True)
    assert all(point in alice.get(address) for point in NOTES)
    assert "Laget runt" not in bob.get(address)
    published = plan(call=True, agenda=True)
    assert all(point in bob.get(published) for point in NOTES)


def test_where_minutes_are_kept_the_points_are_the_formal_ones(alice: Browser, plan: Callable[..., str]) -> None:
    set_on_network(CHILDREN, record_form=RecordForm.MINUTES)
    page = alice.get(plan())
    assert "Val av justerare" in page
    assert "Laget runt" not in page


def test_the_agenda_can_begin_empty(alice: Browser, plan: Callable[..., str]) -> None:
    assert "Mötet öppnas" not in alice.get(plan(standard_agenda=None))


def test_a_joint_meeting_stands_with_both_networks(
    world: SimpleNamespace, bob: Browser, charlie: Browser, digital: str, plan: Callable[..., str]
) -> None:
    address = plan(call=True, hosts=[digital, str(world.children.id)])
    for browser in (bob, charlie):
        assert "Digitala nätverket" in browser.get(address)
    assert "Kommer du?" in charlie.get(address)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": " "}, "Skriv en rubrik"),
        ({"first_day": ""}, "Välj vilken dag det är"),
        ({"first_day": "imorgon"}, "Skriv dagen som"),
        ({"from_time": ""}, "Skriv när det börjar, till exempel 9.30"),
        ({"to_time": "halv tolv"}, "Skriv tiden med timme och minut, till exempel 9.30"),
        ({"to_time": "09:30"}, "Sluttiden kommer före starttiden. Ändra en av dem"),
        ({"last_day": "2026-11-23"}, "Sluttiden kommer före starttiden. Ändra en av dem"),
        ({"lasts": "days", "last_day": "2026-11-23"}, "Sista dagen kommer före den första. Ändra en av dem"),
        ({"lasts": "days", "last_day": "2027-11-24"}, "Det blir fler än 31 dagar"),
        ({"link": "http://meet.example/x"}, "med https:// först"),
        ({"link": "javascript:alert(1)"}, "med https:// först"),
        ({"answer_by": "2026-11-25"}, "Välj en dag före mötet"),
        ({"hosts": []}, "Välj minst ett nätverk som håller i det"),
        ({"hosts": ["00000000-0000-0000-0000-000000000000"]}, "Välj bland dem som står här"),
        ({"title": "x" * 201}, "Skriv högst 200 tecken"),
    ],
)
def test_a_mistake_is_said_in_words_and_what_was_typed_is_kept(
    alice: Browser, filled: Fields, changes: dict[str, object], told: str
) -> None:
    page = alice.post(NEW, **filled(description="Ta med exempel", **changes))
    assert page.status == 422
    assert told in page
    assert page.title.startswith("Fel: ")
    assert "Ta med exempel" in page


def test_whole_days_need_no_hours(bob: Browser, plan: Callable[..., str]) -> None:
    address = plan(call=True, lasts="days", from_time="", to_time="", last_day="2026-11-25")
    assert "24–25 nov, v. 48" in bob.get(address)


def test_it_can_go_on_past_midnight(bob: Browser, plan: Callable[..., str]) -> None:
    address = plan(call=True, from_time="18:00", to_time="10:00", last_day="2026-11-25")
    assert "tis 24 nov kl. 18.00 – ons 25 nov kl. 10.00" in bob.get(address)


def test_only_those_who_coordinate_plan(
    world: SimpleNamespace, bob: Browser, charlie: Browser, dana: Browser, nobody: Browser, filled: Fields
) -> None:
    for browser in (bob, charlie):
        assert browser.get(NEW).status == browser.post(NEW, **filled()).status == 403
    assert "Bara de som samordnar" in bob.get(NEW)
    assert charlie.get("/networks/stangda-gruppen/meetings/new").status == 404
    assert dana.get(NEW).status == 200
    assert nobody.get(NEW).location.startswith("/login")
    assert nobody.post(NEW, **filled()).status == 401


def test_a_network_that_is_not_ones_own_cannot_be_given_a_meeting(
    world: SimpleNamespace, digital: str, alice: Browser, filled: Fields
) -> None:
    hosts = [str(world.children.id), digital]
    db.session.execute(
        update(Membership).where(Membership.network_id == UUID(digital)).values(ends_on=date(2026, 1, 1))
    )
    db.session.commit()
    assert "Digitala nätverket" not in alice.get(NEW)
    page = alice.post(NEW, **filled(hosts=hosts))
    assert (page.status, "Välj bland dem som står här" in page) == (422, True)


def test_an_archived_network_meets_no_more(alice: Browser) -> None:
    set_on_network(CHILDREN, archived_at=NOW)
    page = alice.get(NEW)
    assert (page.status, "inte när det är vilande" in page) == (403, True)


def test_it_reads_in_english_too(alice: Browser) -> None:
    page = alice.get(NEW, headers={"Accept-Language": "en"})
    assert page.status == 200
    assert 'lang="en"' in page.html
