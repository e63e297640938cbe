"""No page of planning asks more of the database when there are more people, meetings or dates."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import event

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership
from app.people.models import Person
from tests.browser_double import Browser, Page
from tests.planning.conftest import BASE, NEW

Fields = Callable[..., dict[str, object]]


@contextmanager
def asked() -> Iterator[list[str]]:
    """Collect what is asked of the database."""
    found: list[str] = []

    def note(connection, cursor, statement, parameters, context, executemany) -> None:
        found.append(statement)

    event.listen(db.engine(), "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine(), "before_cursor_execute", note)


def count(open_page: Callable[[], Page], *, status: int = 200) -> int:
    with asked() as found:
        page = open_page()
    assert page.status == status, page.text
    return len([each for each in found if not each.startswith(("BEGIN", "SAVEPOINT"))])


@pytest.fixture
def join(world: SimpleNamespace) -> Callable[[int], None]:
    """Let so many new people into both networks."""
    networks, torsas = [world.children.id, world.secret.id], world.torsas.id
    numbers = itertools.count()

    def join(many: int) -> None:
        for each in itertools.islice(numbers, many):
            person = Person(given_name="Ny", email=f"p{each}@knutpunkt.example", municipality_id=torsas)
            since = {"role": Role.MEMBER, "starts_on": date(2025, 1, 1)}
            db.session.add_all(Membership(network_id=network, person=person, **since) for network in networks)
        db.session.commit()

    return join


@pytest.fixture
def hosts(world: SimpleNamespace) -> list[str]:
    return [str(world.children.id), str(world.secret.id)]


def test_the_pages_stay_as_they_are(
    alice: Browser, hosts: list[str], join: Callable[[int], None], filled: Fields
) -> None:
    join(3)
    path = alice.post(NEW, **filled(hosts=hosts)).location
    day = {"title": "Dag", "hosts": hosts, "lasts": "days", "first_day": "2026-11-24"}
    activity = alice.post(f"{BASE}/occasions/new", **day).location
    series = filled(hosts=hosts, rhythm="weekly", count="5", answer_by=None)
    pages: dict[str, Callable[[], Page]] = {
        "new": lambda: alice.get(NEW),
        "series": lambda: alice.post(NEW, **series),
        **{what: lambda what=what: alice.get(f"{path}/{what}") for what in ("call", "edit", "copy")},
        "activity": lambda: alice.get(activity),
        "activity edit": lambda: alice.get(f"{activity}/edit"),
    }
    few = {name: count(page) for name, page in pages.items()}
    join(20)
    for number in range(1, 10):
        alice.post(NEW, **filled(first_day=f"2026-12-0{number}", hosts=hosts, answer_by=None))
        alice.post(NEW, **filled(title=f"Samtidigt {number}", hosts=hosts))
    series["count"] = "50"
    many = {name: count(page) for name, page in pages.items()}
    assert many == few
    assert max(many.values()) <= 14, many


def test_an_answer_costs_little(
    bob: Browser, alice: Browser, hosts: list[str], join: Callable[[int], None], filled: Fields
) -> None:
    join(12)
    path = alice.post(NEW, **filled(hosts=hosts[:1])).location
    alice.post(f"{path}/call")
    answer = path.replace("meetings", "occasions") + "/answer"
    first = count(lambda: bob.post(answer, reply="no", fragment=True))
    assert first <= 12
    assert count(lambda: bob.post(answer, reply="on-site", fragment=True)) <= first
