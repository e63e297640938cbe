"""What is said of a network, in one piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.focus.models import FocusArea
from app.networks.kinds import Admission, NetworkKind, RecordForm, Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of a network."""

    name: str
    kind: NetworkKind = NetworkKind.NETWORK
    purpose: str = ""
    record_form: RecordForm = RecordForm.NOTES
    visibility: Visibility = Visibility.OPEN
    admission: Admission = Admission.REQUEST
    ordinary_seats: int = 1
    deputy_seats: int = 0
    colour: int
    sign: int
    meetings_per_year: int | None = None
    ends_on: date | None = None
    focus_areas: Sequence[FocusArea] = ()
