"""An administrator invites somebody by mail, sees how it goes, and may show the link instead."""

import re
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest

from app import clock
from tests.accounts.door import NEW, change, fetch_secret, is_inside
from tests.accounts.post import Post
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.mail.post_office import Mood

EVA = {"given_name": "Eva", "family_name": "Örn", "email": "eva@lanet.internal"}


@pytest.fixture
def eva(dana: Browser, post: Post) -> str:
    """The page of somebody who has just been invited."""
    page = dana.post("/people/new", **EVA)
    assert page.status == 303
    return page.location


def test_the_letter_leads_in(dana: Browser, nobody: Browser, post: Post, eva: str) -> None:
    assert "Ett mejl med en länk skickas till eva@lanet.internal." in dana.get(eva)
    assert "Inbjudan väntar på att skickas." in dana.get(eva)
    assert post.round() == 1
    assert "Inbjudan skickades tors 5 nov och är inte öppnad än." in dana.get(eva)
    assert "Inbjudan skickad, inte öppnad" in dana.get("/people")
    fetch_secret(nobody, post.link())
    assert nobody.post(post.link(), new_password=NEW, repeated=NEW).location == "/"
    assert is_inside(nobody)
    assert "Inbjudan" not in dana.get(eva).text.split("Kontot")[0]


def test_fourteen_days_count_from_when_the_letter_leaves(nobody: Browser, dana: Browser, post: Post, eva: str) -> None:
    with clock.held_at(NOW + timedelta(days=2)):
        post.round()
    with clock.held_at(NOW + timedelta(days=15, hours=23)):
        assert nobody.get(post.link()).status == 200
    with clock.held_at(NOW + timedelta(days=16)):
        assert nobody.get(post.link()).status == 410


def test_an_invitation_that_ran_out_says_so(dana: Browser, post: Post, eva: str) -> None:
    from app.accounts.standings import Invited, standings
    from tests.accounts.post import person_at

    post.round()
    with clock.held_at(NOW + timedelta(days=15)):
        someone = person_at("eva@lanet.internal")
        assert standings([someone])[someone.id].invited is Invited.OVER


def test_invited_again_only_the_newest_link_works(dana: Browser, nobody: Browser, post: Post, eva: str) -> None:
    post.round()
    assert dana.post(f"{eva}/invite").location == eva
    post.round()
    assert nobody.get(post.link(0)).status == 410
    assert nobody.get(post.link(1)).status == 200


def test_the_link_can_be_shown_instead(dana: Browser, post: Post) -> None:
    page = dana.post("/people/new", **EVA, how="link")
    assert "Skicka länken till Eva Örn" in page
    assert "http://knutpunkt.example/welcome/" in page.html
    assert post.round() == 0


def test_what_the_server_refused_is_told(dana: Browser, post: Post, eva: str) -> None:
    post.office.mood = lambda _: Mood.UNKNOWN
    post.round()
    page = dana.get(eva)
    assert "Inbjudan gick inte fram. Mejlservern svarade: 550 no such person here" in page


def test_who_has_a_password_gets_a_link_for_a_new_one(
    dana: Browser, post: Post, nobody: Browser, world: SimpleNamespace
) -> None:
    dana.post(f"/people/{world.charlie.id}/invite")
    post.round()
    assert post.office.arrived[0]["Subject"] == "Nytt lösenord i Knutpunkt"
    assert "Välj ett nytt lösenord" in nobody.get(post.link())


def test_nobody_else_sees_how_it_went(bob: Browser, post: Post, eva: str) -> None:
    assert "Inbjudan" not in bob.get(eva)
    assert "Inbjudan" not in bob.get("/people")


def test_nobody_is_written_to_whose_account_is_closed(dana: Browser, post: Post, world: SimpleNamespace) -> None:
    change(world.charlie, closed_at=NOW)
    assert dana.post(f"/people/{world.charlie.id}/invite").status == 422
    assert post.round() == 0


def test_without_an_invitation_it_says_so(dana: Browser, world: SimpleNamespace) -> None:
    change(world.charlie, password_hash=None)
    assert "Är inte inbjuden än." in dana.get(f"/people/{world.charlie.id}")
    assert "Inte inbjuden" in dana.get("/people")


def test_everybody_in_a_list_is_invited_once(dana: Browser, post: Post, world: SimpleNamespace) -> None:
    rows = "Namn;E-post;Kommun\nEva Örn;eva@lanet.internal;Kalmar\nGun Berg;gun@lanet.internal;Kalmar\n"
    preview = dana.send("/admin/import/people", file=(BytesIO(rows.encode()), "lista.csv"))
    address = next(each for each in preview.forms if re.search(r"/people/[\w-]{32}$", each))
    hidden = dict(re.findall(r'<input type="hidden" name="(seen|create)" value="(\w+)"', preview.html))
    assert "Mejla inbjudan till 2 personer" in dana.send(address, **hidden)
    assert "Inbjudan skickas till 2 personer." in dana.send(f"{address}/invite")
    assert "Inbjudan skickas" not in dana.send(f"{address}/invite")
    assert post.round() == 2
    page = dana.get(f"{address}/done")
    assert "Inbjudan skickad, inte öppnad" in page
    assert "Mejla inbjudan" not in page
