"""Whatever is added, changed and ended, in any order: nobody has a role twice at once, and nothing is overwritten."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date, timedelta
from threading import Barrier
from types import SimpleNamespace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from app import clock, db
from app.memberships import actions
from app.memberships.rules import AlreadyHasRole, LastCoordinator, Term
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.wording import Refusal
from tests.browser_double import Browser
from tests.conftest import NOW

FIRST = date(2026, 10, 20)
DAYS = st.integers(10, 24).map(lambda number: FIRST + timedelta(days=number))
SPAN = [FIRST + timedelta(days=number) for number in range(60)]
ROLES = st.sampled_from([Role.MEMBER, Role.COORDINATOR])
STANDINGS = st.sampled_from([None, *Standing])
WHO = st.integers(0, 1)
WHICH = st.integers(0, 30)


class Roster(RuleBasedStateMachine):
    """A network's memberships beside a diary: for each person and role, the days it should hold."""

    @initialize()
    def start(self) -> None:
        db.session.rollback()
        people = [Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example") for number in range(2)]
        self.network = Network(name="Prov", slug="prov")
        db.session.add_all([self.network, *people])
        db.session.flush()
        self.people, self.by = people, people[0]
        self.diary: dict[tuple[object, Role], set[date]] = {}
        self.firsts: dict[object, tuple[object, Role, date]] = {}

    def teardown(self) -> None:
        db.session.rollback()

    @rule(who=WHO, role=ROLES, standing=STANDINGS, first=DAYS, last=st.none() | DAYS)
    def begin(self, who: int, role: Role, standing: Standing | None, first: date, last: date | None) -> None:
        try:
            actions.begin(self.network, self.people[who], Term(role, standing, first, last), by=self.by)
        except Refusal:
            return
        self.days(self.people[who], role).update(between(first, last))

    @rule(which=WHICH, last=DAYS, successor=st.none() | WHO)
    def end(self, which: int, last: date, successor: int | None) -> None:
        if (row := self.row(which)) is None:
            return
        heir = None if successor is None else self.people[successor]
        was, before = row.ends_on, set(self.days(row.person, row.role))
        try:
            actions.end(row, last_day=last, by=self.by, successor=heir)
        except Refusal:
            return
        if was == last:
            return
        kept = self.days(row.person, row.role)
        kept.difference_update(between(row.starts_on, was))
        kept.update(between(row.starts_on, last))
        if row.role is Role.COORDINATOR and heir is not None:
            self.days(heir, Role.COORDINATOR).update(between(last + actions.DAY, None))
        assert before - set(between(row.starts_on, was)) <= kept

    @rule(which=WHICH, role=ROLES, standing=STANDINGS, first=DAYS, successor=st.none() | WHO)
    def change(self, which: int, role: Role, standing: Standing | None, first: date, successor: int | None) -> None:
        if (row := self.row(which)) is None:
            return
        heir, was = None if successor is None else self.people[successor], row.ends_on
        try:
            actions.change(row, role=role, standing=standing, from_day=first, by=self.by, successor=heir)
        except Refusal:
            return
        self.days(row.person, row.role).difference_update(between(first, was))
        self.days(row.person, role).update(between(first, was))
        if row.role is Role.COORDINATOR and role is not Role.COORDINATOR and heir is not None:
            self.days(heir, Role.COORDINATOR).update(between(first, None))

    @rule(which=WHICH, role=ROLES, first=DAYS, last=st.none() | DAYS)
    def correct(self, which: int, role: Role, first: date, last: date | None) -> None:
        if (row := self.row(which)) is None:
            return
        was = row.ends_on
        try:
            actions.correct(row, Term(role, None, first, last), by=self.by)
        except Refusal:
            return
        self.days(row.person, row.role).difference_update(between(row.starts_on, was))
        self.days(row.person, role).update(between(first, last))

    @invariant()
    def the_roster_says_what_the_diary_says(self) -> None:
        rows = self.rows()
        for person in self.people:
            for day in SPAN[::3]:
                kept = {role for (someone, role), days in self.diary.items() if someone == person.id and day in days}
                assert {each.role for each in rows if each.person is person and each.is_active_on(day)} == kept

    @invariant()
    def nobody_has_a_role_twice_at_once(self) -> None:
        rows = self.rows()
        for day in SPAN:
            held = [(each.person_id, each.role) for each in rows if each.is_active_on(day)]
            assert len(held) == len(set(held))

    @invariant()
    def nothing_is_overwritten(self) -> None:
        now = {each.id: (each.person_id, each.role, each.starts_on) for each in self.rows()}
        assert self.firsts.items() <= now.items()
        self.firsts = now

    def rows(self) -> list[Membership]:
        return list(db.session.scalars(select(Membership).order_by(Membership.created_at, Membership.id)))

    def row(self, which: int) -> Membership | None:
        rows = self.rows()
        return rows[which % len(rows)] if rows else None

    def days(self, person: Person, role: Role) -> set[date]:
        return self.diary.setdefault((person.id, role), set())


def between(first: date, last: date | None) -> Iterator[date]:
    return (day for day in SPAN if first <= day and (last is None or day <= last))


def test_any_order_of_changes_keeps_the_rules(empty: object) -> None:
    run_state_machine_as_test(
        Roster, settings=settings(max_examples=60, stateful_step_count=20, deadline=None, derandomize=True)
    )


def test_a_network_that_was_run_is_still_run_the_day_after(world: SimpleNamespace) -> None:
    row = world.children.memberships[0]
    for last in (NOW.date() - timedelta(days=300), NOW.date(), NOW.date() + timedelta(days=5)):
        with pytest.raises(LastCoordinator):
            actions.end(row, last_day=last, by=world.dana)
    actions.end(row, last_day=NOW.date(), by=world.dana, successor=world.bob)
    with clock.held_at(NOW + timedelta(days=1)):
        assert world.children.has_role(world.bob, Role.COORDINATOR)
        assert not world.children.has_role(world.alice, Role.COORDINATOR)
    db.session.rollback()


def test_a_later_end_does_not_run_into_what_follows(world: SimpleNamespace) -> None:
    today = NOW.date()
    first = Term(Role.CHAIR, None, today, today + timedelta(days=10))
    row = actions.begin(world.children, world.bob, first, by=world.dana)
    next_term = Term(Role.CHAIR, None, today + timedelta(days=20))
    actions.begin(world.children, world.bob, next_term, by=world.dana)
    actions.end(row, last_day=today + timedelta(days=19), by=world.dana)
    with pytest.raises(AlreadyHasRole):
        actions.end(row, last_day=today + timedelta(days=20), by=world.dana)
    db.session.rollback()


def test_of_two_who_add_the_same_at_once_one_is_told(alice: Browser, dana: Browser, world: SimpleNamespace) -> None:
    fields = {"person": str(world.charlie.id), "role": "member", "standing": "", "starts_on": "2026-11-05"}
    together = Barrier(2)

    def press(browser: Browser) -> int:
        together.wait(5)
        return browser.post("/networks/barn-och-unganatverket/members", **fields).status

    with ThreadPoolExecutor(2) as pool:
        sent = [pool.submit(copy_context().run, press, browser) for browser in (alice, dana)]
        assert sorted(each.result(20) for each in sent) == [303, 422]
