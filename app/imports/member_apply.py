"""Writes what the plan of a member list said: all of it in one transaction, or nothing."""

from dataclasses import dataclass
from uuid import UUID

from app import db
from app.audit.actions import What, record
from app.imports.member_plan import MemberPlan
from app.imports.member_rosters import Rosters
from app.imports.member_state import PersonDraft, TermDraft
from app.imports.member_terms import Decision
from app.imports.outcomes import RowCouldNotBeTaken, Tally, must_be_whole
from app.memberships import actions as memberships
from app.memberships import rows, rules
from app.memberships.rules import Term
from app.networks import actions as networks
from app.networks.description import Description
from app.networks.flags import free_pair
from app.networks.models import Membership
from app.networks.queries import flags_taken
from app.people import actions as people
from app.people.models import Person
from app.places.actions import add_library
from app.wording import N_, Message, Refusal


@dataclass(frozen=True, slots=True)
class Done:
    """What was written: the rows' outcomes, the people who are new, and what was made for them."""

    tally: Tally
    new_people: tuple[UUID, ...]
    made: tuple[str, ...]


def apply_members(plan: MemberPlan, *, by: Person, filename: str, partial: bool = False) -> Done:
    """Write what the plan says, and a line in the log. People who are new get no password and are not invited.

    Raises RowsAreRefused unless every row can be taken, or partial is said; RowCouldNotBeTaken when a rule says no.
    """
    must_be_whole(plan.tally, partial=partial)
    made = plan.made
    new = [draft for draft in plan.people if draft.person is None and draft.rows]
    _make_places(plan, by=by)
    _write_people([draft for draft in plan.people if draft.rows])
    _write_memberships(plan, by=by)
    counted = plan.tally
    if counted.to_do:
        who = (by.id, by.name)
        record(
            What.IMPORTED, by=who, subject=filename, new=counted.new, changed=counted.changed, refused=counted.refused
        )
    return Done(counted, tuple(draft.person.id for draft in new if draft.person is not None), made)


def _make_places(plan: MemberPlan, *, by: Person) -> None:
    """Make the libraries and networks that are missing; a new network gets a flag that no other has."""
    for library in plan.libraries:
        library.library = add_library(library.municipality, name=library.name)
    for slot in plan.networks:
        colour, sign = free_pair(flags_taken())
        said = Description(name=slot.name, colour=colour, sign=sign)
        slot.network = networks.start(said, by=by)


def _write_people(drafts: list[PersonDraft]) -> None:
    among = people.holders_of([draft.email for draft in drafts])
    with db.session.no_autoflush:
        for draft in drafts:
            _write_person(draft, among)
    db.session.flush()


def _write_person(draft: PersonDraft, among: people.Holders) -> None:
    facts = draft.facts
    details = people.Details(
        given_name=facts.given_name,
        family_name=facts.family_name,
        email=draft.email,
        phone=facts.phone,
        title=facts.title,
        municipality=facts.municipality,
        library=facts.library.library if facts.library is not None else None,
    )
    try:
        if draft.person is None:
            draft.person = people.add(details, among=among)
        else:
            people.describe(draft.person, details, among=among)
    except Refusal as refusal:
        raise _not_taken(draft.rows[0], refusal) from refusal


def _write_memberships(plan: MemberPlan, *, by: Person) -> None:
    """Begin memberships before others end, so that who takes over as coordinator is there."""
    persons = {draft.email: draft.person for draft in plan.people}
    rosters = Rosters()
    for step in (_begin, _switch, _end):
        for row, decision in plan.decisions:
            person = persons[row.email]
            assert person is not None  # noqa: S101 - everybody with a row has been written above
            try:
                step(decision, person, by, rosters)
            except Refusal as refusal:
                raise _not_taken(row.place, refusal) from refusal
    db.session.flush()


def _begin(decision: Decision, person: Person, by: Person, rosters: Rosters) -> None:
    """Begin a membership by the rules of memberships.actions.begin, with each network's roster read once for all."""
    begins, network = decision.begins, decision.wanted.network.network
    if begins is None or network is None or decision.switch_on is not None:
        return
    term = Term(begins.role, begins.standing, begins.starts_on, begins.ends_on)
    rules.must_be_in_order(term)
    rules.must_take_members(network, person)
    rules.must_not_overlap(rosters.kept(network, person), person, term)
    begins.membership = rows.begun(network, person, term, by=by)
    rosters.add(begins.membership)


def _switch(decision: Decision, person: Person, by: Person, rosters: Rosters) -> None:
    known, begins = decision.known, decision.begins
    if decision.switch_on is None or known is None or begins is None:
        return
    row = _row_of(known)
    begins.membership = memberships.change(
        row, role=begins.role, standing=begins.standing, from_day=decision.switch_on, by=by,
        kept=rosters.kept(row.network, person),
    )  # fmt: skip
    rosters.add(begins.membership)


def _end(decision: Decision, person: Person, by: Person, rosters: Rosters) -> None:
    last = decision.begins or decision.known
    if decision.ends_on is not None and last is not None:
        row = _row_of(last)
        memberships.end(row, last_day=decision.ends_on, by=by, kept=rosters.kept(row.network, person))


def _row_of(term: TermDraft) -> Membership:
    assert term.membership is not None  # noqa: S101 - it was known, or begun in the step before
    return term.membership


def _not_taken(where: Message, refusal: Refusal) -> RowCouldNotBeTaken:
    told = N_("Ingenting är inläst. På %(where)s tog det stopp: %(why)s")
    return RowCouldNotBeTaken(told, where=where, why=refusal.message)
