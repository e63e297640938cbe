"""A page as its readers meet it: facts, and texts in their own language or, lacking that, in the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.statements.kinds import Conformance, Method, Page

LANGUAGES = ("sv", "en")
FRESH = timedelta(days=365)
"""The authority recommends that a statement is gone through at least once a year."""


class Text(NamedTuple):
    """A text in Markdown and the language it is written in."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Said:
    """What stands on a page. Revision 0: nobody here has gone through it, it stands as it was shipped."""

    page: Page
    answers: Mapping[str, str]
    revision: int
    changed_on: date
    changed_by: str = ""

    def fact(self, name: str) -> str:
        """Return what is said in no language: a name, a link."""
        return self.answers.get(name, "")

    def text(self, name: str, language: str) -> Text:
        """Return a text in the reader's language, or in the other one where it is written in that only."""
        in_order = [language, *(each for each in LANGUAGES if each != language)]
        found = (Text(self.fact(f"{name}_{each}"), each) for each in in_order)
        return next((each for each in found if each.words), Text("", language))

    @property
    def conformance(self) -> Conformance:
        """How far the service conforms to the law."""
        return Conformance(self.fact("conformance"))

    @property
    def method(self) -> Method:
        """How it was assessed."""
        return Method(self.fact("method"))

    @property
    def assessed_on(self) -> date:
        """The day of the latest assessment."""
        return date.fromisoformat(self.fact("assessed_on"))

    def is_shipped(self) -> bool:
        """Whether nobody here has gone through it yet."""
        return self.revision == 0

    def is_old(self, today: date) -> bool:
        """Whether more than a year has gone since anybody went through it."""
        return today - self.changed_on > FRESH
