"""Somebody is invited: a link, shown once, with which they choose a password and come in."""

import threading
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.accounts.invitations import AccountIsClosed, invite
from app.accounts.links import end_links
from app.accounts.models import Invitation
from app.audit.models import AuditEntry
from app.people.models import Person
from tests.accounts.door import NEW, another_device, change, fetch_secret, is_inside, sign_in
from tests.browser_double import Browser
from tests.conftest import NOW


@pytest.fixture
def link(world: SimpleNamespace) -> str:
    """Charlie's link; Charlie has not opened the account yet."""
    change(world.charlie, password_hash=None)
    return new_link(world)


def new_link(world: SimpleNamespace) -> str:
    people = {each.given_name: each for each in db.session.scalars(select(Person))}
    token = invite(people["Charlie"], by=people["Dana"])
    db.session.commit()
    return f"/welcome/{token}"


def choose(browser: Browser, link: str, password: str = NEW, repeated: str = NEW) -> object:
    fetch_secret(browser, link)
    return browser.post(link, new_password=password, repeated=repeated)


def test_the_link_opens_the_account_and_one_is_inside(nobody: Browser, link: str, world: SimpleNamespace) -> None:
    page = nobody.get(link)
    assert "Välkommen, Charlie" in page
    assert "charlie@knutpunkt.example" in page
    fetch_secret(nobody, link)
    assert nobody.post(link, new_password=NEW, repeated=NEW).location == "/"
    assert is_inside(nobody)
    assert sign_in(Browser(world.app), email="charlie@knutpunkt.example", password=NEW).status == 303
    told = db.session.scalars(select(AuditEntry.what).where(AuditEntry.actor == "Charlie Ek")).all()
    assert set(told) == {"account-opened", "password-changed", "signed-in"}


def test_looking_at_the_link_uses_nothing_up(nobody: Browser, link: str) -> None:
    for _ in range(3):
        assert nobody.get(link).status == 200
    assert not is_inside(nobody)


def test_the_links_secret_goes_nowhere_and_is_not_kept(nobody: Browser, link: str) -> None:
    page = nobody.get(link)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    token = link.rpartition("/")[2]
    kept = db.session.scalars(select(Invitation)).one()
    assert token not in str(vars(kept))


def test_used_it_says_to_sign_in(nobody: Browser, link: str, world: SimpleNamespace) -> None:
    choose(nobody, link)
    page = Browser(world.app).get(link)
    assert page.status == 410
    assert "redan använts. Logga in" in page


def test_after_fourteen_days_it_says_to_ask_for_a_new_one(nobody: Browser, link: str) -> None:
    with clock.held_at(NOW + timedelta(days=13, hours=23)):
        assert nobody.get(link).status == 200
    with clock.held_at(NOW + timedelta(days=14)):
        page = nobody.get(link)
    assert page.status == 410
    assert "Be den som bjöd in dig om en ny" in page


def test_a_newer_link_ends_the_one_before(nobody: Browser, link: str, world: SimpleNamespace) -> None:
    newer = new_link(world)
    assert nobody.get(link).status == 410
    assert nobody.get(newer).status == 200


@pytest.mark.parametrize("link", ["/welcome/x", "/welcome/" + "a" * 43, "/welcome/%00%ff"])
def test_a_link_that_never_was_says_what_to_check(nobody: Browser, link: str) -> None:
    page = nobody.get(link)
    assert page.status == 404
    assert "hela länken" in page


def test_a_weak_password_is_refused_in_words_and_the_link_lives(nobody: Browser, link: str) -> None:
    page = choose(nobody, link, "Charlie Ek 2026", "Charlie Ek 2026")
    assert page.status == 422
    assert "lätt att gissa" in page
    assert page.title.startswith("Fel: ")
    assert choose(nobody, link).status == 303


def test_two_different_passwords_are_refused_in_words(nobody: Browser, link: str) -> None:
    page = choose(nobody, link, NEW, NEW + "x")
    assert page.status == 422
    assert "Lösenorden är inte lika" in page


def test_a_closed_account_is_neither_opened_nor_invited(nobody: Browser, link: str, world: SimpleNamespace) -> None:
    change(world.charlie, closed_at=clock.now())
    assert nobody.get(link).status == 410
    with pytest.raises(AccountIsClosed):
        new_link(world)
    db.session.rollback()


def test_closing_an_account_can_end_its_links(nobody: Browser, link: str, world: SimpleNamespace) -> None:
    end_links(world.charlie)
    db.session.commit()
    assert nobody.get(link).status == 410


def test_who_forgot_the_password_comes_back_and_is_signed_out_elsewhere(
    nobody: Browser, world: SimpleNamespace
) -> None:
    phone = another_device(world, world.charlie)
    link = new_link(world)
    assert "Välj ett nytt lösenord" in nobody.get(link)
    choose(nobody, link)
    assert is_inside(nobody)
    assert not is_inside(phone)


def test_of_two_who_send_the_same_link_at_once_one_comes_in(world: SimpleNamespace, link: str) -> None:
    browsers, answers, together = [Browser(world.app) for _ in range(2)], [], threading.Barrier(2)

    def send(browser: Browser, password: str) -> None:
        together.wait()
        answers.append(browser.post(link, new_password=password, repeated=password).status)

    threads = [
        threading.Thread(target=send, args=[browser, f"{NEW} {number}"]) for number, browser in enumerate(browsers)
    ]
    invitation = db.session.scalars(select(Invitation)).one()
    invitation.expires_at = clock.now() + timedelta(days=36_500)  # threads live by the real clock
    db.session.commit()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [303, 410]
