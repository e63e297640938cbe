"""Each flag and each address is one network's, and calendars learn when what they show has changed."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import db
from app.networks import actions
from app.networks.actions import Description
from app.networks.flags import COLOURS, SIGNS, free_pair
from app.networks.kinds import NetworkKind, Visibility
from app.networks.models import Network

PAIRS = st.tuples(st.integers(1, 12), st.integers(1, 12))
SAID = {"name": "Barn- och unganätverket", "colour": 2, "sign": 2}


@given(st.sets(PAIRS, max_size=143))
def test_the_flag_that_is_proposed_is_free(taken: set[tuple[int, int]]) -> None:
    pair = free_pair(taken)
    assert pair not in taken
    assert pair[0] in COLOURS
    assert pair[1] in SIGNS


def test_twelve_networks_get_the_twelve_drawn_flags_and_the_next_another_pair() -> None:
    taken: set[tuple[int, int]] = set()
    for _ in range(144):
        taken.add(free_pair(taken))
    assert len(taken) == 144
    assert free_pair({(number, number) for number in range(1, 12)}) == (12, 12)


def test_two_names_that_make_the_same_address_get_one_each(world: SimpleNamespace) -> None:
    first, second = (
        actions.start(Description(name=name, colour=3, sign=sign), by=world.dana)
        for name, sign in (("Mångspråk & läs", 4), ("Mangsprak läs!?", 5))
    )
    assert (first.slug, second.slug) == ("mangsprak-las", "mangsprak-las-2")
    assert actions.start(Description(name="New", colour=3, sign=6), by=world.dana).slug == "new-2"


def test_the_address_stays_when_the_name_changes(world: SimpleNamespace) -> None:
    actions.describe(world.children, Description(name="Läslust", colour=2, sign=2), by=world.alice)
    assert (world.children.slug, world.children.name) == ("barn-och-unganatverket", "Läslust")


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ({"name": "Läslust"}, 1),
        ({"colour": 5}, 1),
        ({"sign": 7}, 1),
        ({"visibility": Visibility.CLOSED}, 1),
        ({"purpose": "Annat"}, 0),
        ({"meetings_per_year": 4}, 0),
    ],
)
def test_calendars_learn_of_what_they_show(world: SimpleNamespace, said: dict[str, object], counts: int) -> None:
    before = world.children.calendar_revision
    actions.describe(world.children, Description(**{**SAID, **said}), by=world.alice)  # type: ignore[arg-type]
    db.session.refresh(world.children)
    assert world.children.calendar_revision == before + counts


@pytest.mark.parametrize("act", [actions.archive, actions.revive])
def test_what_is_done_twice_is_done_once(world: SimpleNamespace, act: Callable[..., None]) -> None:
    actions.archive(world.children, by=world.dana)
    if act is actions.revive:
        actions.revive(world.children, by=world.dana)
    revision = db.session.get_one(Network, world.children.id, populate_existing=True).calendar_revision
    act(world.children, by=world.dana)
    assert db.session.get_one(Network, world.children.id, populate_existing=True).calendar_revision == revision


def test_a_working_group_has_a_last_day_and_nothing_else_has(world: SimpleNamespace) -> None:
    ends = date(2027, 12, 31)
    with pytest.raises(actions.NeedsLastDay):
        actions.start(Description(name="A", colour=3, sign=3, kind=NetworkKind.WORKING_GROUP), by=world.dana)
    with pytest.raises(actions.HasNoLastDay):
        actions.start(Description(name="A", colour=3, sign=3, ends_on=ends), by=world.dana)
    group = Description(name="A", colour=3, sign=3, kind=NetworkKind.WORKING_GROUP, ends_on=ends)
    assert actions.start(group, by=world.dana).ends_on == ends
