"""An administrator brings the member list: what would happen is told first, then it happens, and once is enough."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select

from app import db
from app.audit.models import AuditEntry
from app.imports.member_apply import apply_members
from app.imports.member_list import read_member_list
from app.imports.member_plan import MemberPlan, plan_members
from app.imports.outcomes import RowsAreRefused
from app.imports.tables import Cell
from app.networks.models import Membership, Network
from app.people.models import Person
from tests.imports.plans import outcomes, plan, said, take, terms
from tests.imports.samples import sample

VIMERBY = "Kommunen ”Vimerby” finns inte här. Menar du Vimmerby?"


def planned(name: str) -> MemberPlan:
    return plan_members(read_member_list(sample(name), name), create_missing=False)


@pytest.mark.parametrize(
    ("name", "new", "changed", "refused"),
    [
        ("medlemslista.xlsx", [4, 5, 6, 8, 9, 10, 11, 15, 17], [16], [7, 12, 13, 14]),
        ("medlemslista-utf8.csv", [2, 3, 4, 6, 7, 8, 9, 13, 15], [14], [5, 10, 11, 12]),
        ("medlemslista-excel.csv", [2, 3, 4, 6, 7, 8, 9, 13], [14], [5, 10, 11, 12, 15]),
    ],
)
def test_every_row_of_the_real_lists_has_its_outcome(
    county: SimpleNamespace, name: str, new: list[int], changed: list[int], refused: list[int]
) -> None:
    found = planned(name)

    by_outcome = {kind: [row.row for row in found.rows if row.outcome.value == kind] for kind in outcomes(found)}
    assert by_outcome == {"new": new, "changed": changed, "refused": refused}
    assert VIMERBY in said(found)


@pytest.mark.parametrize("name", ["medlemslista.xlsx", "medlemslista-utf8.csv", "medlemslista-excel.csv"])
def test_the_good_rows_are_written_and_the_list_again_changes_nothing(county: SimpleNamespace, name: str) -> None:
    apply_members(planned(name), by=county.dana, filename=name, partial=True)
    db.session.commit()
    before = _everything()

    again = planned(name)
    apply_members(again, by=county.dana, filename=name, partial=True)
    db.session.commit()

    assert (again.tally.new, again.tally.changed) == (0, 0)
    assert _everything() == before


def test_after_excel_the_other_forms_of_the_same_list_change_nothing(county: SimpleNamespace) -> None:
    apply_members(planned("medlemslista.xlsx"), by=county.dana, filename="x", partial=True)

    assert set(outcomes(planned("medlemslista-utf8.csv"))) == {"unchanged", "refused"}
    assert set(outcomes(planned("medlemslista-excel.csv"))) == {"unchanged", "refused"}


def test_what_was_written_of_somebody(county: SimpleNamespace) -> None:
    apply_members(planned("medlemslista.xlsx"), by=county.dana, filename="x", partial=True)

    person = db.session.scalars(select(Person).where(Person.email == "kontakt.morbylanga@demo.example")).one()
    assert (person.name, person.title) == ("Kontaktperson Mörbylånga", "Barnbibliotekarie")
    assert person.municipality is not None
    assert person.library is not None
    assert (person.municipality.name, person.library.name) == ("Mörbylånga", "Färjestadens bibliotek")
    assert (person.has_signed_up, person.is_open, person.is_administrator) == (False, True, False)
    media = db.session.scalars(select(Network).where(Network.name == "Medienätverket")).one()
    assert terms(media) == [
        ("kontakt.hultsfred", "member", "deputy", "2026-01-01", "2026-12-31"),
        ("kontakt.vastervik", "secretary", "", "2026-02-01", ""),
    ]


def test_nothing_is_written_while_a_row_is_refused(county: SimpleNamespace) -> None:
    before = _everything()

    with pytest.raises(RowsAreRefused):
        apply_members(planned("medlemslista.xlsx"), by=county.dana, filename="x")

    assert _everything() == before


def test_the_log_tells_of_it_once(county: SimpleNamespace) -> None:
    for _ in range(2):
        apply_members(planned("medlemslista.xlsx"), by=county.dana, filename="medlemslista.xlsx", partial=True)

    (entry,) = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "imported"))
    assert (entry.actor, entry.subject) == ("Dana Öberg", "medlemslista.xlsx")
    assert entry.details == {"new": 9, "changed": 1, "refused": 4}


def test_two_rows_of_a_person_become_one_person(county: SimpleNamespace) -> None:
    row = {"Från och med": "2026-01-01"}
    done = take(county, row | {"Nätverk": "MIK-nätverket"}, row | {"Nätverk": "medienätverket ", "Titel": "Chef"})

    assert len(done.new_people) == 1
    person = db.session.get_one(Person, done.new_people[0])
    assert (person.title, person.email) == ("Chef", "kontakt@demo.example")
    rows = db.session.scalars(select(Membership).where(Membership.person_id == person.id))
    assert {each.network.name for each in rows} == {"MIK-nätverket", "Medienätverket"}


def test_rows_of_a_person_that_say_different_things_are_not_guessed(county: SimpleNamespace) -> None:
    found = plan({"Titel": "Bibliotekarie", "Nätverk": "MIK-nätverket"}, {"Titel": "Chef", "Nätverk": "Medienätverket"})

    assert outcomes(found) == ["new", "refused"]
    assert said(found) == [
        "För samma e-postadress står det ”Bibliotekarie” på rad 2 i bladet Medlemmar. Låt raderna säga samma sak."
    ]


def test_the_statements_do_not_grow_with_the_rows(
    county: SimpleNamespace, statements: Callable[[Callable[[], object]], int]
) -> None:
    def rows(number: int) -> list[dict[str, Cell]]:
        return [{"E-post": f"p{n}@demo.example", "Kommun": "Kalmar", "Nätverk": "MIK-nätverket"} for n in range(number)]

    take(county, *rows(30))
    plan(*rows(1))  # the transaction has begun

    counted = [statements(lambda size=size: plan(*rows(size))) for size in (2, 30, 400)]  # type: ignore[misc]

    assert counted == [6, 6, 6]


def _everything() -> list[object]:
    """The people and memberships, and how much there is in the log."""
    db.session.expire_all()
    people = [(each.email, each.name, each.title, each.library_id) for each in db.session.scalars(select(Person))]
    rows = [(each.id, each.starts_on, each.ends_on) for each in db.session.scalars(select(Membership))]
    return [sorted(people, key=str), sorted(rows, key=str), db.session.scalar(select(func.count(AuditEntry.id)))]
