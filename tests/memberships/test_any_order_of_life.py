"""Join, ask, appoint, replace, move, leave, close: in any order there is one history, and the past stays as it was."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from app import clock, db
from app.handover import actions as handover
from app.joining import actions as joining
from app.memberships.rules import Term
from app.networks.kinds import Admission, Role, Standing
from app.networks.models import Membership
from app.seats import actions as seats
from app.seats.rules import Appointment
from tests.memberships.a_county import SPAN, fact_of
from tests.memberships.living import Living

DAY = timedelta(days=1)
WHO, WHERE, WHICH = st.integers(0, 3), st.integers(0, 1), st.integers(0, 40)
AHEAD = st.integers(0, 12)
STANDING = st.sampled_from(list(Standing))


class Life(Living):
    """What may happen in the county."""

    @rule(number=st.integers(1, 6))
    def time_goes_by(self, number: int) -> None:
        if self.county.today + number * DAY < SPAN[60]:
            self.county.pass_days(number)

    @rule(who=WHO)
    def somebody_joins(self, who: int) -> None:
        person = self.person(who)
        self.county.network.admission = Admission.OPEN
        was_in = any(fact[0] == person.id for fact in self.county.written(self.today))
        self.act(lambda: joining.join(self.county.network, person), lambda _: was_in or self.joins(person, self.today))

    @rule(who=WHO, answer=st.booleans(), ahead=AHEAD)
    def somebody_asks_and_is_answered(self, who: int, answer: bool, ahead: int) -> None:
        person, start = self.person(who), self.today + ahead * DAY
        self.county.network.admission = Admission.REQUEST
        was_in = any(fact[0] == person.id for fact in self.county.written(self.today))
        term = Term(Role.MEMBER, None, start)

        def work() -> None:
            request = joining.ask(self.county.network, person, "")
            for _ in range(2):
                joining.approve(request, term, by=self.county.admin) if answer else joining.decline(
                    request, "Nej", by=self.county.admin
                )

        self.act(work, lambda _: None if was_in or not answer else self.joins(person, start))

    @rule(who=WHO, where=WHERE, standing=STANDING, ahead=AHEAD, days=st.none() | AHEAD, which=st.none() | WHICH)
    def somebody_is_appointed(
        self, who: int, where: int, standing: Standing, ahead: int, days: int | None, which: int | None
    ) -> None:
        person, place = self.person(who), self.county.places[where]
        start = self.today + ahead * DAY
        seat = Appointment(place, standing, start, None if days is None else start + days * DAY)
        instead = None if which is None else self.row(which)
        was = [(fact_of(each), each.starts_on, each.ends_on) for each in self.steps_aside(person, instead, start)]
        known = {each.id for each in self.county.rows()}

        def done(made: Membership) -> None:
            if made.id in known:
                return  # so it was already
            for fact, first, last in was:
                self.county.strike(fact, max(start, first), last)
            self.county.write((person.id, Role.MEMBER, standing, place.id), start, seat.ends_on)

        self.act(
            lambda: seats.appoint(self.county.network, person, seat, by=self.county.admin, instead=instead), done
        )  # fmt: skip

    @rule(which=WHICH, ahead=AHEAD)
    def a_seat_is_left(self, which: int, ahead: int) -> None:
        row, last = self.row(which), self.today + ahead * DAY
        fact, first, until = fact_of(row), row.starts_on, row.ends_on

        def done(_: object) -> None:
            self.county.strike(fact, first, until)
            if first <= last:
                self.county.write(fact, first, last)

        self.act(lambda: seats.vacate(row, last_day=last, by=self.county.admin), done)

    @rule(who=WHO, ahead=AHEAD, heir=st.none() | WHO)
    def somebody_leaves(self, who: int, ahead: int, heir: int | None) -> None:
        person, last = self.person(who), self.today + ahead * DAY
        successor = None if heir is None else self.person(heir)
        leads = [each for each in self.mine(person) if each.role is Role.COORDINATOR and each.starts_on <= last]
        leads = [each for each in leads if each.ends_on is None or each.ends_on > last]

        def done(_: object) -> None:
            for fact in [each for each in self.county.diary if each[0] == person.id]:
                self.county.strike(fact, last + DAY, None)
            if leads and successor is not None:
                self.county.write((successor.id, Role.COORDINATOR, None, successor.municipality_id), last + DAY, None)

        self.act(lambda: handover.leave(self.county.network, person, last_day=last, successor=successor), done)

    @rule(who=WHO, where=WHERE)
    def somebody_moves(self, who: int, where: int) -> None:
        self.person(who).municipality = self.county.places[where]
        db.session.flush()

    @rule(which=WHICH, ahead=AHEAD)
    def and_goes_on_there(self, which: int, ahead: int) -> None:
        row, start = self.row(which), self.today + ahead * DAY
        place, fact, first, last = row.person.municipality, fact_of(row), row.starts_on, row.ends_on
        assert place is not None

        def done(_: object) -> None:
            self.county.strike(fact, max(start, first), last)
            self.county.write((*fact[:3], place.id), max(start, first), last)

        self.act(lambda: seats.follow(row, place, from_day=start, by=self.county.admin), done)

    @rule(who=WHO, opens=st.booleans())
    def an_account_is_closed(self, who: int, opens: bool) -> None:
        with clock.held_at(self.county.now):
            self.county.reopen(self.person(who)) if opens else self.county.close(self.person(who))


def test_any_order_of_life_gives_one_history(empty: object) -> None:
    run_state_machine_as_test(
        Life, settings=settings(max_examples=40, stateful_step_count=25, deadline=None, derandomize=True)
    )
