"""A meeting as Alice plans it: Tuesday 24 November 2026, 9.30 to 12.00, in Vimmerby."""

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from sqlalchemy import update

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from tests.browser_double import Browser, Page

BASE = "/networks/barn-och-unganatverket"
NEW = f"{BASE}/meetings/new"
SERIES = f"{BASE}/meetings/series"


@pytest.fixture
def filled(world: SimpleNamespace) -> Callable[..., dict[str, object]]:
    """The form as it is sent; keywords change it, None leaves a field out."""
    children = str(world.children.id)

    def fields(**changes: object) -> dict[str, object]:
        usual = {
            "title": "Läsning på fritiden",
            "hosts": [children],
            "lasts": "hours",
            "first_day": "2026-11-24",
            "from_time": "09:30",
            "to_time": "12:00",
            "place": "Vimmerby bibliotek",
            "answer_by": "2026-11-17",
            "standard_agenda": "y",
        }
        return usual | changes

    return fields


@pytest.fixture
def plan(alice: Browser, filled: Callable[..., dict[str, object]]) -> Callable[..., str]:
    """Alice plans a meeting; its address comes back. call=True calls it too."""

    def plan(*, call: bool = False, agenda: bool = False, **changes: object) -> str:
        page = alice.post(NEW, **filled(**changes))
        assert page.status == 303, page.text
        if call:
            assert alice.post(f"{page.location}/call", with_agenda="y" if agenda else None).status == 303
        return page.location

    return plan


@pytest.fixture
def digital(world: SimpleNamespace) -> str:
    """The id of a second open network: Alice coordinates it too, Charlie is its member."""
    network = Network(name="Digitala nätverket", slug="digitala-natverket", colour=5, sign=5)
    since = world.children.memberships[0].starts_on
    network.memberships = [
        Membership(person=world.alice, role=Role.COORDINATOR, starts_on=since),
        Membership(person=world.charlie, role=Role.MEMBER, starts_on=since),
    ]
    db.session.add(network)
    db.session.commit()
    return str(network.id)


def set_on_network(slug: str, **values: object) -> None:
    """Change a network behind the pages' back."""
    db.session.execute(update(Network).where(Network.slug == slug).values(**values))
    db.session.commit()


def revision_on(page: Page) -> str:
    """The revision the form on a page carries along."""
    found = re.search(r'name="revision"[^>]*value="(\d*)"', page.html)
    assert found, page.text
    return found.group(1)
