"""A new installation tells its first administrator what to do first, until a network is led and has a meeting."""

from datetime import date
from types import SimpleNamespace

from flask import Flask

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.people.models import Person
from app.places.models import Municipality
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.minutes.writing import call_meeting
from tests.statements import counted

STEPS = ["Lägg till kommunerna", "Läs in en medlemslista", "Skapa det första nätverket"]


def first(empty: Flask) -> tuple[Person, Browser]:
    """Somebody who administers an installation where nothing has been done."""
    person = Person(given_name="Dana", family_name="Öberg", email="dana@knutpunkt.example", is_administrator=True,
                    password_hash="x", created_at=NOW)  # fmt: skip
    db.session.add(person)
    db.session.commit()
    return person, Browser(empty, person)


def test_the_first_administrator_is_told_what_to_do_first(empty: Flask) -> None:
    _, dana = first(empty)
    page = dana.get("/")
    assert "Kom i gång" in page
    assert [page.text.index(step) for step in STEPS] == sorted(page.text.index(step) for step in STEPS)
    assert {"/municipalities", "/admin/import/people", "/networks/new"} <= set(page.links)
    assert "/networks/None/members" not in page.links
    assert "klart" not in page
    for address in ("/municipalities", "/admin/import/people", "/networks/new"):
        assert dana.get(address).status == 200


def test_what_is_done_is_ticked_and_the_next_step_leads_to_the_network(empty: Flask) -> None:
    person, dana = first(empty)
    network = Network(name="Medienätverket", slug="medienatverket")
    db.session.add_all([Municipality(name="Högsby", slug="hogsby"), network])
    db.session.commit()
    page = dana.get("/")
    assert page.html.count('aria-label="klart"') == 2
    assert {"/networks/medienatverket/members", "/networks/medienatverket/meetings/new"} <= set(page.links)
    db.session.add(Membership(network=network, person=person, role=Role.COORDINATOR, starts_on=date(2026, 1, 1)))
    db.session.commit()
    assert dana.get("/").html.count('aria-label="klart"') == 3


def test_it_is_gone_once_a_network_is_led_and_has_a_meeting(world: SimpleNamespace, dana: Browser) -> None:
    assert "Kom i gång" in dana.get("/")
    call_meeting(world.children)
    db.session.commit()
    page = dana.get("/")
    assert "Kom i gång" not in page
    assert "Inget möte på väg" in page


def test_those_who_do_not_administer_never_see_it(world: SimpleNamespace, bob: Browser, dana: Browser) -> None:
    assert "Kom i gång" not in bob.get("/")
    assert counted(dana, "/") <= counted(bob, "/") + 1


def test_an_empty_list_says_what_to_do_first(empty: Flask) -> None:
    _, dana = first(empty)
    assert "Skapa det första. Sedan lägger du till en samordnare" in dana.get("/networks")
    assert "Lägg till de kommuner som samarbetar" in dana.get("/municipalities")
    assert "Nätverk som visas" not in dana.get("/calendar")
