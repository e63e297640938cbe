"""A program that has the feed already is told so in a moment; as soon as anything differs it gets the new one."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import clock, db
from app.feeds.body import SHELF
from app.networks.kinds import Role
from app.networks.models import Membership
from app.occasions import actions
from tests.browser_double import Browser
from tests.calendar_world import TUESDAY, called, cancelled, changing, fetch, make_link, statements
from tests.conftest import NOW


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    SHELF.clear()
    yield
    SHELF.clear()


@pytest.fixture
def path(bob: Browser, world: SimpleNamespace) -> str:
    called("Möte", world.children, link="https://video.example/rum")
    return make_link(bob)


@pytest.fixture
def tag(path: str, world: SimpleNamespace) -> str:
    return fetch(world.app, path).headers["ETag"]


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', 'W/"other",W/{}', "*", "{} "])
def test_whoever_has_it_gets_304(world: SimpleNamespace, path: str, tag: str, form: str) -> None:
    answer = fetch(world.app, path, If_None_Match=form.format(tag))

    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == tag
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "Content-Type" not in answer.headers
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("asked", ['"other"', "nonsense", "", '"', "W/", '"a", "b"'])
def test_whoever_has_something_else_gets_the_feed(world: SimpleNamespace, path: str, asked: str) -> None:
    assert fetch(world.app, path, If_None_Match=asked).status_code == 200


def test_a_program_that_takes_gzip_gets_304_too(world: SimpleNamespace, path: str, tag: str) -> None:
    zipped = fetch(world.app, path, Accept_Encoding="gzip").headers["ETag"]

    assert zipped != tag
    for known in (zipped, tag, f"W/{tag}"):
        assert fetch(world.app, path, Accept_Encoding="gzip", If_None_Match=known).status_code == 304
    assert fetch(world.app, path, If_None_Match=zipped).status_code == 304
    assert fetch(world.app, path, method="HEAD", If_None_Match=tag).status_code == 304


def test_the_same_feed_has_the_same_bytes_whether_it_was_kept_or_not(world: SimpleNamespace, path: str) -> None:
    first = fetch(world.app, path)
    SHELF.clear()
    again = fetch(world.app, path)

    assert (first.headers["ETag"], first.data) == (again.headers["ETag"], again.data)


def test_each_change_that_shows_gives_another_tag(world: SimpleNamespace, path: str, tag: str) -> None:
    tags = [tag]

    def now() -> str:
        found = fetch(world.app, path)
        assert fetch(world.app, path, If_None_Match=tags[-1]).status_code == 200
        return found.headers["ETag"]

    meeting = called("Ännu ett", world.children)
    tags.append(now())
    with changing(meeting) as moving:
        actions.move(moving, actions.timed(TUESDAY, TUESDAY + timedelta(hours=1)))
    tags.append(now())
    with changing(meeting) as cancelling:
        actions.cancel(cancelling)
    tags.append(now())
    with changing(meeting) as reviving:
        actions.revive(reviving)
    tags.append(now())

    assert len(set(tags)) == 5


def test_a_change_of_membership_shows_at_once(world: SimpleNamespace, path: str, tag: str) -> None:
    membership = next(each for each in world.children.memberships if each.person_id == world.bob.id)
    db.session.remove()
    found = db.session.get_one(Membership, membership.id)
    found.role, found.standing = Role.GUEST, None  # who only reads does not get the link to the online room
    db.session.commit()

    changed = fetch(world.app, path, If_None_Match=tag)

    assert changed.status_code == 200
    assert b"video.example" not in changed.data


def test_what_does_not_show_leaves_the_tag_alone(world: SimpleNamespace, bob: Browser) -> None:
    path = make_link(bob, [world.children])
    tag = fetch(world.app, path).headers["ETag"]
    called("I ett annat nätverk", world.secret)
    with clock.held_at(NOW + timedelta(days=3)):
        assert fetch(world.app, path, If_None_Match=tag).status_code == 304


def test_time_alone_changes_it_when_something_falls_out(world: SimpleNamespace, path: str) -> None:
    cancelled("Föreläsning", world.children)
    seen = {}
    for day in range(60):
        with clock.held_at(NOW + timedelta(days=day)):
            answer = fetch(world.app, path)
            seen.setdefault(answer.headers["ETag"], set()).add(answer.data)
            SHELF.clear()

    assert all(len(bodies) == 1 for bodies in seen.values())
    assert len({body for bodies in seen.values() for body in bodies}) == 2


def test_an_unchanged_feed_costs_one_statement_however_large(world: SimpleNamespace, path: str, tag: str) -> None:
    with statements() as few:
        assert fetch(world.app, path, If_None_Match=tag).status_code == 304
    for number in range(30):
        called(f"Möte {number}", world.children, at=TUESDAY + timedelta(days=number))
    tag = fetch(world.app, path).headers["ETag"]
    with statements() as many:
        assert fetch(world.app, path, If_None_Match=tag).status_code == 304

    assert (len(few), len(many)) == (1, 1)


def test_a_whole_feed_that_is_kept_costs_one_statement_too(world: SimpleNamespace, path: str, tag: str) -> None:
    with statements() as sent:
        assert fetch(world.app, path).status_code == 200
    assert len(sent) == 1

    SHELF.clear()
    with statements() as sent:
        assert fetch(world.app, path).status_code == 200
    assert len([each for each in sent if each.startswith("SELECT")]) == 3
