"""An administrator brings the member list: what would happen is told first, then it happens, and once is enough."""

from types import SimpleNamespace

from app import db
from app.imports.member_apply import apply_members
from app.imports.member_list import read_member_list
from app.imports.member_plan import plan_members
from tests.imports.samples import sample


def test_try(county):
    for name in ("medlemslista.xlsx", "medlemslista-utf8.csv", "medlemslista-excel.csv"):
        for create in (False, True):
            plan = plan_members(read_member_list(sample(name), name), create_missing=create)
            print(name, create, plan.tally, plan.notes)
            for r in plan.rows:
                print(
                    r.row,
                    r.who,
                    r.outcome.value,
                    [f"{c.label}: {c.before}->{c.after}" for c in r.changes],
                    [(d.wanted.network.name, str(d.begun), d.switch_on, d.ends_on) for d in r.decisions],
                    list(map(str, r.notes)),
                    list(map(str, r.reasons)),
                )
        done = apply_members(plan, by=county.dana, filename=name, partial=True)
        print(done)
        db.session.commit()
