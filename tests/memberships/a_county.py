"""A small county whose people join, sit, move and leave in any order, beside a diary that knows no database.

The diary holds, for each person, role and municipality's seat, the days it should hold; and what each day looked like
when it was over.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from app import clock, db
from app.directory.actions import close_account, reopen_account
from app.networks.kinds import Admission, Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.places.models import Municipality

FIRST = date(2026, 10, 20)
SPAN = [FIRST + timedelta(days=number) for number in range(90)]
Fact = tuple[object, Role, Standing | None, object]
"""Who, as what, in which kind of seat, for which municipality."""


class County:
    """Two municipalities, four people (the first administers and coordinates) and a network with two kinds of seats."""

    def __init__(self) -> None:
        db.session.rollback()
        self.places = [Municipality(name=name, slug=name.lower()) for name in ("Alby", "Berga")]
        self.admin = Person(given_name="Admin", email="admin@knutpunkt.example", is_administrator=True)
        self.people = [
            Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality=self.places[number % 2])
            for number in range(4)
        ]
        self.network = Network(name="Prov", slug="prov", admission=Admission.OPEN, ordinary_seats=1, deputy_seats=1)
        db.session.add_all([*self.places, self.admin, *self.people, self.network])
        db.session.flush()
        lead = self.people[0]
        row = Membership(network=self.network, person=lead, role=Role.COORDINATOR, starts_on=FIRST,
                         municipality_id=lead.municipality_id)  # fmt: skip
        db.session.add(row)
        db.session.flush()
        self.now = datetime(2026, 10, 20, 12, tzinfo=UTC)
        self.diary: dict[Fact, set[date]] = {}
        self.told: dict[date, set[Fact]] = {}
        self.may_lack_coordinator = False
        self.write((lead.id, Role.COORDINATOR, None, lead.municipality_id), FIRST, None)

    @property
    def today(self) -> date:
        return self.now.astimezone(clock.zone()).date()

    def pass_days(self, number: int) -> None:
        """Let days go by; each that is over is remembered as it was."""
        for _ in range(number):
            self.told[self.today] = self.facts(self.today)
            self.now += timedelta(days=1)

    def rows(self) -> list[Membership]:
        db.session.flush()
        return list(db.session.scalars(select(Membership).order_by(Membership.created_at, Membership.id)))

    def facts(self, day: date, rows: list[Membership] | None = None) -> set[Fact]:
        """What the rows say of a day."""
        return {fact_of(each) for each in (self.rows() if rows is None else rows) if each.is_active_on(day)}

    def written(self, day: date) -> set[Fact]:
        """What the diary says of a day."""
        return {fact for fact, days in self.diary.items() if day in days}

    def write(self, fact: Fact, first: date, last: date | None) -> None:
        self.diary.setdefault(fact, set()).update(between(first, last))

    def strike(self, fact: Fact, first: date, last: date | None) -> None:
        self.diary.setdefault(fact, set()).difference_update(between(first, last))

    def close(self, person: Person) -> None:
        """Close an account, and write down that everything ends today."""
        was_open = person.is_open
        close_account(person, by=self.admin)
        if was_open:
            for fact in [each for each in self.diary if each[0] == person.id]:
                self.strike(fact, self.today + timedelta(days=1), None)
            ahead = [day for day in SPAN if day >= self.today]
            self.may_lack_coordinator |= not all(self.led_on(day) for day in ahead)

    def reopen(self, person: Person) -> None:
        reopen_account(person, by=self.admin)

    def led_on(self, day: date) -> bool:
        """Whether somebody with an open account coordinates that day, by the diary."""
        leads = {fact[0] for fact in self.written(day) if fact[1] is Role.COORDINATOR}
        return any(each.id in leads and each.is_open for each in self.people)


def fact_of(row: Membership) -> Fact:
    return row.person_id, row.role, row.standing, row.municipality_id


def between(first: date, last: date | None) -> Iterator[date]:
    return (day for day in SPAN if first <= day and (last is None or day <= last))
