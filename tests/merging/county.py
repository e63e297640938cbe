"""Two accounts of the same person: Charlie, and the one somebody else made of him."""

from datetime import date, timedelta
from types import SimpleNamespace

from sqlalchemy import select

from app import clock, db
from app.meetings.models import Meeting
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.occasions import actions as occasions
from app.people.models import Person


def double_of(world: SimpleNamespace, **more: object) -> Person:
    """Charlie's double; committed."""
    given = {"given_name": "Charlie", "family_name": "Ek", "email": "charlie.ek@knutpunkt.example",
             "password_hash": None, "title": "Bibliotekarie", **more}  # fmt: skip
    double = Person(**given)
    db.session.add(double)
    db.session.commit()
    return double


def again(person: Person) -> Person:
    """The person as the database has it now."""
    return db.session.scalars(
        select(Person).where(Person.id == person.id).execution_options(populate_existing=True)
    ).one()


def belong(
    person: Person, network: Network, starts: date, ends: date | None = None, *, role: Role = Role.MEMBER,
    standing: Standing | None = None, place: object = None,
) -> Membership:  # fmt: skip
    """Let somebody have been in a network; to be committed."""
    row = Membership(network_id=network.id, person_id=person.id, role=role, standing=standing, starts_on=starts,
                     ends_on=ends, municipality_id=getattr(place, "id", None))  # fmt: skip
    db.session.add(row)
    return row


def days_of(person_id: object, days: list[date]) -> set[tuple[str, str, date]]:
    """Where and as what somebody belonged on which of some days."""
    rows = db.session.scalars(select(Membership).where(Membership.person_id == person_id)).all()
    return {(str(row.network_id), row.role.value, day) for row in rows for day in days if row.is_active_on(day)}


def meeting(world: SimpleNamespace, title: str, in_days: int) -> Meeting:
    """A meeting of the children's network; to be committed."""
    at = clock.now() + timedelta(days=in_days)
    occasion = occasions.create_occasion(
        title=title, span=occasions.timed(at, at + timedelta(hours=2)), hosts=[world.children], by=world.alice,
        host_name="knutpunkt.example",
    )  # fmt: skip
    made = Meeting(id=occasion.id, occasion=occasion)
    db.session.add(made)
    db.session.flush()
    occasions.call(occasion)
    return made
