"""Somebody forgot the password, asks for a letter, and comes in with the link in it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.accounts.invitations import invite
from app.accounts.models import Invitation, ResetWish
from app.audit.models import AuditEntry
from app.people.models import Person
from tests.accounts.door import NEW, another_device, change, fetch_secret, give_password, is_inside, sign_in
from tests.accounts.post import Post, forget
from tests.browser_double import Browser
from tests.conftest import NOW

ANSWER = "Om adressen finns här har vi skickat ett mejl till den"


def choose(browser: Browser, link: str, password: str = NEW) -> object:
    fetch_secret(browser, link)
    return browser.post(link, new_password=password, repeated=password)


def asked_for(browser: Browser, post: Post) -> str:
    """The link that Charlie got."""
    forget(browser, "charlie@lanet.internal")
    post.round()
    return post.link()


def test_the_link_in_the_letter_leads_to_a_new_password(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    give_password(world.charlie)
    assert "/login/forgot" in nobody.get("/login").links
    assert ANSWER in forget(nobody, " Charlie@lanet.internal ")
    assert post.round() == 1
    assert post.office.arrived[0]["Subject"] == "Nytt lösenord i Knutpunkt"
    assert "Länken gäller i 30 minuter" in post.text()
    page = nobody.get(post.link())
    assert page.title.startswith("Välj ett nytt lösenord")
    assert "Charlie Ek" in page
    assert choose(nobody, post.link()).location == "/"  # type: ignore[attr-defined]
    assert is_inside(nobody)
    assert sign_in(Browser(world.app), email="charlie@lanet.internal", password=NEW).status == 303
    told = db.session.scalars(select(AuditEntry.what).order_by(AuditEntry.at, AuditEntry.id)).all()
    assert {"reset-asked", "password-changed", "signed-in"} <= set(told)


def test_every_other_sign_in_ends(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    phone = another_device(world, world.charlie)
    choose(nobody, asked_for(nobody, post))
    assert is_inside(nobody)
    assert not is_inside(phone)


def test_the_link_works_once(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    link = asked_for(nobody, post)
    choose(nobody, link)
    page = Browser(world.app).get(link)
    assert page.status == 410
    assert "redan använts" in page


def test_a_program_that_looks_at_the_link_spends_nothing(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    link = asked_for(nobody, post)
    for _ in range(3):
        page = Browser(world.app).get(link)
        assert page.status == 200
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"
    assert choose(nobody, link).status == 303  # type: ignore[attr-defined]


def test_thirty_minutes_count_from_when_the_letter_leaves(nobody: Browser, post: Post) -> None:
    forget(nobody, "charlie@lanet.internal")
    with clock.held_at(NOW + timedelta(hours=2)):
        assert post.round() == 1
    with clock.held_at(NOW + timedelta(hours=2, minutes=29)):
        assert nobody.get(post.link()).status == 200
    with clock.held_at(NOW + timedelta(hours=2, minutes=30)):
        page = nobody.get(post.link())
    assert page.status == 410
    assert "Be om en ny" in page
    assert "/login/forgot" in page.links


def test_only_the_newest_link_works(nobody: Browser, post: Post) -> None:
    first, second = asked_for(nobody, post), asked_for(nobody, post)
    assert nobody.get(first).status == 410
    assert nobody.get(second).status == 200


def test_of_two_that_wait_only_the_newest_is_sent(nobody: Browser, post: Post) -> None:
    for _ in range(2):
        forget(nobody, "charlie@lanet.internal")
    assert post.round() == 1


def test_a_letter_tried_again_holds_the_same_link(nobody: Browser, post: Post) -> None:
    from tests.mail.post_office import Mood

    post.office.mood = lambda _: Mood.HANGS_UP_HAVING_TAKEN
    link = asked_for(nobody, post)
    post.office.mood = lambda _: Mood.KIND
    with clock.held_at(NOW + timedelta(minutes=20)):
        post.round()
        assert [post.link(each) for each in range(len(post.office.arrived))] == [link, link]
        assert nobody.get(link).status == 200


def test_the_secret_is_kept_nowhere(nobody: Browser, post: Post) -> None:
    token = asked_for(nobody, post).rpartition("/")[2]
    assert token not in str(vars(db.session.scalars(select(Invitation)).one()))
    assert db.session.scalars(select(ResetWish)).all() == []


def test_who_has_no_password_yet_gets_the_invitation(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    change(world.charlie, password_hash=None)
    link = asked_for(nobody, post)
    assert post.office.arrived[0]["Subject"] == "Välkommen till Knutpunkt"
    assert "Länken gäller i 14 dagar" in post.text()
    assert "Välkommen, Charlie" in nobody.get(link)


def test_a_strangers_wish_spends_no_link_from_the_administrator(
    nobody: Browser, post: Post, world: SimpleNamespace
) -> None:
    people = {each.given_name: each for each in db.session.scalars(select(Person))}
    token = invite(people["Charlie"], by=people["Dana"])
    db.session.commit()
    asked_for(nobody, post)
    assert nobody.get(f"/welcome/{token}").status == 200


def test_a_chosen_password_ends_every_other_link(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    people = {each.given_name: each for each in db.session.scalars(select(Person))}
    token = invite(people["Charlie"], by=people["Dana"])
    db.session.commit()
    choose(nobody, asked_for(nobody, post))
    assert Browser(world.app).get(f"/welcome/{token}").status == 410


@pytest.mark.parametrize("typed", ["", "charlie", "charlie@", "cha rlie@lanet.internal"])
def test_what_is_no_address_is_told_in_words(nobody: Browser, post: Post, typed: str) -> None:
    page = nobody.post("/login/forgot", email=typed)
    assert page.status == 422
    assert "adress" in page
    assert page.title.startswith("Fel: ")


def test_in_english(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    from app.people.models import Language

    change(world.charlie, language=Language.ENGLISH)
    nobody.client.set_cookie("language", "en")
    assert "If the address is known here" in forget(nobody, "charlie@lanet.internal")
    post.round()
    assert "The link works for 30 minutes" in post.text()


def test_without_mail_the_page_says_whom_to_ask(nobody: Browser, world: SimpleNamespace) -> None:
    page = nobody.get("/login/forgot")
    assert "hjalp@knutpunkt.example" in page
    assert page.forms == ["/language"] or "/login/forgot" not in page.forms
    assert nobody.post("/login/forgot", email="charlie@knutpunkt.example").status == 200
    assert db.session.scalars(select(ResetWish)).all() == []
