"""What must hold in the county whatever happens, and how things happen there: all of a thing, or nothing."""

from datetime import date

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from app import clock, db
from app.memberships.seats import seats_on
from app.networks.kinds import Role, Standing
from app.networks.models import Membership
from app.people.models import Person
from app.seats.queries import vacancies
from app.wording import Refusal
from tests.memberships.a_county import SPAN, County, fact_of


class Living(RuleBasedStateMachine):
    """The county, the diary and what they must agree on after each step."""

    @initialize()
    def begin(self) -> None:
        self.county = County()
        self.asked: list[object] = []
        self.firsts: dict[object, tuple[object, ...]] = {}

    def teardown(self) -> None:
        db.session.rollback()

    @invariant()
    def the_rows_say_what_the_diary_says(self) -> None:
        rows = self.county.rows()
        for day in SPAN[::4]:
            assert self.county.facts(day, rows) == self.county.written(day), day

    @invariant()
    def every_day_that_is_over_is_as_it_was(self) -> None:
        rows = self.county.rows()
        for day, facts in self.county.told.items():
            assert self.county.facts(day, rows) == facts, day

    @invariant()
    def nobody_has_a_role_twice_at_once_and_nothing_is_overwritten(self) -> None:
        rows = self.county.rows()
        for day in SPAN[::2]:
            held = [(each.person_id, each.role) for each in rows if each.is_active_on(day)]
            assert len(held) == len(set(held)), day
        now = {each.id: (*fact_of(each), each.starts_on) for each in rows}
        assert self.firsts.items() <= now.items()
        self.firsts = now

    @invariant()
    def there_are_as_many_seats_as_the_diary_lets_one_count(self) -> None:
        with clock.held_at(self.county.now):
            listed = {(each.place.id, each.standing): each.number for each in vacancies(self.county.admin)}
        today, rows = self.county.written(self.today), self.county.rows()
        for place in self.county.places:
            for standing in Standing:
                sits = {fact[0] for fact in today if fact[3] == place.id and (fact[2] or Standing.ORDINARY) is standing}
                shown = [
                    each
                    for each in seats_on(self.today, self.county.network, [place], rows)
                    if each.standing is standing
                ]
                assert {each.membership.person_id for each in shown if each.membership} == sits
                assert len(shown) == max(1, len(sits))
                assert listed.get((place.id, standing), 0) == max(0, 1 - len(sits))

    @invariant()
    def the_network_is_led(self) -> None:
        assert self.county.may_lack_coordinator or self.county.led_on(self.today)

    def person(self, who: int) -> Person:
        return self.county.people[who]

    @property
    def today(self) -> date:
        return self.county.today

    def row(self, which: int) -> Membership:
        rows = self.county.rows()
        return rows[which % len(rows)]

    def mine(self, person: Person) -> list[Membership]:
        return [each for each in self.county.rows() if each.person_id == person.id and not each.never_applied]

    def joins(self, person: Person, start: date) -> None:
        self.county.write((person.id, Role.MEMBER, None, person.municipality_id), start, None)

    def steps_aside(self, person: Person, instead: Membership | None, start: date) -> list[Membership]:
        own = [each for each in self.mine(person) if each.role is Role.MEMBER and each.is_active_on(start)]
        return [*own, *([instead] if instead is not None else [])]

    def act(self, work, done) -> None:  # type: ignore[no-untyped-def]
        """Do something at this time; write it down unless a rule said no, which changes nothing."""
        db.session.flush()
        with clock.held_at(self.county.now), db.session.begin_nested() as mark:
            try:
                made = work()
                db.session.flush()
            except Refusal:
                mark.rollback()
                return
        done(made)
