"""An administrator invites people, changes their data, and closes and opens accounts."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from app import clock, db
from app.feeds.models import Feed
from app.networks.models import Membership
from app.people.models import Person
from tests.browser_double import Browser

EVA = {
    "given_name": "Eva",
    "family_name": "Örn",
    "email": " Eva.Orn@Knutpunkt.example ",
    "title": "Bibliotekarie",
    "phone": "0491-000 05",
    "municipality": "",
    "library": "",
}


def link_in(html: str) -> str:
    found = re.search(r'value="(http://knutpunkt\.example/welcome/[\w-]{43})"', html)
    assert found
    return found[1]


def test_somebody_is_invited_with_a_link_shown_once(dana: Browser, world: SimpleNamespace) -> None:
    page = dana.post("/people/new", **{**EVA, "library": str(world.library.id)})
    assert page.status == 200
    assert "Skicka länken till Eva Örn" in page
    assert "Den gäller i 14 dagar och kan användas en gång" in page
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    link_in(page.html)
    person = next(each for each in page.links if re.fullmatch(r"/people/[0-9a-f-]{36}", each))
    page = dana.get(person)
    assert "eva.orn@knutpunkt.example" in page
    assert "Kommun Högsby Bibliotek Högsby bibliotek" in page
    assert "Länken till inbjudan gjordes tors 5 nov och är inte öppnad än." in page
    assert "/welcome/" not in page.html


def test_the_link_opens_the_account(dana: Browser, nobody: Browser) -> None:
    page = dana.post("/people/new", **EVA)
    welcome = link_in(page.html).removeprefix("http://knutpunkt.example")
    assert nobody.get(welcome).status == 200


def test_inviting_again_kills_the_first_link(dana: Browser, nobody: Browser) -> None:
    page = dana.post("/people/new", **EVA)
    person = next(each for each in page.links if re.fullmatch(r"/people/[0-9a-f-]{36}", each))
    again = dana.post(f"{person}/invite")
    assert link_in(again.html) != link_in(page.html)
    assert nobody.get(link_in(page.html).removeprefix("http://knutpunkt.example")).status != 200


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"given_name": ""}, "Skriv ett förnamn"),
        ({"email": ""}, "Skriv e-postadressen"),
        ({"email": "eva"}, "E-postadressen ”eva” ska ha precis ett @, som i namn@kommun.example."),
        ({"email": "eva@b"}, "E-postadressen ”eva@b” är inte skriven som en adress"),
        ({"email": "kontakt.högsby@knutpunkt.example"}, "har å, ä, ö eller liknande före @"),
        ({"email": "BOB@knutpunkt.example"}, "Bob Åberg har redan den adressen"),
    ],
)
def test_a_mistake_is_told_and_what_was_typed_is_kept(dana: Browser, said: dict[str, str], sentence: str) -> None:
    page = dana.post("/people/new", **{**EVA, **said})
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert sentence in page
    assert 'value="Örn"' in page.html
    assert "/welcome/" not in page.html


def test_a_library_of_another_municipality_is_told(dana: Browser, world: SimpleNamespace) -> None:
    places = {"municipality": str(world.kalmar.id), "library": str(world.library.id)}
    page = dana.post("/people/new", **{**EVA, **places})
    assert page.status == 422
    assert "Högsby bibliotek ligger i Högsby" in page
    assert f'<option selected value="{world.library.id}">' in page.html


def test_data_are_changed(dana: Browser, world: SimpleNamespace) -> None:
    where = f"/people/{world.bob.id}"
    assert 'value="bob@knutpunkt.example"' in dana.get(f"{where}/edit").html
    page = dana.send(f"{where}/edit", **EVA)
    assert "Uppgifterna är sparade" in page
    assert "Eva Örn" in page
    assert dana.post(f"{where}/edit", **EVA).status == 303


def test_somebody_becomes_administrator_and_stops(dana: Browser, charlie: Browser, world: SimpleNamespace) -> None:
    where = f"/people/{world.charlie.id}/administrator"
    assert "kan ändra nätverk, personer och inställningar" in dana.get(where)
    assert "Charlie Ek är nu administratör" in dana.send(where, chosen="yes")
    assert charlie.get("/people/new").status == 200
    own = charlie.post(where, chosen="no")
    assert (own.status, "Du kan inte ta bort dig själv" in own) == (422, True)
    assert "inte längre administratör" in dana.send(where, chosen="no")
    assert charlie.get("/people/new").status == 403


def test_a_closed_account_is_shut_out_at_once(dana: Browser, bob: Browser, world: SimpleNamespace) -> None:
    feed = Feed(person_id=world.bob.id, name="Mina", slug="mina", token_hash="x")
    later = Membership(network=world.children, person_id=world.bob.id, role="chair", starts_on=date(2027, 1, 1))
    db.session.add_all([feed, later, world.children])
    db.session.commit()
    where, feed_id = f"/people/{world.bob.id}", feed.id
    assert "Kalenderlänkar" not in dana.get(f"{where}/close").text
    page = dana.send(f"{where}/close")
    assert "Kontot är stängt" in page
    assert "1 feb 2025 – 5 nov" in page
    assert "gällde aldrig" in page
    assert bob.get("/people").status == 303
    assert db.session.get_one(Feed, feed_id).revoked_at == clock.now()
    db.session.remove()
    assert "Bob Åberg" not in dana.get("/people")
    assert "Bob Åberg" in dana.get("/people?closed=1")
    assert "bob@knutpunkt.example" not in world.app.test_client().get(where).text


def test_it_says_where_nobody_coordinates_afterwards(dana: Browser, world: SimpleNamespace) -> None:
    page = dana.get(f"/people/{world.alice.id}/close")
    assert "Barn- och unganätverket står sedan utan samordnare" in page
    assert "/networks/stangda-gruppen/members" in page.links
    assert "utan samordnare" not in dana.get(f"/people/{world.bob.id}/close")


def test_an_opened_account_has_its_networks_no_more(dana: Browser, world: SimpleNamespace) -> None:
    where = f"/people/{world.bob.id}"
    dana.post(f"{where}/close")
    assert dana.post(f"{where}/invite").status == 422
    page = dana.send(f"{where}/reopen")
    assert "Kontot är öppet igen" in page
    with clock.held_at(clock.now().replace(day=8)):
        assert "Är inte med i något nätverk" in Browser(world.app, world.dana).get(where)


def test_nobody_closes_their_own_account(dana: Browser, world: SimpleNamespace) -> None:
    page = dana.post(f"/people/{world.dana.id}/close")
    assert (page.status, "Be en annan administratör" in page) == (422, True)
    assert dana.get("/people").status == 200


@pytest.mark.parametrize("verb", ["edit", "invite", "administrator", "close", "reopen"])
def test_only_administrators_do(alice: Browser, nobody: Browser, world: SimpleNamespace, verb: str) -> None:
    for person in (world.bob, world.alice):
        page = alice.post(f"/people/{person.id}/{verb}", chosen="yes", **EVA)
        assert (page.status, "Bara administratörer" in page) == (403, True)
    assert nobody.post(f"/people/{world.bob.id}/{verb}").status == 401
    assert alice.get("/people/new").status == 403
    assert "Stängda konton" not in alice.get("/people?closed=1")


def test_persons_are_known_by_address_in_lower_case(dana: Browser) -> None:
    dana.post("/people/new", **EVA)
    assert db.session.query(Person).filter_by(email="eva.orn@knutpunkt.example").count() == 1
    db.session.remove()
