"""What a member list would do here, told row by row before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import clock
from app.imports.member_known import known_to
from app.imports.member_list import MemberList
from app.imports.member_rows import PlannedRow, RowPlanner
from app.imports.member_register import Register
from app.imports.member_terms import Decision
from app.imports.outcomes import Outcome, Tally, fingerprint, tally
from app.imports.member_state import LibrarySlot, NetworkSlot, PersonDraft
