"""A session ends: at sign-out, after too long, when the password changes or the account closes. A copied cookie too."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.accounts.models import SignIn
from tests.accounts.door import (
    NEW,
    PASSWORD,
    another_device,
    change,
    copy_of,
    fetch_secret,
    give_password,
    is_inside,
    sign_in,
)
from tests.browser_double import Browser, Page
from tests.conftest import NOW


@pytest.fixture
def inside(nobody: Browser, world: SimpleNamespace) -> Browser:
    """Alice, who has signed in by the door."""
    give_password(world.alice)
    assert sign_in(nobody, world.alice).status == 303
    return nobody


def test_signing_out_leads_to_the_door(inside: Browser) -> None:
    page = inside.send("/logout")
    assert "Du är utloggad." in page
    assert inside.get("/me").location == "/login?next=/me"


def test_a_copied_cookie_is_dead_after_signing_out(inside: Browser) -> None:
    thief = copy_of(inside)
    assert is_inside(thief)
    inside.post("/logout")
    assert not is_inside(thief)


def test_a_link_does_not_sign_anybody_out(inside: Browser) -> None:
    assert inside.get("/logout").status == 405
    assert is_inside(inside)


def test_signing_out_twice_is_no_error(inside: Browser) -> None:
    inside.post("/logout")
    fetch_secret(inside, "/login")
    assert inside.send("/logout").status == 200


def test_a_copied_cookie_is_dead_after_the_password_has_changed(inside: Browser, world: SimpleNamespace) -> None:
    thief, phone = copy_of(inside), another_device(world, world.alice)
    page = inside.send("/me/password", password=PASSWORD, new_password=NEW, repeated=NEW)
    assert "Ditt lösenord är bytt" in page
    assert is_inside(inside)
    assert not is_inside(thief)
    assert not is_inside(phone)


def test_everything_ends_when_the_account_is_closed(inside: Browser, world: SimpleNamespace) -> None:
    change(world.alice, closed_at=clock.now())
    assert not is_inside(inside)


def test_signing_in_over_somebody_ends_their_session(inside: Browser, world: SimpleNamespace) -> None:
    thief = copy_of(inside)
    give_password(world.bob)
    assert sign_in_again(inside, world).status == 303
    assert "Bob Åberg" in inside.get("/me")
    assert not is_inside(thief)


def test_eight_idle_hours_end_it(inside: Browser) -> None:
    with clock.held_at(NOW + timedelta(hours=7, minutes=59)):
        assert is_inside(inside)
    with clock.held_at(NOW + timedelta(hours=15, minutes=58)):
        assert is_inside(inside)  # it was used eight hours before
    with clock.held_at(NOW + timedelta(hours=23, minutes=58)):
        assert not is_inside(inside)


def test_a_day_ends_it_however_much_it_is_used(inside: Browser) -> None:
    for hours in (6, 12, 18, 23):
        with clock.held_at(NOW + timedelta(hours=hours)):
            assert is_inside(inside)
    with clock.held_at(NOW + timedelta(hours=24)):
        assert not is_inside(inside)


def test_staying_signed_in_lasts_thirty_days(nobody: Browser, world: SimpleNamespace) -> None:
    give_password(world.alice)
    sign_in(nobody, world.alice, stays="y")
    with clock.held_at(NOW + timedelta(days=29, hours=23)):
        assert is_inside(nobody)
    with clock.held_at(NOW + timedelta(days=30)):
        assert not is_inside(nobody)


def test_that_a_device_was_used_is_noted_at_most_every_five_minutes(inside: Browser) -> None:
    for minutes, seen in ((4, 0), (5, 5), (9, 5), (10, 10)):
        with clock.held_at(NOW + timedelta(minutes=minutes)):
            inside.get("/me")
        db.session.rollback()
        assert db.session.scalars(select(SignIn.seen_at)).all() == [NOW + timedelta(minutes=seen)]


def test_what_was_typed_is_not_lost_when_the_session_has_ended(inside: Browser) -> None:
    with clock.held_at(NOW + timedelta(days=1)):
        page = inside.post("/me/profile", fragment=True, given_name="Alicia")
    assert page.status == 401
    assert page.headers["HX-Retarget"] == "#notice"
    assert "Du är utloggad" in page


def test_a_forged_cookie_opens_nothing(nobody: Browser) -> None:
    nobody.client.set_cookie("knutpunkt", "eyJfdXNlcl9pZCI6IngifQ.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb")
    assert not is_inside(nobody)


def sign_in_again(browser: Browser, world: SimpleNamespace) -> Page:
    fetch_secret(browser, "/me")
    page = browser.post("/login", email=world.bob.email, password=PASSWORD)
    fetch_secret(browser, "/me")
    return page
