"""People as those who get letters."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select

from app import db
from app.mail.letters import people
from app.mail.outbox import Receiver
from app.people.models import Language, Person


def receiver(person: Person, *, through: tuple[UUID, ...] = ()) -> Receiver:
    """Return a person as the receiver of a letter. through: the networks it comes through, where they are several."""
    language = person.language or Language.SWEDISH
    return Receiver(person.id, person.email, person.name, language.value, through)


def receivers(found: Iterable[Person]) -> list[Receiver]:
    """Return those of the people who have an open account, as receivers of a letter."""
    return [receiver(each) for each in found if each.is_open]


@people
def receivers_now(ids: Iterable[UUID]) -> Mapping[UUID, Receiver]:
    """Return those with an open account, by id."""
    found = db.session.scalars(select(Person).where(Person.id.in_(list(ids)), Person.closed_at.is_(None)))
    return {each.id: receiver(each) for each in found}
