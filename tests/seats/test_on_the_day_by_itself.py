"""What begins and ends later does so on its day, at midnight where the organisation is, though nobody does anything."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from app import clock, db
from app.memberships.seats import seats_on
from app.networks.kinds import Role, Standing
from app.networks.models import Membership
from app.seats.queries import vacancies
from tests.browser_double import Browser

SEATS = "/networks/barn-och-unganatverket/seats/torsas"
BEFORE_AND_AFTER = [
    (datetime(2026, 11, 9, 22, 59, tzinfo=UTC), datetime(2026, 11, 9, 23, 0, tzinfo=UTC), date(2026, 11, 10)),
    # Summer time begins and ends between midnight and midnight: the day is 23 or 25 hours long.
    (datetime(2027, 3, 27, 22, 59, tzinfo=UTC), datetime(2027, 3, 27, 23, 0, tzinfo=UTC), date(2027, 3, 28)),
    (datetime(2027, 3, 28, 21, 59, tzinfo=UTC), datetime(2027, 3, 28, 22, 0, tzinfo=UTC), date(2027, 3, 29)),
    (datetime(2027, 10, 30, 21, 59, tzinfo=UTC), datetime(2027, 10, 30, 22, 0, tzinfo=UTC), date(2027, 10, 31)),
    (datetime(2027, 10, 31, 22, 59, tzinfo=UTC), datetime(2027, 10, 31, 23, 0, tzinfo=UTC), date(2027, 11, 1)),
]


def sits(world: SimpleNamespace, **days: date) -> None:
    db.session.add(
        Membership(network=world.children, person=world.charlie, municipality=world.torsas, role=Role.MEMBER,
                   standing=Standing.ORDINARY, **days)
    )  # fmt: skip
    db.session.commit()


def is_vacant(world: SimpleNamespace) -> bool:
    """Ask the page, the list and the rules, which must agree."""
    page = Browser(world.app, world.bob).get(SEATS)
    listed = any(each.place.id == world.torsas.id and each.network.id == world.children.id
                 for each in vacancies(world.bob))  # fmt: skip
    rows = db.session.query(Membership).filter_by(network_id=world.children.id).all()
    network = rows[0].network
    seat = seats_on(clock.today(), network, [world.torsas], rows)[0]
    assert ("Ordinarie Vakant" in page) is listed is seat.is_vacant
    return listed


@pytest.mark.parametrize(("before", "after", "day"), BEFORE_AND_AFTER)
def test_a_seat_is_taken_at_midnight(world: SimpleNamespace, before: datetime, after: datetime, day: date) -> None:
    sits(world, starts_on=day)
    with clock.held_at(before):
        assert is_vacant(world)
    with clock.held_at(after):
        assert not is_vacant(world)
        assert Browser(world.app, world.charlie).get("/networks/barn-och-unganatverket/leave").status == 200


@pytest.mark.parametrize(("before", "after", "day"), BEFORE_AND_AFTER)
def test_and_left_at_midnight(world: SimpleNamespace, before: datetime, after: datetime, day: date) -> None:
    sits(world, starts_on=date(2026, 1, 1), ends_on=date.fromordinal(day.toordinal() - 1))
    with clock.held_at(before):
        assert not is_vacant(world)
    with clock.held_at(after):
        assert is_vacant(world)
        listed = next(each for each in vacancies(world.bob) if each.place.id == world.torsas.id
                      and each.network.id == world.children.id)  # fmt: skip
        assert listed.since == day
