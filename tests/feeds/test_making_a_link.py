"""Somebody makes a calendar link, sees it this once, and takes it to a phone or to Outlook."""

import re
from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest
from sqlalchemy import update

from app import db
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.calendar_world import called, events, make_link, path_in, statements


def test_the_new_link_is_shown_once_in_every_form_it_is_needed(bob: Browser, world: SimpleNamespace) -> None:
    page = bob.post("/feeds", scope="mine", name="Mina möten", with_cancelled="y")

    path = path_in(page)
    assert page.status == 200
    assert re.fullmatch(r"/feeds/[A-Za-z0-9_-]{43}/mina-moten\.ics", path)
    assert f"webcal://knutpunkt.example{path}" in page.links
    assert re.search(r'data-copy="#address"', page.html)
    assert '<svg viewBox="' in page.html
    assert "style=" not in page.html
    for program in ("Outlook", "Google Kalender", "iPhone", "Mac"):
        assert program in page
    secret = path.split("/")[2]
    assert secret not in bob.get("/feeds").html
    assert not any(secret in value for value in page.headers.values())


def test_which_programs_work_and_how_is_told_before_a_link_is_made(bob: Browser) -> None:
    before = bob.get("/feeds").html.split("<form")[0]

    programs = "iPhone, iPad och Mac", "Outlook", "Android och Google Kalender"
    for told in (*programs, "på datorn, en gång", "Har du Android? Skapa länken på en dator"):
        assert told in before


def test_who_stands_on_the_phone_meets_the_button_before_the_square(bob: Browser) -> None:
    page = bob.post("/feeds", scope="mine", name="Mina möten").html

    assert page.index("Öppna i kalendern") < page.index('class="qr"') < page.index('class="steps"')


def test_the_page_with_the_secret_is_not_kept_nor_told_of(bob: Browser) -> None:
    made = bob.post("/feeds", scope="mine", name="X")

    assert made.headers["Cache-Control"] == bob.get("/feeds").headers["Cache-Control"] == "no-store"
    assert made.headers["Referrer-Policy"] == "no-referrer"
    assert not [each for each in made.forms if each.startswith("/feeds")]


def test_behind_https_the_forms_can_be_sent(bob: Browser) -> None:
    """Over HTTPS the answer to a form says 400 unless the browser tells where it was: the page has to let it."""
    there = "https://localhost"
    assert bob.get("/feeds", base_url=there).headers["Referrer-Policy"] == "same-origin"

    sent = {"csrf_token": bob.csrf, "scope": "mine", "name": "X"}
    answer = bob.client.post("/feeds", data=sent, base_url=there, headers={"Referer": f"{there}/feeds"})

    assert answer.status_code == 200


def test_htmx_gets_the_same_as_a_fragment(bob: Browser, world: SimpleNamespace) -> None:
    page = bob.post("/feeds", fragment=True, scope="mine", name="Mina möten")

    assert path_in(page)
    assert page.html.lstrip().startswith('<div id="feeds">')
    assert "<html" not in page.html
    assert "data-focus" in page.html
    assert "Länken är skapad" in page


