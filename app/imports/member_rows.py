"""Decides what becomes of one row of a member list, and lets later rows know of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.imports.member_details import changes, facts_said, merged, mistakes
from app.imports.member_list import MemberRow
from app.imports.member_networks import networks_of, wanted_of
from app.imports.member_places import places_of
from app.imports.member_register import Register
from app.imports.member_state import Facts, PersonDraft, TermDraft
from app.imports.member_terms import DAY, Decision, decide
from app.imports.outcomes import Change, Outcome, place_of
from app.networks.kinds import Role
from app.wording import N_, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A row of the list and what would become of it."""

    row: int
    sheet: str
    who: str
    email: str = ""
    outcome: Outcome
    changes: tuple[Change, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """The memberships that would begin, end or change."""
    notes: tuple[Message, ...] = ()
    reasons: tuple[Message, ...] = ()
    lacks: bool = False
    """Whether it names a library or a network that is not here."""

    @property
    def is_quiet(self) -> bool:
        """Whether nothing would happen, and there is nothing to say of it."""
        return self.outcome is Outcome.UNCHANGED and not self.notes

    @property
    def place(self) -> Message:
        """Where in the file it stands."""
        return place_of(self.row, self.sheet)


def plan_row(row: MemberRow, register: Register, *, today: date) -> PlannedRow:
    """Compare a row with the register, and bring the register to what it would be."""
    draft = register.draft(row.email)
    places = places_of(row, register)
    networks, missing = networks_of(row, register)
    told = facts_said(row, places)
    decisions = [decide(draft.terms, each, today=today) for each in wanted_of(row, networks)]
    reasons = [*places.reasons, *mistakes(told, draft), *missing, *_twice(draft, decisions)]
    reasons += [reason for each in decisions for reason in each.reasons]
    if reasons:
        return refused(row, reasons, lacks=bool(missing) or places.lacks)
    planned = _accepted(row, draft, told, decisions, places.notes)
    _remember(planned, draft, told=told, decisions=decisions)
    register.keep(draft)
    return planned


def _accepted(
    row: MemberRow, draft: PersonDraft, told: Facts, decisions: list[Decision], notes: list[Message]
) -> PlannedRow:
    after = merged(draft.facts, told)
    changed = changes(draft.facts, after)
    doing = tuple(each for each in decisions if each.does_something)
    outcome = Outcome.CHANGED if changed or doing else Outcome.UNCHANGED
    return PlannedRow(
        row=row.row,
        sheet=row.sheet,
        who=f"{after.given_name} {after.family_name}".strip(),
        email=row.email,
        outcome=Outcome.NEW if draft.person is None and not draft.is_new else outcome,
        changes=changed,
        decisions=doing,
        notes=(*notes, *(note for each in decisions for note in each.notes)),
    )


def refused(row: MemberRow, reasons: Iterable[Message], *, lacks: bool = False) -> PlannedRow:
    """Return the row as one that is not taken, with every reason why."""
    who = f"{row.given_name} {row.family_name}".strip() or row.email
    told = tuple(dict.fromkeys(reasons))
    return PlannedRow(
        row=row.row, sheet=row.sheet, who=who, email=row.email, outcome=Outcome.REFUSED, reasons=told, lacks=lacks
    )


def _twice(draft: PersonDraft, decisions: list[Decision]) -> list[Message]:
    """Return what to say when the list has named the person's role in a network before, by this name or another."""
    told = N_("Samma person, nätverk och roll finns redan på %(where)s.")
    places = [draft.named.get((each.wanted.network, each.wanted.role)) for each in decisions]
    return [Message(told, where=where) for where in places if where is not None]


def _remember(planned: PlannedRow, draft: PersonDraft, *, told: Facts, decisions: list[Decision]) -> None:
    """Let later rows know what this one said and did."""
    for label, text in told.shown().items():
        if text:
            draft.said.setdefault(label, (planned.place, text))
    for each in decisions:
        draft.named[each.wanted.network, each.wanted.role] = planned.place
        _carry_out(each, draft.terms)
    if planned.changes or planned.outcome is Outcome.NEW:
        draft.rows.append(planned.place)
    draft.is_new |= planned.outcome is Outcome.NEW
    draft.facts = merged(draft.facts, told)


def _carry_out(decision: Decision, terms: list[TermDraft]) -> None:
    """Bring the memberships to what they would be."""
    known = decision.known
    if known is not None and decision.switch_on is not None:
        standing = decision.wanted.standing
        decision.begins = replace(known, standing=standing, starts_on=decision.switch_on, membership=None)
        known.ends_on = decision.switch_on - DAY
    if decision.begins is not None:
        terms.append(decision.begins)
        if decision.begins.role is Role.COORDINATOR:
            decision.begins.network.coordinators.append(decision.begins)
    last = decision.begins or known
    if last is not None and decision.ends_on is not None:
        last.ends_on = decision.ends_on
