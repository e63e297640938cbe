"""Finding whom somebody may be merged with, and what merging would do."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app import db
from app.merging import facts, moving, roster, terms
from app.merging.facts import Said
from app.merging.moving import Count
from app.merging.terms import Joined
from app.networks.models import Membership, Network
from app.people import queries as people
from app.people.models import Person

MOST = 50


@dataclass(frozen=True, slots=True)
class Preview:
    """What merging would do."""

    said: list[Said]
    counts: list[Count]
    joined: list[Joined]
    moved: list[Membership]
    """The memberships that are the kept person's afterwards just as they stand; those struck are left out."""
    networks: dict[object, Network]


def preview(kept: Person, gone: Person) -> Preview:
    """Return what merging would do; reads only."""
    of_kept, of_gone = roster.rows_of(kept), roster.rows_of(gone)
    joined = terms.joined(of_kept, of_gone)
    meeting = {row.id for each in joined for row in each.rows}
    return Preview(
        said=facts.said_of(kept, gone),
        counts=moving.counted(kept_id=kept.id, gone_id=gone.id),
        joined=joined,
        moved=[each for each in of_gone if each.id not in meeting and not each.never_applied],
        networks={each.network_id: each.network for each in [*of_kept, *of_gone]},
    )


def alike(person: Person) -> Sequence[Person]:
    """Return those who may well be the same: of the same name, the same phone, or the same address before the @."""
    local = person.email.partition("@")[0] + "@"
    same = [Person.sort_key == person.sort_key, Person.email.startswith(local, autoescape=True)]
    if person.phone:
        same.append(Person.phone == person.phone)
    others = select(Person).where(Person.id != person.id, Person.merged_into_id.is_(None), or_(*same))
    return _listed(others)


def named(person: Person, name: str) -> Sequence[Person]:
    """Return others whose name has every word of a text, open accounts and closed ones, at most MOST."""
    others = select(Person).where(Person.id != person.id, Person.merged_into_id.is_(None), *people.named(name))
    return _listed(others)


def _listed(found: Select[Person]) -> Sequence[Person]:
    places = found.options(joinedload(Person.municipality), joinedload(Person.library))
    return db.session.scalars(places.order_by(Person.sort_key, Person.id).limit(MOST)).all()
