"""Decides what a row of a member list does to a membership: begins it, ends it, or nothing. History stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.imports.member_state import NetworkSlot, TermDraft
from app.networks.kinds import Role, Standing
from app.wording import N_, Message

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row says somebody is in a network; None is what it leaves unsaid."""

    network: NetworkSlot
    role: Role
    standing: Standing | None
    starts_on: date | None
    ends_on: date | None


@dataclass(slots=True)
class Decision:
    """What becomes of a membership: a new one begins, the known one ends, its seat changes from a day; or nothing."""

    wanted: Wanted
    known: TermDraft | None = None
    begins: TermDraft | None = None
    switch_on: date | None = None
    ends_on: date | None = None
    notes: list[Message] = field(default_factory=list)
    reasons: list[Message] = field(default_factory=list)

    @property
    def begun(self) -> date | None:
        """The first day of a membership that begins."""
        return self.begins.starts_on if self.begins is not None else None

    @property
    def does_something(self) -> bool:
        """Whether anything would be written."""
        return self.begins is not None or self.switch_on is not None or self.ends_on is not None


def decide(terms: Sequence[TermDraft], wanted: Wanted, *, today: date) -> Decision:
    """Compare what is wanted with what the person is and was in all networks, in order of start."""
    same = [each for each in terms if each.network is wanted.network and each.role is wanted.role]
    known = _meant(sorted(same, key=lambda each: each.starts_on), wanted)
    decision = Decision(wanted, known)
    if known is None:
        _begin(decision, today)
    elif known.last < today:
        _is_history(decision, known)
    else:
        _end(decision, known)
        _switch(decision, known, today)
        _note_differences(decision, known)
    return decision


def _meant(same: list[TermDraft], wanted: Wanted) -> TermDraft | None:
    """Return the membership a row speaks of: one that ends as it says, else the latest; with a start, one it meets."""
    if wanted.starts_on is not None:
        first, last = wanted.starts_on, wanted.ends_on or date.max
        return next((each for each in reversed(same) if each.meets(first, last)), None)
    as_said = (each for each in reversed(same) if wanted.ends_on is not None and each.ends_on == wanted.ends_on)
    return next(as_said, same[-1] if same else None)


def _begin(decision: Decision, today: date) -> None:
    wanted = decision.wanted
    starts_on = wanted.starts_on or today
    if wanted.ends_on is not None and wanted.ends_on < starts_on:
        told = N_("Raden säger att medlemskapet slutade %(day)s men inte när det började. Skriv från och med.")
        decision.reasons.append(Message(told, day=wanted.ends_on))
    elif wanted.network.is_archived:
        told = N_("Nätverket %(network)s är vilande. Ta upp det igen först.")
        decision.reasons.append(Message(told, network=wanted.network.name))
    else:
        decision.begins = TermDraft(wanted.network, wanted.role, wanted.standing, starts_on, wanted.ends_on)


def _is_history(decision: Decision, known: TermDraft) -> None:
    """What has ended stays as it is; whoever comes back begins a new membership with a start of its own."""
    if decision.wanted.ends_on != known.ends_on:
        told = N_("Medlemskapet i %(network)s slutade %(day)s och står kvar så.")
        decision.notes.append(Message(told, network=known.network.name, day=known.ends_on))


def _end(decision: Decision, known: TermDraft) -> None:
    ends_on = decision.wanted.ends_on
    if ends_on is None or ends_on == known.ends_on:
        return
    if ends_on < known.starts_on:
        told = N_("Medlemskapet i %(network)s börjar %(start)s, efter slutdatumet %(end)s.")
        reason = Message(told, network=known.network.name, start=known.starts_on, end=ends_on)
        decision.reasons.append(reason)
    else:
        decision.ends_on = ends_on


def _switch(decision: Decision, known: TermDraft, today: date) -> None:
    """Another seat, ordinary or deputy, counts from the start the row gives, else from today."""
    wanted = decision.wanted
    if wanted.standing is None or wanted.standing is known.standing:
        return
    given = wanted.starts_on
    from_day = given if given is not None and given > known.starts_on else today
    if known.starts_on < from_day <= (wanted.ends_on or known.last) and not wanted.network.is_archived:
        decision.switch_on = from_day
        return
    told = N_("Platsen i %(network)s är en annan här. Rätta den på nätverkets medlemssida om listan har rätt.")
    decision.notes.append(Message(told, network=known.network.name))


def _note_differences(decision: Decision, known: TermDraft) -> None:
    wanted, network = decision.wanted, known.network.name
    if wanted.starts_on not in (None, known.starts_on, decision.switch_on):
        told = N_("Medlemskapet i %(network)s börjar %(day)s här och står kvar så.")
        decision.notes.append(Message(told, network=network, day=known.starts_on))
    if wanted.ends_on is None and known.ends_on is not None:
        told = N_("Medlemskapet i %(network)s slutar %(day)s här och står kvar så.")
        decision.notes.append(Message(told, network=network, day=known.ends_on))
