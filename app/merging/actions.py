"""Two accounts of the same person become one: all is the kept person's, the other is closed and points there."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from app import clock, db
from app.accounts.links import end_links
from app.audit.actions import What, record
from app.merging import facts, inside, moving, roster
from app.merging.facts import Choices, Field
from app.merging.models import Merge
from app.people.actions import OwnAccount, set_administrator
from app.people.models import Person
from app.turns import Names, wait_for_turn
from app.wording import N_, Refusal

STRAGGLE = timedelta(hours=1)
"""What was under way while two were merged has come to rest after this."""


class SamePerson(Refusal):
    """Nobody is merged with themselves."""


class AlreadyMerged(Refusal):
    """One of the two is no longer somebody of their own."""


class KeptIsClosed(Refusal):
    """The account that is kept can be used."""


def must_be_possible(kept: Person, gone: Person, *, by: Person) -> None:
    """Raises SamePerson, AlreadyMerged, KeptIsClosed or OwnAccount."""
    if kept.id == gone.id:
        raise SamePerson(N_("Det är samma person. Välj en annan."))
    for each in (kept, gone):
        if each.merged_into_id is not None:
            raise AlreadyMerged(N_("%(name)s är redan ihopslagen med någon. Ingenting är ändrat."), name=each.name)
    if not kept.is_open:
        raise KeptIsClosed(N_("%(name)s har inget öppet konto. Behåll den andra, eller öppna kontot."), name=kept.name)
    if gone.id == by.id:
        raise OwnAccount(N_("Du kan inte stänga ditt eget konto. Behåll det, och låt det andra gå upp i det."))


def merge(kept: Person, gone: Person, *, chosen: Choices | None = None, by: Person) -> Merge:
    """Let one account go up in another. chosen: whose value is kept where both have one.

    Raises SamePerson, AlreadyMerged, KeptIsClosed, OwnAccount or NotAdministrator.
    """
    wait_for_turn(Names.PEOPLE)
    _hold(kept, gone)
    must_be_possible(kept, gone, by=by)
    done = Merge(kept_id=kept.id, gone_id=gone.id, at=clock.now(), by_id=by.id, by=by.name, before=_before(kept, gone))
    administers = gone.is_administrator
    set_administrator(gone, False, by=by)  # first: it takes its turn among those who administer
    noted = roster.join(kept, gone, by=by)
    _describe(kept, gone, chosen or facts.usual_choices(kept, gone))
    if administers:
        set_administrator(kept, True, by=by)
    _close(gone, into=kept)
    db.session.flush()
    done.moved = noted + moving.move_all(kept_id=kept.id, gone_id=gone.id)
    done.moved += inside.move_inside(kept_id=kept.id, gone_id=gone.id, name=kept.name)
    db.session.add(done)
    names = f"{gone.name}, {kept.name}"
    record(What.PEOPLE_MERGED, by=(by.id, by.name), subject=names, subject_id=kept.id, gone=str(gone.id))
    db.session.flush()
    return done


def gather_stragglers(now: datetime) -> int:
    """Move what was written for somebody in the very moment they were merged; returns how much."""
    recent = db.session.scalars(select(Merge).where(Merge.at > now - STRAGGLE).order_by(Merge.at, Merge.id)).all()
    found = 0
    for each in recent:
        late = moving.move_all(kept_id=_last_of(each.kept_id), gone_id=each.gone_id)
        if late:
            each.moved = [*each.moved, *late]
            found += len(late)
    return found


def _last_of(person_id: UUID) -> UUID:
    """Return who somebody is by now: the kept person may have been merged, too."""
    into = db.session.scalar(select(Person.merged_into_id).where(Person.id == person_id))
    return person_id if into is None else into


def _hold(kept: Person, gone: Person) -> None:
    """Read both as they are now; until this transaction ends nobody else changes them."""
    both = select(Person).where(Person.id.in_((kept.id, gone.id))).order_by(Person.id).with_for_update()
    db.session.scalars(both.execution_options(populate_existing=True)).all()


def _before(kept: Person, gone: Person) -> dict[str, dict[str, str]]:
    return {
        "kept": {each.value: facts.value_of(kept, each) for each in Field},
        "gone": {each.value: facts.value_of(gone, each) for each in Field},
    }


def _describe(kept: Person, gone: Person, chosen: Choices) -> None:
    """Write what was chosen. An address belongs to one: if the other's is kept, the two change addresses."""
    facts.apply(kept, chosen)
    kept.password_hash = kept.password_hash or gone.password_hash
    if chosen[Field.EMAIL] is gone:
        kept_address, gone_address = kept.email, gone.email
        gone.email = f"{gone.id}@merged.invalid"
        db.session.flush()
        kept.email = gone_address
        db.session.flush()
        gone.email = kept_address
    db.session.flush()


def _close(gone: Person, *, into: Person) -> None:
    end_links(gone)
    gone.closed_at = gone.closed_at or clock.now()
    gone.is_manager = False
    gone.merged_into_id = into.id
