"""What a calendar file would do in a network's calendar, told entry by entry before anything is written."""

from dataclasses import dataclass

from app.imports.calendar_compare import PlannedMeeting, planned
from app.imports.calendar_file import CalendarFile
from app.imports.calendar_known import known_to
from app.imports.outcomes import Outcome, Tally, fingerprint, tally
from app.networks.models import Network
from app.wording import Message


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """Every meeting of the file, refused entries first and the others in the order of time, and what becomes of it."""

    network: Network
    rows: tuple[PlannedMeeting, ...]
    notes: tuple[Message, ...]

    @property
    def tally(self) -> Tally:
        """How many meetings there are of each outcome."""
        return tally(each.outcome for each in self.rows)

    @property
    def fingerprint(self) -> str:
        """The same only for a plan that says the same."""
        return fingerprint(
            *((e.number, e.title, e.outcome, e.event, e.moved_from, e.changes, e.notes, e.reasons) for e in self.rows)
        )


def plan_calendar(file: CalendarFile, network: Network) -> CalendarPlan:
    """Compare a file with what a network has, and write nothing."""
    known = known_to(file, network)
    unread = [
        PlannedMeeting(number=each.number, title=each.what, outcome=Outcome.REFUSED, reasons=each.reasons)
        for each in file.refused
    ]
    return CalendarPlan(network, (*unread, *(planned(event, known) for event in file.events)), file.notes)
