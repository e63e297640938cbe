"""Whoever sits in a seat can be swapped for somebody else, however many sit there; that never makes them more."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app import clock, db
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.places.models import Municipality
from app.seats import actions
from app.seats.rules import Appointment, NotInThatSeat
from tests.browser_double import Browser
from tests.conftest import NOW

HOGSBY = "/networks/barn-och-unganatverket/seats/hogsby"
TODAY = NOW.date()
SPAN = [TODAY + timedelta(days=number) for number in range(-10, 60)]
SPELL = st.tuples(st.integers(-8, 12), st.none() | st.integers(0, 20))


def bobs(world: SimpleNamespace) -> Membership:
    return next(each for each in world.children.memberships if each.person_id == world.bob.id)


def promise(world: SimpleNamespace, number: int) -> None:
    db.session.add(world.children)
    world.children.ordinary_seats = number
    db.session.commit()


@pytest.mark.parametrize("promised", [0, 1, 3])
def test_whatever_the_number_of_seats(erika: Browser, staff: SimpleNamespace, promised: int) -> None:
    promise(staff, promised)
    where = f"{HOGSBY}/appoint?standing=ordinary&instead={bobs(staff).id}"
    assert "Frans Öman är utsedd" in erika.send(where, person=str(staff.frans.id), starts_on="2026-11-06")
    with clock.held_at(NOW + timedelta(days=1)):
        page = Browser(staff.app, staff.erika).get(HOGSBY)
        assert "Frans Öman sedan 6 nov" in page
        assert "Bob Åberg sedan" not in page


@pytest.mark.parametrize("promised", [0, 1])
@pytest.mark.parametrize("first", ["2026-11-09", "2026-11-20"])
def test_who_is_to_leave_is_followed(erika: Browser, staff: SimpleNamespace, promised: int, first: str) -> None:
    promise(staff, promised)
    erika.send(f"{HOGSBY}/{bobs(staff).id}/end", ends_on="2026-11-08")
    where = f"{HOGSBY}/appoint?standing=ordinary&instead={bobs(staff).id}"
    page = erika.get(where)
    assert "Bob Åberg har platsen till och med sön 8 nov" in page
    assert 'value="2026-11-09"' in page.html
    page = erika.send(where, person=str(staff.frans.id), starts_on=first)
    assert "Frans Öman är utsedd" in page
    assert "till och med 8 nov" in page  # as was said already


def test_nobody_follows_the_same_one_twice(erika: Browser, staff: SimpleNamespace) -> None:
    where = f"{HOGSBY}/appoint?standing=ordinary&instead={bobs(staff).id}"
    erika.send(where, person=str(staff.frans.id), starts_on="2026-11-20")
    page = erika.post(where, person=str(staff.erika.id), starts_on="2026-11-25")
    assert page.status == 422
    assert "Högsby har ingen ledig plats av det slaget då" in page
    page = erika.post(where, person=str(staff.erika.id), starts_on="2026-11-10")
    assert page.status == 422
    assert "Högsby har ingen ledig plats av det slaget från fre 20 nov. Skriv en sista dag före det" in page
    assert erika.post(where, person=str(staff.erika.id), starts_on="2026-11-10", ends_on="2026-11-19").status == 303


def test_nobody_is_offered_a_seat_of_their_own(erika: Browser, staff: SimpleNamespace) -> None:
    offered = erika.get(f"{HOGSBY}/appoint?standing=ordinary&instead={bobs(staff).id}").html
    assert f'value="{staff.frans.id}"' in offered
    assert f'value="{staff.bob.id}"' not in offered
    assert f'value="{staff.bob.id}"' not in erika.get(f"{HOGSBY}/appoint?standing=ordinary").html
    assert f'value="{staff.bob.id}"' in erika.get(f"{HOGSBY}/appoint?standing=deputy").html


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_number_never_grows(empty: object, data: st.DataObject) -> None:
    """In a county where anybody may have come in over the number, from any day to any other."""
    promised, spells = data.draw(st.integers(0, 2)), data.draw(st.lists(SPELL, min_size=1, max_size=4))
    network, place, people, rows = _county(promised, spells)
    gone = rows[data.draw(st.integers(0, len(rows) - 1))]
    assume(gone.ends_on is None or gone.ends_on >= TODAY)
    start = max(TODAY, gone.starts_on) + timedelta(days=data.draw(st.integers(0, 15)))
    assume(gone.ends_on is None or start <= gone.ends_on)
    before, last = _sitting(rows), gone.ends_on
    seat = Appointment(place, Standing.ORDINARY, start, last)
    with clock.held_at(NOW):
        with pytest.raises(NotInThatSeat):
            actions.appoint(network, gone.person, Appointment(place, Standing.ORDINARY, start, SPAN[-1]),
                            by=people[-1], instead=gone)  # fmt: skip
        made = actions.appoint(network, people[-1], seat, by=people[-1], instead=gone)
    after = _sitting([*rows, made])
    assert after == before


def _county(
    promised: int, spells: list[tuple[int, int | None]]
) -> tuple[Network, Municipality, list[Person], list[Membership]]:
    db.session.rollback()  # what an earlier county left
    place = Municipality(name="Alby", slug="alby")
    network = Network(name="Prov", slug="prov", ordinary_seats=promised, deputy_seats=0)
    people = [Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality=place)
              for number in range(len(spells) + 1)]  # fmt: skip
    rows = [
        Membership(network=network, person=person, municipality=place, role=Role.MEMBER, standing=Standing.ORDINARY,
                   starts_on=TODAY + timedelta(days=first),
                   ends_on=None if days is None else TODAY + timedelta(days=first + days))
        for person, (first, days) in zip(people, spells, strict=False)
    ]  # fmt: skip
    db.session.add_all([place, network, *people, *rows])
    db.session.flush()
    return network, place, people, rows


def _sitting(rows: list[Membership]) -> dict[date, int]:
    return {day: len({each.person_id for each in rows if each.is_active_on(day)}) for day in SPAN}
