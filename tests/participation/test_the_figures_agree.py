"""Whatever the county looks like, rows, columns and the whole tell the same, and nothing is counted twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from app.minutes.models import Presence
from app.networks.kinds import Standing
from app.participation.counting import Participation
from app.participation.figures import Cell
from app.participation.seating import Filled, Kind, Stand
from app.participation.showing import in_order
from tests.participation.places import SPAN, TODAY, County, counties, meeting, member, network, place


@given(counties())
def test_seats_add_up_both_ways(county: County) -> None:
    shown = county.counted()
    for kind, what in product(("ordinary", "deputies"), ("filled", "seats", "sitting")):
        whole = getattr(getattr(shown.filled, kind), what)
        assert whole == sum(getattr(getattr(row.filled, kind), what) for row in shown.rows)
        assert whole == sum(getattr(getattr(column.filled, kind), what) for column in shown.columns)


@given(counties())
def test_with_one_seat_for_each_the_full_knots_are_the_filled_seats(county: County) -> None:
    for each in county.networks:
        each.ordinary_seats = min(each.ordinary_seats, 1)
    shown = county.counted()
    for row in shown.rows:
        assert row.filled.ordinary.filled == _full(row.cells)
    for number, column in enumerate(shown.columns):
        assert column.filled.ordinary.filled == _full([row.cells[number] for row in shown.rows])


@given(counties())
def test_a_network_that_promises_no_seats_has_neither_filled_nor_vacant_ones(county: County) -> None:
    for each in county.networks:
        each.ordinary_seats = each.deputy_seats = 0
    shown = county.counted()
    assert (shown.filled.seats, shown.filled.filled, shown.filled.vacant) == (0, 0, 0)
    stands = {cell.filled.stand for row in shown.rows for cell in row.cells}
    assert stands <= {Stand.BEYOND, Stand.NONE}
    assert (Stand.BEYOND in stands) == bool(shown.filled.ordinary.sitting + shown.filled.deputies.sitting)


@given(counties())
def test_a_meeting_counts_once_for_each_municipality_that_came(county: County) -> None:
    shown = county.counted()
    for row in shown.rows:
        place = row.municipality.id
        came = {each.id for each in county.meetings if each.day.year == SPAN.year and each.was_attended_by(place)}
        assert row.turnout.attended == len(came)
        assert row.turnout.attended <= row.turnout.held
    this_year = [each for each in county.meetings if each.day.year == SPAN.year]
    assert shown.attended == sum(each.attended_by for each in this_year)
    assert shown.without_minutes == sum(each.presences is None for each in this_year)


@given(counties())
def test_columns_are_the_sum_of_their_cells(county: County) -> None:
    shown = county.counted()
    for number, column in enumerate(shown.columns):
        assert column.turnout.attended == sum(row.cells[number].turnout.attended for row in shown.rows)


@given(counties(), st.data())
def test_taking_a_membership_away_changes_its_cell_and_no_other(county: County, data: st.DataObject) -> None:
    if not county.memberships:
        return
    gone = data.draw(st.sampled_from(county.memberships))
    before = county.counted()
    after = replace(county, memberships=[each for each in county.memberships if each is not gone]).counted()
    assert _changed(before, after) <= {(gone.municipality_id, gone.network_id)}


@given(counties(), st.data())
def test_taking_an_attendance_away_changes_only_that_municipality_at_those_hosts(
    county: County, data: st.DataObject
) -> None:
    told = [each for each in county.meetings if each.presences]
    if not told:
        return
    held = data.draw(st.sampled_from(told))
    assert held.presences is not None
    place = data.draw(st.sampled_from(sorted(held.presences)))
    less = replace(held, presences={each: how for each, how in held.presences.items() if each != place})
    meetings = [less if each is held else each for each in county.meetings]
    changed = _changed(county.counted(), replace(county, meetings=meetings).counted())
    assert changed <= {(place, host) for host in held.networks}


@given(counties())
def test_the_order_of_what_is_read_makes_no_difference(county: County) -> None:
    turned = replace(county, memberships=county.memberships[::-1], meetings=county.meetings[::-1])
    assert turned.counted() == county.counted()


def test_a_joint_meeting_is_one_meeting_in_the_sum_and_one_in_each_network() -> None:
    home, (first, second) = place(1), (network(1), network(2))
    held = meeting(1, date(2026, 3, 1), [first, second], {home.id: Presence.ONLINE})
    row = County([home], [first, second], [], [held]).counted().rows[0]
    assert (row.turnout.attended, row.turnout.held) == (1, 1)
    assert [cell.turnout.attended for cell in row.cells] == [1, 1]


def test_who_has_missed_meetings_for_long_is_gone_and_who_was_never_called_is_not() -> None:
    gone, there, new = place(1), place(2), place(3)
    group = network(1)
    both = {gone.id: Presence.ON_SITE, there.id: Presence.ON_SITE}
    meetings = [
        meeting(1, date(2026, 2, 1), [group], both),
        meeting(2, date(2026, 10, 1), [group], {there.id: Presence.ONLINE, gone.id: Presence.ABSENT}),
    ]
    rows = County([gone, there, new], [group], [], meetings).counted().rows
    assert [row.turnout.is_silent for row in rows] == [True, False, True]
    only_once = County([gone], [group], [], meetings[:1]).counted().rows[0]
    assert not only_once.turnout.is_silent  # there has been nothing to miss since
    assert in_order(rows, "attended")[0].municipality.name == "Kommun 3"


def test_a_cell_says_ordinary_before_deputy_before_vacant_before_nobody_was_asked() -> None:
    filled, vacant, beyond = Kind(1, 1, 1), Kind(1, 0, 0), Kind(0, 0, 1)
    assert Filled(filled, filled).stand is Stand.ORDINARY
    assert Filled(vacant, beyond).stand is Stand.DEPUTY
    assert Filled(vacant).stand is Stand.VACANT
    assert Filled(beyond).stand is Stand.BEYOND
    assert Filled().stand is Stand.NONE


def test_a_deputy_alone_leaves_the_ordinary_seat_vacant() -> None:
    home, group = place(1), network(1)
    deputy = member(1, group, home, Standing.DEPUTY, TODAY)
    cell = County([home], [group], [deputy], []).counted().rows[0].cells[0]
    assert (cell.filled.stand, cell.filled.filled, cell.filled.seats) == (Stand.DEPUTY, 0, 1)


def _full(cells: Sequence[Cell]) -> int:
    return [each.filled.stand for each in cells].count(Stand.ORDINARY)


def _changed(before: Participation, after: Participation) -> set[object]:
    def cells(shown: Participation) -> dict[object, Cell]:
        return {(row.municipality.id, each.id): cell for row in shown.rows
                for each, cell in zip(shown.networks, row.cells, strict=True)}  # fmt: skip

    old, new = cells(before), cells(after)
    return {key for key in old if old[key] != new[key]}
