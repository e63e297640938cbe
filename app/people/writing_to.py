"""A letter to many at once: their addresses, and a link that opens it in the mail program when it is short enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

LONGEST_LINK = 2_000
"""Some mail programs on Windows take no longer a link than this (in characters)."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Whom to write to. Everybody stands as a blind copy: nobody gets the others' addresses."""

    to: tuple[str, ...]

    @property
    def addresses(self) -> str:
        """The addresses as mail programs take them: semicolons between."""
        return "; ".join(self.to)

    @property
    def mailto(self) -> str:
        """The link (RFC 6068); empty when it would be too long, or to nobody."""
        link = "mailto:?bcc=" + ",".join(quote(each, safe="@") for each in self.to)
        return link if self.to and len(link) < LONGEST_LINK else ""


def letter_to(addresses: Iterable[str]) -> Letter:
    """Return a letter to some addresses, each once."""
    return Letter(tuple(dict.fromkeys(addresses)))
