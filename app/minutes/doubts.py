"""What looks like a slip in minutes that are about to be published. It is told and never stops anybody."""

from app.minutes.snapshot import Snapshot
from app.wording import N_, Message


def doubts(paper: Snapshot) -> list[Message]:
    """Return what to look at once more before publishing: nobody was there, or an item both waits and was decided."""
    empty = N_("Ingen är markerad som närvarande. Gå tillbaka och fyll i närvaron om någon var med.")
    both = N_(
        "Punkt %(number)s, ”%(title)s”, är bordlagd och har ändå ett beslut. Gå tillbaka och ändra om det är fel."
    )
    found = [] if paper.present else [Message(empty)]
    torn = (item for item in paper.items if item.adjourned and item.decisions)
    return found + [Message(both, number=item.number, title=item.title) for item in torn]
