"""Of two who claim the same name at the same moment one gets it, and the others are told so in words."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from app import db
from app.focus.models import FocusArea
from app.networks.flags import free_pair
from app.networks.models import Network
from app.networks.queries import flags_taken
from app.people.models import Person
from app.places.models import Library, Municipality
from tests.browser_double import Browser
from tests.occasions.test_two_at_once import at_once

FOUR = range(4)


def statuses(world: SimpleNamespace, address: str, fields: Callable[[int], dict[str, object]]) -> list[object]:
    browsers = [Browser(world.app, world.dana) for _ in FOUR]
    sent = (lambda each=each, n=n: each.post(address, **fields(n)).status for n, each in enumerate(browsers))
    return sorted(at_once(*sent), key=str)


def count(model: type, **known: object) -> int:
    db.session.rollback()
    return db.session.query(model).filter_by(**known).count()


def test_a_network(world: SimpleNamespace) -> None:
    colour, sign = free_pair(flags_taken())
    said = {
        "name": "Läslust",
        "kind": "network",
        "record_form": "notes",
        "visibility": "open",
        "admission": "request",
        "sign": sign,
    }
    assert statuses(world, "/networks/new", lambda n: {**said, "colour": colour}) == [303, 422, 422, 422]
    assert count(Network, name="Läslust") == 1


def test_a_person(world: SimpleNamespace) -> None:
    said = {"given_name": "Eva", "email": "eva@knutpunkt.example"}
    assert statuses(world, "/people/new", lambda _: said) == [200, 422, 422, 422]
    assert count(Person, email=said["email"]) == 1


def test_people_who_get_the_same_address(world: SimpleNamespace) -> None:
    people = [world.alice.id, world.bob.id, world.charlie.id]
    browsers = [Browser(world.app, world.dana) for _ in people]
    said = {"given_name": "Eva", "email": "eva@knutpunkt.example"}
    sent = (
        lambda each=each, who=who: each.post(f"/people/{who}/edit", **said).status
        for each, who in zip(browsers, people, strict=True)
    )
    assert sorted(at_once(*sent), key=str) == [303, 422, 422]


@pytest.mark.parametrize(
    ("address", "model"), [("/municipalities", Municipality), ("/municipalities/kalmar/libraries", Library)]
)
def test_a_place(world: SimpleNamespace, address: str, model: type) -> None:
    assert statuses(world, address, lambda _: {"name": "Nya Holm"}) == [303, 422, 422, 422]
    assert count(model, name="Nya Holm") == 1


def test_a_focus_area(world: SimpleNamespace) -> None:
    said = {"name": "Läslust", "weave": "1", "valid_from": "2026-01-01", "first": "2026-01-01"}
    assert statuses(world, "/admin/focus-areas/new", lambda _: said) == [303, 422, 422, 422]
    assert count(FocusArea, name="Läslust") == 1
