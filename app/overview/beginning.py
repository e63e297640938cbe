"""What a new installation still lacks, step by step, for the one who administers it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Date, bindparam, exists, func, select

from app import clock, db
from app.meetings.models import Meeting
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.networks.queries import active_on
from app.people.models import Person
from app.places.models import Municipality
from app.wording import N_

_STEPS = (
    (N_("Lägg till kommunerna"), N_("De som samarbetar, gärna med sina bibliotek."), "/municipalities"),
    (
        N_("Läs in en medlemslista"),
        N_("Från Excel eller CSV. Du kan också bjuda in en i taget, under Personer."),
        "/admin/import/people",
    ),
    (N_("Skapa det första nätverket"), N_("Med namn, syfte och en egen flagga."), "/networks/new"),
    (
        N_("Ge nätverket en samordnare och medlemmar"),
        N_("Samordnaren kallar till möten och skriver anteckningar."),
        "/networks/%(slug)s/members",
    ),
    (N_("Kalla till ett möte"), N_("Det syns här och i medlemmarnas kalendrar."), "/networks/%(slug)s/meetings/new"),
)
_LED = Membership.role == Role.COORDINATOR, active_on(bindparam("today", type_=Date))
_FIRST = select(Network.slug).where(Network.archived_at.is_(None)).order_by(Network.created_at, Network.id).limit(1)
_WHAT_THERE_IS = select(
    exists().select_from(Municipality),
    select(func.count()).select_from(Person).scalar_subquery(),
    _FIRST.scalar_subquery(),
    exists().where(*_LED),
    exists().select_from(Meeting),
)
"""One statement, made when the module is loaded: the start page asks it of every administrator."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do before the first meeting: what, a line about it, where ('' while it has to wait) and if done."""

    title: str
    note: str
    path: str
    is_done: bool


def steps_for(person: Person) -> Sequence[Step]:
    """Return the first steps of a new installation, to an administrator; none once a network is led and has met."""
    if not person.is_administrator:
        return ()
    places, people, slug, led, meeting = db.session.execute(_WHAT_THERE_IS, {"today": clock.today()}).one()
    if led and meeting:
        return ()
    done = (places, people > 1, slug is not None, led, meeting)
    return [
        Step(title, note, path % {"slug": slug} if slug or "%" not in path else "", is_done)
        for (title, note, path), is_done in zip(_STEPS, done, strict=True)
    ]
