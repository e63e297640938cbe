"""Lists as rows, planned and read in, and what is said of them."""

from types import SimpleNamespace

from app import db
from app.imports.member_apply import Done, apply_members
from app.imports.member_plan import MemberPlan, plan_members
from app.imports.tables import Cell
from app.networks.models import Membership, Network
from tests.imports.samples import member_list

MIK: dict[str, Cell] = {"Nätverk": "MIK-nätverket", "Från och med": "2025-02-01"}
BOB: dict[str, Cell] = {"Förnamn": "Bob", "Efternamn": "Åberg", "E-post": "bob@knutpunkt.example"}
ALICE: dict[str, Cell] = {"Förnamn": "Alice", "Efternamn": "Almgren", "E-post": "alice@knutpunkt.example"}
CHILDREN: dict[str, Cell] = {"Nätverk": "Barn- och unganätverket"}


def plan(*rows: dict[str, Cell], create: bool = False) -> MemberPlan:
    """What a list of these rows would do."""
    return plan_members(member_list(*rows), create_missing=create)


def take(world: SimpleNamespace, *rows: dict[str, Cell], create: bool = False, partial: bool = False) -> Done:
    """Read a list of these rows in, as Dana."""
    done = apply_members(plan(*rows, create=create), by=world.dana, filename="lista.xlsx", partial=partial)
    db.session.commit()
    return done


def outcomes(planned: MemberPlan) -> list[str]:
    """The outcome of each row."""
    return [row.outcome.value for row in planned.rows]


def said(planned: MemberPlan) -> list[str]:
    """Every reason and note, in order."""
    return [str(each) for row in planned.rows for each in (*row.reasons, *row.notes)]


def changed(planned: MemberPlan) -> list[tuple[str, str, str]]:
    """Every fact that would be another."""
    return [(each.label, each.before, each.after) for row in planned.rows for each in row.changes]


def terms(network: Network) -> list[tuple[str, str, str, str, str]]:
    """A network's memberships: address, role, seat, first and last day."""
    db.session.expire_all()
    rows = db.session.query(Membership).filter(Membership.network_id == network.id)
    found = [
        (each.person.email.split("@")[0], each.role.value, each.standing.value if each.standing else "",
         each.starts_on.isoformat(), each.ends_on.isoformat() if each.ends_on else "")
        for each in rows
    ]  # fmt: skip
    return sorted(found)
