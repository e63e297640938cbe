"""When two have changed the same thing at once: what is saved and what was typed, side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wtforms import Field

from app.web.forms import Form
from app.web.newer import in_words

_NOT_COMPARED = {"csrf_token", "revision", "do", "ask_again", "with_letter", "from_which", "to_which"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two texts with a line for each field that differs."""

    saved_at: datetime
    saved: str
    typed: str

    @property
    def differs(self) -> bool:
        """Whether there is anything to compare."""
        return self.saved != self.typed


def compare(saved: Form, typed: Form, *, saved_at: datetime, say: Callable[[object], str]) -> Conflict:
    """Compare two forms of one kind field by field; say translates labels."""
    both = [(each, typed[each.name]) for each in saved if each.name not in _NOT_COMPARED]
    differing = [(mine, theirs) for mine, theirs in both if (mine.data or None) != (theirs.data or None)]
    return Conflict(
        saved_at,
        saved="\n".join(_line(mine, say) for mine, _ in differing),
        typed="\n".join(_line(theirs, say) for _, theirs in differing),
    )


def _line(field: Field, say: Callable[[object], str]) -> str:
    return f"{say(field.label.text)}: {in_words(field, say) or '–'}"
