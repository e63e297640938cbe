"""The page for a forgotten password does the same work and says the same, whoever's address is written there."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import event, select

from app import clock, db
from app.accounts.models import FailedSignIn, ResetWish
from app.feeds.masking import masked
from tests.accounts.door import change, give_password, sign_in
from tests.accounts.post import Post, forget
from tests.browser_double import Browser
from tests.conftest import NOW

ADDRESSES = ("charlie@lanet.internal", "bob@lanet.internal", "alice@lanet.internal", "nobody@lanet.internal")


@pytest.fixture
def kinds(world: SimpleNamespace, post: Post) -> None:
    """Charlie is known, Bob's account is closed, Alice is uninvited, nobody is nobody."""
    change(world.bob, closed_at=NOW)
    change(world.alice, password_hash=None)


def statements_of(browser: Browser, email: str) -> list[str]:
    """Everything that the database is asked when an address is sent, in order."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(db.engine(), "before_cursor_execute", note)
    try:
        page = browser.post("/login/forgot", email=email)
    finally:
        event.remove(db.engine(), "before_cursor_execute", note)
    return [*seen, str(page.status), page.location, page.html]


@pytest.mark.usefixtures("kinds")
def test_the_same_statements_and_the_same_answer_for_everybody(world: SimpleNamespace) -> None:
    work = [statements_of(Browser(world.app), each) for each in ADDRESSES]
    assert len(work[0]) > 5
    assert work == [work[0]] * len(ADDRESSES)
    said = [forget(Browser(world.app), each) for each in ADDRESSES]
    assert said == [said[0]] * len(ADDRESSES)


@pytest.mark.usefixtures("kinds")
def test_only_those_with_an_open_account_get_a_letter(world: SimpleNamespace, post: Post) -> None:
    for each in ADDRESSES:
        forget(Browser(world.app), each)
    assert post.round() == 2
    assert sorted(str(each["To"]) for each in post.office.arrived) == [
        "Alice Almgren <alice@lanet.internal>", "Charlie Ek <charlie@lanet.internal>",
    ]  # fmt: skip


def test_who_asks_too_often_is_told_the_same_and_gets_no_more(nobody: Browser, post: Post) -> None:
    said = {forget(nobody, "charlie@lanet.internal") for _ in range(9)}
    assert len(said) == 1
    assert len(db.session.scalars(select(ResetWish)).all()) == 5
    with clock.held_at(NOW + timedelta(hours=1, minutes=1)):
        forget(nobody, "charlie@lanet.internal")
    assert len(db.session.scalars(select(ResetWish)).all()) == 6


def test_who_asks_for_many_from_one_place_is_not_heard_for_all(nobody: Browser, post: Post) -> None:
    for number in range(34):
        forget(nobody, f"person{number}@lanet.internal")
    assert len(db.session.scalars(select(ResetWish)).all()) == 30


def test_asking_keeps_nobody_from_signing_in(nobody: Browser, post: Post, world: SimpleNamespace) -> None:
    give_password(world.charlie)
    for _ in range(40):
        forget(nobody, "charlie@lanet.internal")
    assert sign_in(Browser(world.app), email="charlie@lanet.internal").status == 303
    assert "charlie@lanet.internal" not in str([vars(each) for each in db.session.scalars(select(FailedSignIn))])


def test_a_wish_nobody_answered_in_a_day_is_forgotten(nobody: Browser, post: Post) -> None:
    forget(nobody, "charlie@lanet.internal")
    with clock.held_at(NOW + timedelta(days=1, minutes=1)):
        assert post.round() == 0
    assert db.session.scalars(select(ResetWish)).all() == []


def test_the_links_secret_is_masked_in_logs() -> None:
    token = "aB3_-" * 8 + "xyz"
    assert masked(f'"GET /welcome/{token} HTTP/1.1" 200') == '"GET /welcome/... HTTP/1.1" 200'
