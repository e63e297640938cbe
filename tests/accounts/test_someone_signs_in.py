"""Somebody signs in: by address and password, and on to where they were heading."""

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select, update

from app import clock, db
from app.accounts import passwords
from app.people.models import Person
from tests.accounts.door import PASSWORD, change, give_password, is_inside, sign_in
from tests.browser_double import Browser


@pytest.fixture(autouse=True)
def _passwords(world: SimpleNamespace) -> None:
    give_password(world.alice)


def test_with_the_right_password_one_comes_in(nobody: Browser, world: SimpleNamespace) -> None:
    assert nobody.get("/me").location == "/login?next=/me"
    page = sign_in(nobody, world.alice, next="/me")
    assert (page.status, page.location) == (303, "/me")
    assert "Alice Almgren" in nobody.get("/me")


def test_the_address_may_be_typed_in_capitals_with_spaces_around(nobody: Browser) -> None:
    assert sign_in(nobody, email=" Alice@Knutpunkt.Example ").status == 303


def test_a_wrong_password_is_told_in_words_and_the_address_is_kept(nobody: Browser, world: SimpleNamespace) -> None:
    page = sign_in(nobody, world.alice, "fel lösenord")
    assert page.status == 422
    assert page.title.startswith("Fel: Logga in")
    assert page.html.count("hör inte ihop") == 1
    assert re.search(r'<input aria-describedby="password-error" aria-invalid="true"[^>]* autofocus', page.html)
    assert 'value="alice@knutpunkt.example"' in page.html
    assert "fel lösenord" not in page.html
    assert not is_inside(nobody)


def test_empty_fields_are_told_in_words(nobody: Browser) -> None:
    page = sign_in(nobody, email="", password="")
    assert page.status == 422
    assert "Skriv din e-postadress" in page
    assert "Skriv ditt lösenord" in page
    assert len(re.findall("autofocus", page.html)) == 1
    assert re.search(r'autofocus[^>]* id="email"', page.html)


def test_nobody_learns_who_has_an_account(
    nobody: Browser, world: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known, unknown, closed and not yet opened: the same words, and the same one slow comparison."""
    give_password(world.bob)
    change(world.bob, closed_at=clock.now())
    change(world.charlie, password_hash=None)
    asked: list[str] = []
    monkeypatch.setattr(passwords, "_hasher", _Counting(asked))
    answers = set()
    for email in (world.alice.email, "okand@knutpunkt.example", world.bob.email, world.charlie.email, world.dana.email):
        asked.clear()
        page = sign_in(nobody, email=email, password="fel lösenord")
        answers.add((page.status, re.sub(r'(name="csrf_token" value=)"[^"]+"', "", page.html).replace(email, "")))
        assert len(asked) == 1, email
    assert len(answers) == 1


def test_a_closed_account_does_not_open_with_the_right_password(nobody: Browser, world: SimpleNamespace) -> None:
    change(world.alice, closed_at=clock.now())
    assert sign_in(nobody, world.alice).status == 422


@pytest.mark.parametrize("elsewhere", ["https://ond.example/", "//ond.example", "/\\ond.example", "/\t/ond.example"])
def test_the_way_on_never_leads_elsewhere(nobody: Browser, world: SimpleNamespace, elsewhere: str) -> None:
    assert sign_in(nobody, world.alice, next=elsewhere).location == "/"


def test_who_is_inside_goes_straight_on(alice: Browser) -> None:
    page = alice.get("/login?next=/networks")
    assert (page.status, page.location) == (303, "/networks")


def test_without_the_forms_secret_nobody_comes_in(nobody: Browser, world: SimpleNamespace) -> None:
    nobody.csrf = "forged"
    page = nobody.post("/login", email=world.alice.email, password=PASSWORD)
    assert page.status == 400
    assert not is_inside(nobody)


def test_the_cookie_is_out_of_reach_of_scripts_and_ends_with_the_browser(
    nobody: Browser, world: SimpleNamespace
) -> None:
    cookie = _session_cookie(sign_in(nobody, world.alice).headers.getlist("Set-Cookie"))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie
    assert "Secure" not in cookie  # http://127.0.0.1 works in any client


def test_staying_signed_in_keeps_the_cookie_for_thirty_days(nobody: Browser, world: SimpleNamespace) -> None:
    cookie = _session_cookie(sign_in(nobody, world.alice, stays="y").headers.getlist("Set-Cookie"))
    assert "Expires" in cookie


def test_behind_https_the_cookie_is_bound_to_the_host(another_app: Callable[..., Flask]) -> None:
    app = another_app(base_url="https://knutpunkt.example")
    answer = app.test_client().get("/login", base_url="https://knutpunkt.example")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-knutpunkt=")
    assert "Secure" in cookie
    assert answer.headers["Strict-Transport-Security"]


def test_a_password_kept_with_yesterdays_parameters_is_made_anew(nobody: Browser, world: SimpleNamespace) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    change(world.alice, password_hash=weak)
    assert sign_in(nobody, world.alice).status == 303
    kept = db.session.scalars(select(Person.password_hash).where(Person.id == world.alice.id)).one()
    assert kept is not None
    assert not passwords.is_outdated(kept)
    assert passwords.is_right(kept, PASSWORD)


def test_others_can_write_while_a_password_is_compared(
    nobody: Browser, world: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = passwords.is_right

    def meanwhile(kept: str | None, password: str) -> bool:
        with db.apart() as other:  # waits in vain if the request already holds the place among the writers
            other.execute(update(Person).where(Person.id == world.dana.id).values(title="Chef"))
        return real(kept, password)

    monkeypatch.setattr(passwords, "is_right", meanwhile)
    assert sign_in(nobody, world.alice).status == 303


class _Counting:
    def __init__(self, asked: list[str]) -> None:
        self.real = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        self.asked = asked

    def verify(self, kept: str, password: str) -> bool:
        self.asked.append(kept)
        return self.real.verify(kept, password)

    def __getattr__(self, name: str) -> object:
        return getattr(self.real, name)


def _session_cookie(cookies: list[str]) -> str:
    return next(cookie for cookie in cookies if cookie.startswith("knutpunkt="))
