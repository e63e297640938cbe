"""What a list says of memberships begins and ends them, and never rewrites what has been."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.imports.member_apply import apply_members
from app.imports.outcomes import RowCouldNotBeTaken
from app.networks.kinds import Standing
from app.networks.models import Membership, Network
from tests.conftest import NOW
from tests.imports.plans import ALICE, BOB, CHILDREN, MIK, outcomes, plan, said, take, terms

BOBS = BOB | CHILDREN


def test_the_start_of_a_membership_stays_as_it_is(county: SimpleNamespace) -> None:
    found = plan(BOBS | {"Från och med": "2024-01-01"})

    assert outcomes(found) == ["unchanged"]
    assert said(found) == ["Medlemskapet i Barn- och unganätverket börjar 2025-02-01 här och står kvar så."]


def test_a_last_day_ends_it(county: SimpleNamespace) -> None:
    row = BOBS | {"Till och med": "2026-12-31"}
    take(county, row)

    assert ("bob", "member", "ordinary", "2025-02-01", "2026-12-31") in terms(county.children)
    assert outcomes(plan(row)) == ["unchanged"]


def test_a_list_without_the_last_day_does_not_open_it_again(county: SimpleNamespace) -> None:
    take(county, BOBS | {"Till och med": "2026-06-30"})
    found = plan(BOBS | {"Från och med": "2025-02-01"})

    assert outcomes(found) == ["unchanged"]
    assert said(found) == ["Medlemskapet i Barn- och unganätverket slutade 2026-06-30 och står kvar så."]
    assert outcomes(plan(BOBS)) == ["unchanged"]


def test_who_comes_back_begins_anew(county: SimpleNamespace) -> None:
    take(county, BOBS | {"Till och med": "2026-06-30"})
    take(county, BOBS | {"Från och med": "2026-11-01"})

    assert [term for term in terms(county.children) if term[0] == "bob"] == [
        ("bob", "member", "", "2026-11-01", ""),
        ("bob", "member", "ordinary", "2025-02-01", "2026-06-30"),
    ]


def test_another_seat_ends_one_row_and_begins_another(county: SimpleNamespace) -> None:
    row = BOBS | {"Plats": "Ersättare", "Från och med": "2025-02-01", "Till och med": "2027-01-31"}
    take(county, row)

    assert [term for term in terms(county.children) if term[0] == "bob"] == [
        ("bob", "member", "deputy", "2026-11-05", "2027-01-31"),
        ("bob", "member", "ordinary", "2025-02-01", "2026-11-04"),
    ]
    assert outcomes(plan(row)) == ["unchanged"]


def test_another_seat_counts_from_the_day_the_list_gives(county: SimpleNamespace) -> None:
    row = BOBS | {"Plats": "Ersättare", "Från och med": "2026-01-01"}
    take(county, row)

    assert ("bob", "member", "deputy", "2026-01-01", "") in terms(county.children)
    assert (outcomes(plan(row)), said(plan(row))) == (["unchanged"], [])


def test_without_a_start_it_begins_today_and_stays_so_tomorrow(county: SimpleNamespace) -> None:
    row = {"Nätverk": "MIK-nätverket", "Till och med": "2026-12-31"}
    take(county, row)

    for later in (date(2026, 11, 6), date(2027, 2, 1)):
        with clock.held_at(NOW.replace(year=later.year, month=later.month, day=later.day)):
            assert outcomes(plan(row)) == ["unchanged"]


def test_an_end_without_a_beginning_is_refused(county: SimpleNamespace) -> None:
    assert said(plan({"Nätverk": "MIK-nätverket", "Till och med": "2026-06-30"})) == [
        "Raden säger att medlemskapet slutade 2026-06-30 men inte när det började. Skriv från och med."
    ]
    assert said(plan(BOBS | {"Till och med": "2025-01-31"})) == [
        "Medlemskapet i Barn- och unganätverket börjar 2025-02-01, efter slutdatumet 2025-01-31."
    ]


def test_a_network_is_not_left_without_a_coordinator(county: SimpleNamespace) -> None:
    ends = ALICE | CHILDREN | {"Roll": "Samordnare", "Till och med": "2026-12-31", "Titel": "Chef"}
    later = BOBS | {"Roll": "Samordnare", "Från och med": "2027-01-01"}

    alone = plan(ends, ALICE | {"Titel": "Chef", "Nätverk": "MIK-nätverket"})
    assert outcomes(alone) == ["refused", "changed"]
    assert said(alone) == ["Då har Barn- och unganätverket ingen samordnare. Lägg till en rad för den som tar över."]
    assert [each.label for each in alone.rows[1].changes] == ["Titel"]  # as if the first row did not stand there
    take(county, ends, later)
    assert ("alice", "coordinator", "", "2025-02-01", "2026-12-31") in terms(county.children)
    assert ("bob", "coordinator", "", "2027-01-01", "") in terms(county.children)


def test_a_struck_membership_never_was(county: SimpleNamespace) -> None:
    take(county, BOB | MIK)
    (row,) = db.session.scalars(select(Membership).join(Membership.network).where(Network.name == "MIK-nätverket"))
    row.ends_on = row.starts_on - timedelta(days=1)
    db.session.commit()

    assert outcomes(plan(BOB | MIK)) == ["changed"]


def test_a_resting_network_takes_nobody_new_but_keeps_those_it_has(county: SimpleNamespace) -> None:
    county.children.archived_at = NOW
    db.session.commit()

    assert outcomes(plan(BOBS)) == ["unchanged"]
    assert said(plan(CHILDREN)) == ["Nätverket Barn- och unganätverket är vilande. Ta upp det igen först."]


def test_a_closed_account_is_refused(county: SimpleNamespace) -> None:
    county.bob.closed_at = NOW
    db.session.commit()

    assert said(plan(BOBS)) == ["Bob Åberg har inget öppet konto. Öppna kontot först."]


@pytest.mark.parametrize("spelling", ["mik-nätverket", " MIK-NÄTVERKET", "MIK nätverket; MIK-nätverket"])
def test_a_network_is_known_by_its_name_however_it_is_written(county: SimpleNamespace, spelling: str) -> None:
    found = plan(BOB | {"Nätverk": spelling, "Plats": "Ordinarie"})
    if "MIK nätverket" in spelling:
        assert said(found) == ["Nätverket ”MIK nätverket” finns inte här. Menar du MIK-nätverket?"]
        return
    (decision,) = found.rows[0].decisions
    assert (decision.wanted.network.name, decision.wanted.standing) == ("MIK-nätverket", Standing.ORDINARY)


def test_the_same_role_by_two_spellings_is_refused_as_a_repetition(county: SimpleNamespace) -> None:
    found = plan(BOB | {"Nätverk": "MIK-nätverket"}, BOB | {"Nätverk": "MIKnätverket"})

    assert outcomes(found) == ["changed", "refused"]
    assert said(found) == ["Samma person, nätverk och roll finns redan på rad 2 i bladet Medlemmar."]


def test_a_rule_that_says_no_at_the_last_moment_says_which_row(county: SimpleNamespace) -> None:
    planned = plan(BOB | MIK)
    county.bob.closed_at = NOW

    with pytest.raises(RowCouldNotBeTaken) as refusal:
        apply_members(planned, by=county.dana, filename="lista.xlsx")

    assert str(refusal.value) == (
        "Ingenting är inläst. På rad 2 i bladet Medlemmar tog det stopp: "
        "Bob Åberg har inget öppet konto. Öppna kontot först."
    )
