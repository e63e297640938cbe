"""Somebody guesses passwords: it goes slower and slower, and shuts nobody out who belongs inside."""

import threading
from datetime import timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app import clock, db
from app.accounts import passwords, tries
from app.accounts.tries import FREE_FOR_ACCOUNT, FREE_FOR_ADDRESS, LONGEST_PAUSE, pause_after
from app.audit.models import AuditEntry
from tests.accounts.door import PASSWORD, give_password, is_inside, sign_in
from tests.browser_double import Browser
from tests.conftest import NOW


@pytest.fixture(autouse=True)
def _quick(world: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are compared without the slow part, which others prove."""
    monkeypatch.setattr(passwords, "is_right", lambda kept, given: kept is not None and given == PASSWORD)
    give_password(world.alice)


def guess(browser: Browser, email: str, times: int) -> None:
    for _ in range(times):
        assert sign_in(browser, email=email, password="gissning").status == 422


def test_after_five_guesses_one_waits_even_with_the_right_password(nobody: Browser, world: SimpleNamespace) -> None:
    guess(nobody, world.alice.email, FREE_FOR_ACCOUNT)
    page = sign_in(nobody, world.alice)
    assert page.status == 429
    assert "Vänta en minut" in page
    assert page.headers["Retry-After"] == "30"
    with clock.held_at(NOW + timedelta(seconds=30)):
        assert sign_in(nobody, world.alice).status == 303


def test_each_guess_more_doubles_the_pause(nobody: Browser, world: SimpleNamespace) -> None:
    guess(nobody, world.alice.email, FREE_FOR_ACCOUNT)
    at, waits = NOW, []
    for _ in range(7):
        with clock.held_at(at):
            waits.append(int(sign_in(nobody, world.alice).headers["Retry-After"]))
        at += timedelta(seconds=waits[-1])
        with clock.held_at(at):
            guess(nobody, world.alice.email, 1)
    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_waiting_is_not_made_longer_by_trying(nobody: Browser, world: SimpleNamespace) -> None:
    guess(nobody, world.alice.email, FREE_FOR_ACCOUNT)
    for _ in range(20):
        assert sign_in(nobody, world.alice).status == 429
    with clock.held_at(NOW + timedelta(seconds=30)):
        assert sign_in(nobody, world.alice).status == 303


def test_an_address_unknown_here_waits_just_the_same(nobody: Browser) -> None:
    guess(nobody, "okand@knutpunkt.example", FREE_FOR_ACCOUNT)
    assert sign_in(nobody, email="okand@knutpunkt.example").status == 429


def test_trying_one_password_on_many_accounts_is_slow_too(nobody: Browser, world: SimpleNamespace) -> None:
    for number in range(FREE_FOR_ADDRESS):
        guess(nobody, f"namn{number}@knutpunkt.example", 1)
    assert sign_in(nobody, world.alice).status == 429
    elsewhere = Browser(world.app)
    elsewhere.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert sign_in(elsewhere, world.alice).status == 303


def test_who_is_signed_in_notices_nothing(alice: Browser, nobody: Browser, world: SimpleNamespace) -> None:
    guess(nobody, world.alice.email, FREE_FOR_ACCOUNT)
    assert sign_in(nobody, world.alice).status == 429
    assert is_inside(alice)


def test_on_a_device_used_before_a_strangers_guesses_do_not_count(nobody: Browser, world: SimpleNamespace) -> None:
    own = Browser(world.app)
    assert sign_in(own, world.alice).status == 303
    own.post("/logout")
    guess(nobody, world.alice.email, FREE_FOR_ACCOUNT)
    assert sign_in(nobody, world.alice).status == 429
    assert sign_in(own, world.alice).status == 303
    assert sign_in(nobody, world.alice).status == 429  # and the stranger gains nothing by it


def test_a_known_device_has_only_its_own_few_tries(world: SimpleNamespace) -> None:
    own = Browser(world.app)
    sign_in(own, world.alice)
    own.post("/logout")
    guess(own, world.alice.email, FREE_FOR_ACCOUNT)
    assert sign_in(own, world.alice).status == 429


def test_a_device_known_for_one_is_a_stranger_to_another(world: SimpleNamespace) -> None:
    own = Browser(world.app)
    sign_in(own, world.alice)
    own.post("/logout")
    guess(own, world.bob.email, FREE_FOR_ACCOUNT)
    give_password(world.bob)
    assert sign_in(Browser(world.app), world.bob).status == 429


def test_the_right_password_wipes_the_slate(nobody: Browser, world: SimpleNamespace) -> None:
    guess(nobody, world.alice.email, FREE_FOR_ACCOUNT - 1)
    assert sign_in(nobody, world.alice).status == 303
    guess(Browser(world.app), world.alice.email, FREE_FOR_ACCOUNT)


def test_an_hour_later_all_is_forgotten(nobody: Browser, world: SimpleNamespace) -> None:
    guess(nobody, world.alice.email, FREE_FOR_ACCOUNT)
    with clock.held_at(NOW + timedelta(hours=1)):
        guess(nobody, world.alice.email, FREE_FOR_ACCOUNT)


def test_each_failure_reaches_the_log_without_what_was_typed(nobody: Browser, world: SimpleNamespace) -> None:
    sign_in(nobody, world.alice, "hemligheten jag nästan skrev")
    sign_in(nobody, email="hemligheten@knutpunkt.example")
    entries = db.session.scalars(select(AuditEntry).order_by(AuditEntry.subject)).all()
    assert [(each.what, each.subject, each.actor_id) for each in entries] == [
        ("sign-in-refused", "", None),
        ("sign-in-refused", "Alice Almgren", None),
    ]
    assert "hemligheten" not in str([(each.details, each.actor, each.subject) for each in entries])


def test_two_who_come_in_at_the_same_moment_are_not_in_each_others_way(nobody: Browser, world: SimpleNamespace) -> None:
    with clock.held_at(NOW + timedelta(seconds=1)):  # written down after the other looked at the clock, read before
        tries.begin(tries.account_key("a colleague"), address="127.0.0.1")
    assert sign_in(nobody, world.alice).status == 303


def test_many_tries_at_the_same_moment_count_each_other(world: SimpleNamespace) -> None:
    together, answers = threading.Barrier(12), []

    def attempt(browser: Browser) -> None:
        together.wait()
        answers.append(browser.post("/login", email=world.alice.email, password="gissning").status)

    threads = [threading.Thread(target=attempt, args=[Browser(world.app)]) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(answers) <= {422, 429}
    assert answers.count(422) <= FREE_FOR_ACCOUNT
    assert len(answers) == 12


@given(st.integers(0, 10_000), st.integers(1, 100))
def test_pauses_grow_and_never_last(failures: int, free: int) -> None:
    pause = pause_after(failures, free=free)
    assert pause <= pause_after(failures + 1, free=free) <= LONGEST_PAUSE
    assert (pause == timedelta()) == (failures < free)
