"""When members have something else at the same time, those who plan are told; it is never a refusal."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

from app import db
from app.networks.kinds import Role, Visibility
from app.networks.models import Membership, Network
from app.occasions.clashes import clashes_of
from app.occasions.span import LONGEST
from app.people.models import Person
from tests.browser_double import Browser
from tests.occasions.conftest import BEGINS, LONG, occasion_at

Make = Callable[..., str]


def network(name: str, *people: tuple[Person, Role], closed: bool = False) -> Network:
    found = Network(name=name, slug=name.lower(), colour=7, sign=len(name) % 12 + 1)
    found.visibility = Visibility.CLOSED if closed else Visibility.OPEN
    found.memberships = [Membership(person=who, role=role, starts_on=date(2025, 1, 1)) for who, role in people]
    db.session.add(found)
    db.session.commit()
    return found


def seen_by(person: Person, path: str) -> list[tuple[str, int]]:
    who = db.session.get_one(Person, person.id)
    return [(each.occasion.title, each.people) for each in clashes_of(who, occasion_at(path))]


def test_what_shares_members_and_time_is_told_with_how_many(world: SimpleNamespace, alice: Browser, make: Make) -> None:
    digital = network("Digitala", (world.bob, Role.MEMBER))
    path = make(title="Planerad")
    make("Samtidig", hosts=[digital], begins=BEGINS + timedelta(hours=2))
    make("Efteråt", hosts=[digital], begins=BEGINS + LONG)
    make("Före", hosts=[digital], begins=BEGINS - LONG)
    assert "1 medlem har något annat då: Samtidig" in alice.get(path)
    assert "Efteråt" not in alice.get(path)


def test_what_began_a_month_ago_and_still_goes_on_is_told(world: SimpleNamespace, make: Make) -> None:
    digital = network("Digitala", (world.bob, Role.MEMBER))
    path = make(title="Planerad")
    make("Det längsta som finns", hosts=[digital], begins=BEGINS - LONGEST + timedelta(hours=1), long=LONGEST)
    assert seen_by(world.alice, path) == [("Det längsta som finns", 1)]


def test_what_concerns_nobody_here_is_no_clash(world: SimpleNamespace, make: Make) -> None:
    others = network("Andra", (world.charlie, Role.MEMBER), (world.bob, Role.GUEST))
    left = network("Före detta", (world.bob, Role.MEMBER))
    left.memberships[0].ends_on = date(2026, 11, 4)
    path = make()
    make("Annat", hosts=[others])
    make("Förr", hosts=[left])
    assert seen_by(world.alice, path) == []


def test_what_is_cancelled_is_no_clash(world: SimpleNamespace, make: Make) -> None:
    from app.occasions import actions

    path, other = make(), make("Inställd")
    actions.cancel(occasion_at(other))
    db.session.commit()
    assert seen_by(world.alice, path) == []


def test_what_the_person_may_not_see_is_not_told(world: SimpleNamespace, make: Make) -> None:
    closed = network("Hemliga", (world.bob, Role.MEMBER), closed=True)
    path = make()
    make("Hemligt möte", hosts=[closed])
    assert seen_by(world.alice, path) == []
    assert seen_by(world.dana, path) == [("Hemligt möte", 1)]


def test_somebody_elses_draft_is_not_told(world: SimpleNamespace, make: Make) -> None:
    theirs = network("Deras", (world.bob, Role.MEMBER), (world.charlie, Role.COORDINATOR))
    path = make()
    make("Utkast hos dem", hosts=[theirs], call=False)
    make("Eget utkast", call=False)
    assert seen_by(world.alice, path) == [("Eget utkast", 2)]


def test_members_are_not_bothered_with_it(world: SimpleNamespace, bob: Browser, make: Make) -> None:
    path = make()
    make("Samtidig")
    assert "har något annat då" not in bob.get(path)


def test_calling_a_meeting_that_clashes_warns_and_goes_on(world: SimpleNamespace, alice: Browser, make: Make) -> None:
    make("Samtidig")
    made = alice.post(
        "/networks/barn-och-unganatverket/meetings/new", title="Nytt", first_day="2026-11-24",
        from_time="9.00", to_time="10.00", hosts=[str(world.children.id)], do="call",
    )  # fmt: skip
    assert "2 medlemmar har något annat då: Samtidig" in alice.get(made.location)
    assert alice.post(made.location).status == 303
