"""What a member list would do here, told row by row before anything is written."""

from dataclasses import dataclass
from datetime import date

from app import clock
from app.imports.member_known import known_to
from app.imports.member_list import MemberList, MemberRow
from app.imports.member_places import foresee_libraries
from app.imports.member_register import Register
from app.imports.member_rows import PlannedRow, plan_row, refused
from app.imports.member_state import LibrarySlot, NetworkSlot, PersonDraft
from app.imports.member_terms import DAY, Decision
from app.imports.outcomes import Outcome, Tally, fingerprint, tally
from app.networks.kinds import Role
from app.wording import N_, Message

_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class MemberPlan:
    """Every row and what becomes of it; the people, libraries and networks that would be made or changed."""

    rows: tuple[PlannedRow, ...]
    notes: tuple[Message, ...]
    people: tuple[PersonDraft, ...]
    """Everybody the list names, as they would be."""

    @property
    def tally(self) -> Tally:
        """How many rows there are of each outcome."""
        return tally(each.outcome for each in self.rows)

    @property
    def lacks(self) -> bool:
        """Whether rows are refused because a library or a network is not here."""
        return any(each.lacks for each in self.rows)

    @property
    def decisions(self) -> list[tuple[PlannedRow, Decision]]:
        """The memberships that would begin, end or change, each with its row."""
        return [(row, each) for row in self.rows for each in row.decisions]

    @property
    def libraries(self) -> list[LibrarySlot]:
        """The libraries that would be made."""
        slots = dict.fromkeys(
            each.facts.library for each in self.people if each.rows and each.facts.library is not None
        )
        return [slot for slot in slots if slot.library is None]

    @property
    def networks(self) -> list[NetworkSlot]:
        """The networks that would be made."""
        slots = dict.fromkeys(each.wanted.network for _, each in self.decisions)
        return [slot for slot in slots if slot.network is None]

    @property
    def made(self) -> tuple[str, ...]:
        """What the libraries and networks that would be made are called."""
        return (*(slot.name for slot in self.libraries), *(slot.name for slot in self.networks))

    @property
    def fingerprint(self) -> str:
        """The same only for a plan that says the same."""
        return fingerprint(*(_told(each) for each in self.rows))


def plan_members(said: MemberList, *, create_missing: bool) -> MemberPlan:
    """Compare a list with the database, and write nothing. create_missing makes libraries and networks as needed.

    A row that would leave a network without a coordinator is turned down; then the others are gone through again as if
    it did not stand there.
    """
    known, today = known_to(said), clock.today()
    turned_down: dict[_Place, list[Message]] = {}
    while True:
        register = Register(known, create_missing=create_missing)
        foresee_libraries(said.rows, register)
        rows = [_planned(each, register, turned_down, today) for each in said.rows]
        late = {_key(row): _leaves_none(row, today) for row in rows}
        if not any(late.values()):
            break
        turned_down |= {key: reasons for key, reasons in late.items() if reasons}
    unread = (
        PlannedRow(row=each.row, sheet=each.sheet, who=each.what, outcome=Outcome.REFUSED, reasons=each.reasons)
        for each in said.refused
    )
    return MemberPlan(_in_order([*rows, *unread]), said.notes, tuple(register.drafts()))


def _planned(row: MemberRow, register: Register, turned_down: dict[_Place, list[Message]], today: date) -> PlannedRow:
    reasons = turned_down.get((row.sheet, row.row))
    return refused(row, reasons) if reasons else plan_row(row, register, today=today)


def _key(row: PlannedRow) -> _Place:
    return row.sheet, row.row


def _leaves_none(row: PlannedRow, today: date) -> list[Message]:
    """Return why a row's endings can't be, once all rows are taken: a network is not left without a coordinator."""
    told = N_("Då har %(network)s ingen samordnare. Lägg till en rad för den som tar över.")
    return [
        Message(told, network=each.wanted.network.name)
        for each in row.decisions
        if each.ends_on is not None
        and each.wanted.role is Role.COORDINATOR
        and not each.wanted.network.is_archived
        and not _coordinated_on(max(each.ends_on + DAY, today), each.wanted.network)
    ]


def _coordinated_on(day: date, network: NetworkSlot) -> bool:
    return any(each.account_is_open and each.is_active_on(day) for each in network.coordinators)


def _in_order(rows: list[PlannedRow]) -> tuple[PlannedRow, ...]:
    """Return the rows as they stand in the file, sheet by sheet."""
    sheets = {sheet: place for place, sheet in enumerate(dict.fromkeys(each.sheet for each in rows))}
    return tuple(sorted(rows, key=lambda each: (sheets[each.sheet], each.row)))


def _told(row: PlannedRow) -> tuple[object, ...]:
    """Return what is said of a row, to tell one plan from another."""
    decisions = [
        (each.wanted.network.name, each.wanted.role, each.wanted.standing, each.begun, each.switch_on, each.ends_on)
        for each in row.decisions
    ]
    return row.sheet, row.row, row.email, row.outcome, row.changes, decisions, row.notes, row.reasons