def test_a_link_shows_one_network_a_choice_or_all_of_mine(alice: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    called("Hemligt", world.secret)

    assert sorted(events(world.app, make_link(alice))) == ["Barn", "Hemligt"]
    assert sorted(events(world.app, make_link(alice, [world.secret]))) == ["Hemligt"]
    assert sorted(events(world.app, make_link(alice, [world.secret, world.children]))) == ["Barn", "Hemligt"]


def test_a_link_without_a_name_is_called_after_what_it_shows(alice: Browser, world: SimpleNamespace) -> None:
    assert make_link(alice, name="").endswith("/mina-natverk.ics")
    assert make_link(alice, [world.children], name="").endswith("/barn-och-unganatverket.ics")
    assert make_link(alice, [world.children, world.secret], name="").endswith("/valda-natverk.ics")
    listed = alice.get("/feeds")
    for name in ("Mina nätverk", "Barn- och unganätverket", "Valda nätverk"):
        assert name in listed


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"scope": "chosen", "name": "Behåll mig"}, "Välj minst ett nätverk"),
        ({"scope": "chosen", "networks": [str(uuid4()), "x"], "name": "Behåll mig"}, "Välj minst ett nätverk"),
        ({"scope": "everything", "name": "Behåll mig"}, "Välj ett av alternativen"),
        ({"scope": "mine", "name": "Behåll mig " * 10}, "Det är för långt. Skriv högst 60 tecken"),
    ],
)
def test_a_mistake_is_told_beside_the_field_and_nothing_is_lost(
    bob: Browser, fields: dict[str, str], said: str
) -> None:
    for fragment in (False, True):
        page = bob.post("/feeds", fragment=fragment, **fields)
        assert page.status == 422
        assert said in page
        assert "Behåll mig" in page.html
        assert "webcal:" not in page.html
    assert bob.post("/feeds", **fields).title.startswith("Fel: ")


def test_the_same_form_sent_twice_makes_one_link(bob: Browser) -> None:
    once = re.search(r'name="once"[^>]*value="([^"]+)"', bob.get("/feeds").html)
    assert once

    first = bob.post("/feeds", scope="mine", name="Möten", once=once[1])
    second = bob.post("/feeds", scope="mine", name="Möten", once=once[1])

    assert (first.status, second.status) == (200, 422)
    assert "Länken är redan skapad" in second
    assert "Länkar som är i gång 1" in bob.get("/feeds")


def test_twenty_links_are_enough_for_anybody(bob: Browser) -> None:
    for number in range(20):
        make_link(bob, name=f"Länk {number}")

    page = bob.post("/feeds", scope="mine", name="En till")

    assert page.status == 422
    assert "Du har redan 20 kalenderlänkar" in page
    assert "Länkar som är i gång 20" in page


def test_a_page_can_suggest_which_networks(charlie: Browser, world: SimpleNamespace) -> None:
    page = charlie.get("/feeds?n=barn-och-unganatverket&n=stangda-gruppen")

    assert re.search(r'value="chosen"\s+checked', page.html)
    assert len(re.findall(r'name="networks"[^>]*checked', page.html)) == 1
    assert "Stängda gruppen" not in page.html


def test_links_are_for_those_who_have_signed_in(nobody: Browser) -> None:
    assert nobody.get("/feeds").location.startswith("/login")
    assert nobody.post("/feeds", scope="mine", name="X").status == 401
    assert nobody.get(f"/feeds/{uuid4()}/revoke").location.startswith("/login")


def test_the_form_needs_its_secret_field(bob: Browser) -> None:
    assert bob.post("/feeds", csrf_token="", scope="mine", name="X").status == 400
    assert "Inga kalenderlänkar än" in bob.get("/feeds")


def test_the_list_says_so_when_nothing_chosen_can_be_seen_any_longer(bob: Browser, world: SimpleNamespace) -> None:
    make_link(bob, [world.secret], name="Gruppen")
    of_bob = update(Membership).where(Membership.network_id == world.secret.id, Membership.person_id == world.bob.id)
    db.session.execute(of_bob.values(ends_on=date(2026, 11, 4)))
    db.session.commit()

    page = bob.get("/feeds")

    assert "Stängda gruppen" not in page
    assert "Du ser inte längre något av nätverken, så länken är tom" in page


def test_the_page_costs_as_much_with_twenty_links_as_with_one(bob: Browser) -> None:
    make_link(bob)
    with statements() as one:
        bob.get("/feeds")
    for number in range(15):
        make_link(bob, name=f"Länk {number}")
    with statements() as many:
        bob.get("/feeds")

    assert len(one) == len(many)
    assert len([each for each in many if each.startswith("SELECT")]) <= 8
