"""What becomes of everything that refers to a person when two accounts turn out to be one: the one table.

A test fails when something new refers to a person and is not here, so that nothing is lost by what is built later.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.wording import N_

Row = Mapping[str, Any]


class Way(StrEnum):
    """What becomes of a row."""

    MOVED = "moved"
    """It is the kept person's from now on."""
    ONE = "one"
    """The same, but where both have one, the better counts and the other is let go."""
    JOINED = "joined"
    """Memberships: see terms.py."""
    ENDED = "ended"
    """It ends with the account that goes."""
    LEFT = "left"
    """It stays where it is, on purpose."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of one column's references, and what the preview calls them."""

    way: Way
    label: str
    note: str = ""
    same: tuple[str, ...] = ()
    """Both have one when these are alike; what is empty is like nothing."""
    better: Callable[[Row, Row], bool] = lambda _gone, _kept: False
    """Whether the row of the one that goes counts rather than the other."""
    only: Callable[[Row], bool] = lambda _row: True
    """Which rows can stand in each other's way at all."""


def _later_answer(gone: Row, kept: Row) -> bool:
    return bool(gone["answered_at"] > kept["answered_at"])


def _was_there(gone: Row, kept: Row) -> bool:
    return bool(kept["presence"] == "absent" and gone["presence"] != "absent")


def _has_the_turn(gone: Row, kept: Row) -> bool:
    return bool(kept["is_skipped"] and not gone["is_skipped"])


def _has_left(gone: Row, kept: Row) -> bool:
    return bool(gone["state"] == "sent" and kept["state"] != "sent")


def _asked_later(gone: Row, kept: Row) -> bool:
    return bool(gone["asked_at"] > kept["asked_at"])


def _waits(row: Row) -> bool:
    return row["outcome"] is None


_DONE = Rule(Way.MOVED, N_("Det personen har skrivit, gjort och avslutat"))
_HISTORY = Rule(Way.LEFT, N_("Loggen"), N_("Står kvar som det skrevs."))

RULES: Mapping[str, Rule] = {
    "memberships.person_id": Rule(Way.JOINED, N_("Medlemskap")),
    "answers.person_id": Rule(
        Way.ONE, N_("Svar på möten"), N_("Har båda svarat gäller det senaste svaret."), ("occasion_id",), _later_answer
    ),
    "attendances.person_id": Rule(
        Way.ONE, N_("Närvaro"), N_("Är båda noterade gäller närvarande före frånvarande."), ("meeting_id",), _was_there
    ),
    "actions.owner_id": Rule(Way.MOVED, N_("Åtgärder")),
    "feeds.person_id": Rule(Way.MOVED, N_("Kalenderlänkar"), N_("Adresserna fungerar som förut.")),
    "join_requests.person_id": Rule(
        Way.ONE, N_("Frågor om att gå med"), N_("Väntar båda på svar gäller den senaste frågan."), ("network_id",),
        _asked_later, _waits,
    ),
    "workplaces.person_id": Rule(Way.ONE, N_("Andra arbetsplatser"), same=("library_id",)),
    "letters.person_id": Rule(
        Way.ONE, N_("Mejl"), N_("Det som väntar skickas till adressen som behålls."), ("key",), _has_left
    ),
    "mail_silences.person_id": Rule(Way.ONE, N_("Avstängda mejl"), same=("kind", "network_id")),
    "sign_ins.person_id": Rule(Way.ENDED, N_("Inloggningar"), N_("Avslutas på alla enheter.")),
    "invitations.person_id": Rule(Way.LEFT, N_("Inbjudningar"), N_("Länkarna slutar fungera.")),
    "people.merged_into_id": Rule(Way.MOVED, N_("Tidigare sammanslagningar")),
    "merges.kept_id": _HISTORY,
    "merges.gone_id": _HISTORY,
    **dict.fromkeys(
        (
            "merges.by_id", "invitations.invited_by_id", "memberships.created_by_id", "memberships.ended_by_id",
            "join_requests.settled_by_id", "occasions.created_by_id", "actions.done_by_id", "minutes.started_by_id",
            "item_notes.changed_by_id", "published_minutes.published_by_id", "document_versions.added_by_id",
            "mandate_versions.written_by_id", "notices.written_by_id", "handovers.changed_by_id",
        ),
        _DONE,
    ),
}  # fmt: skip
"""Every column that refers to a person."""

UNGUARDED: Mapping[str, Rule] = {
    "turns.key": Rule(Way.ONE, N_("Turer på möten"), same=("list_id", "occasion_id"), better=_has_the_turn),
    "audit_entries.actor_id": _HISTORY,
    "audit_entries.subject_id": _HISTORY,
}
"""Columns that hold a person's id although the database does not know it."""

INSIDE: Mapping[str, Rule] = {
    "turn_lists.order": Rule(Way.MOVED, N_("Platser i turordningar"), N_("Den tidigare platsen gäller.")),
    "letters.about": Rule(Way.MOVED, N_("Mejl")),
    "audit_entries.details": _HISTORY,
    "published_minutes.body": _HISTORY,
    "statements.answers": _HISTORY,
    "merges.before": _HISTORY,
    "merges.moved": _HISTORY,
}
"""Columns with lists and other values in which a person's id may stand (inside.py)."""
