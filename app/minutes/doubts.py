"""What looks like a slip in minutes that are about to be published. It is told and never stops anybody."""

from app.meetings.kinds import ItemKind
from app.minutes.snapshot import Item, Snapshot
from app.wording import N_, Message


def doubts(paper: Snapshot) -> list[Message]:
    """Return what to look at once more before publishing, each with what to do if it is a slip."""
    found = []
    if not paper.present:
        found.append(Message(N_("Ingen är markerad som närvarande. Gå tillbaka och fyll i närvaron om någon var med.")))
    if not paper.chair:
        found.append(Message(N_("Ingen ordförande står i anteckningarna. Gå tillbaka och skriv vem det var.")))
    return found + [doubt for item in paper.items for doubt in _about(item)]


def _about(item: Item) -> list[Message]:
    """Return what looks odd about one item: it waits but was decided, or it was for a decision and has none."""
    if item.adjourned and item.decisions:
        told = N_(
            "Punkt %(number)s, ”%(title)s”, är bordlagd och har ändå ett beslut. Gå tillbaka och ändra om det är fel."
        )
    elif item.kind == ItemKind.DECISION and not item.adjourned and not item.decisions:
        told = N_(
            "Punkt %(number)s, ”%(title)s”, skulle ge ett beslut men har inget. Skriv det, eller bordlägg punkten."
        )
    else:
        return []
    return [Message(told, number=item.number, title=item.title)]
