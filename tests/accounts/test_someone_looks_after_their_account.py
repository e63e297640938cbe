"""Somebody looks after their own account: name, password, language, and where they are signed in."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from sqlalchemy import event, select

from app import db
from app.accounts.models import SignIn
from tests.accounts.door import NEW, PASSWORD, another_device, fetch_secret, give_password, is_inside, sign_in
from tests.browser_double import Browser

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"


@pytest.fixture
def statements(world: SimpleNamespace) -> Iterator[list[str]]:
    found: list[str] = []

    def note(*given: object) -> None:
        found.append(str(given[2]))

    event.listen(db.engine(), "before_cursor_execute", note)
    yield found
    event.remove(db.engine(), "before_cursor_execute", note)


def test_the_page_shows_who_one_is(bob: Browser) -> None:
    page = bob.get("/me")
    assert page.title == "Mitt konto – Knutpunkt"
    for words in ("Bob", "Åberg", "Bibliotekarie", "bob@knutpunkt.example", "Högsby bibliotek"):
        assert words in page


def test_name_title_and_phone_are_ones_own_to_change(bob: Browser) -> None:
    page = bob.send("/me/profile", given_name="Robert", family_name="Åberg", title="Chef", phone="0491-000 99")
    assert "Dina uppgifter är sparade" in page
    assert "Robert Åberg" in page
    assert "0491-000 99" in page


def test_the_e_mail_address_is_not(bob: Browser) -> None:
    bob.send("/me/profile", given_name="Bob", email="annan@knutpunkt.example", is_administrator="y")
    page = bob.get("/me")
    assert "annan@knutpunkt.example" not in page
    assert bob.get("/admin").status == 403


def test_a_mistake_is_told_in_words_and_the_rest_is_kept(bob: Browser) -> None:
    page = bob.post("/me/profile", given_name=" ", family_name="Åberg", title="Chef för allt", phone="1" * 41)
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    for words in ("Skriv ditt förnamn", "högst 40 tecken", "Chef för allt"):
        assert words in page


def test_the_password_changes_when_the_old_one_is_known(nobody: Browser, world: SimpleNamespace) -> None:
    give_password(world.bob)
    sign_in(nobody, world.bob)
    page = nobody.send("/me/password", password=PASSWORD, new_password=NEW, repeated=NEW)
    assert "Ditt lösenord är bytt" in page
    assert sign_in(Browser(world.app), world.bob, PASSWORD).status == 422
    assert sign_in(Browser(world.app), world.bob, NEW).status == 303


@pytest.mark.parametrize(
    ("now", "new", "repeated", "told"),
    [
        ("fel", NEW, NEW, "Det är inte ditt nuvarande lösenord"),
        ("", NEW, NEW, "Skriv ditt nuvarande lösenord"),
        (PASSWORD, "kort", "kort", "minst 15 tecken"),
        (PASSWORD, "bob åberg högsby", "bob åberg högsby", "lätt att gissa"),
        (PASSWORD, NEW, "", "Skriv lösenordet en gång till"),
        (PASSWORD, NEW, NEW + "x", "Lösenorden är inte lika"),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said(
    bob: Browser, world: SimpleNamespace, now: str, new: str, repeated: str, told: str
) -> None:
    give_password(world.bob)
    page = bob.post("/me/password", password=now, new_password=new, repeated=repeated)
    assert page.status == 422
    assert told in page
    assert new not in page.html
    assert sign_in(Browser(world.app), world.bob, PASSWORD).status == 303


def test_who_sits_down_at_an_open_page_cannot_guess_for_long(bob: Browser, world: SimpleNamespace) -> None:
    give_password(world.bob)
    for _ in range(5):
        assert bob.post("/me/password", password="gissning", new_password=NEW, repeated=NEW).status == 422
    assert bob.post("/me/password", password=PASSWORD, new_password=NEW, repeated=NEW).status == 429


def test_devices_are_listed_in_plain_words(bob: Browser, world: SimpleNamespace) -> None:
    another_device(world, world.bob)
    for sign_in_row, device in zip(db.session.scalars(select(SignIn)).all(), (FIREFOX, SAFARI), strict=True):
        sign_in_row.device = device
    db.session.commit()
    page = bob.get("/me")
    for words in ("Firefox på Windows", "Safari på iPhone", "Den här enheten", "senast använd"):
        assert words in page


def test_one_other_device_is_signed_out(bob: Browser, world: SimpleNamespace) -> None:
    phone = another_device(world, world.bob)
    (address,) = [form for form in bob.get("/me").forms if form.endswith("/end") and form != "/me/sign-ins/end"]
    assert "Enheten är utloggad" in bob.send(address)
    assert not is_inside(phone)
    assert is_inside(bob)


def test_all_others_are_signed_out_as_a_fragment_too(bob: Browser, alice: Browser, world: SimpleNamespace) -> None:
    phone = another_device(world, world.bob)
    page = bob.post("/me/sign-ins/end", fragment=True)
    assert page.html.lstrip().startswith('<section class="section" id="sign-ins"')
    assert "Alla andra enheter är utloggade" in page
    assert not is_inside(phone)
    assert is_inside(bob)
    assert is_inside(alice)


def test_the_sign_ins_of_others_do_not_exist(bob: Browser, alice: Browser, world: SimpleNamespace) -> None:
    (theirs,) = db.session.scalars(select(SignIn.id).where(SignIn.person_id == world.alice.id))
    assert bob.post(f"/me/sign-ins/{theirs}/end").status == 404
    assert is_inside(alice)


def test_the_language_is_ones_own_on_every_device(bob: Browser, world: SimpleNamespace) -> None:
    assert 'lang="sv"' in bob.get("/me").html
    bob.post("/language", language="en", next="/me")
    phone = another_device(world, world.bob)
    assert '<html lang="en"' in bob.get("/me").html
    assert '<html lang="en"' in phone.get("/me").html


def test_signed_out_the_browser_remembers_the_language(nobody: Browser) -> None:
    page = nobody.post("/language", language="en", next="/login")
    assert (page.status, page.location) == (303, "/login")
    cookie = page.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert '<html lang="en"' in nobody.get("/login").html


@pytest.mark.parametrize("language", ["", "de", "../sv"])
def test_a_language_that_is_not_here_is_refused(nobody: Browser, language: str) -> None:
    fetch_secret(nobody, "/login")
    assert nobody.post("/language", language=language).status == 400


def test_the_page_costs_no_more_with_many_devices(bob: Browser, world: SimpleNamespace, statements: list[str]) -> None:
    bob.get("/me")
    few = len(statements)
    for _ in range(10):
        another_device(world, world.bob)
    statements.clear()
    bob.get("/me")
    assert len(statements) == few <= 8
