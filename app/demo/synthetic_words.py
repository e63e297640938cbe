"""Three hundred words of minutes that follow from a seed."""

from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from app.meetings.kinds import ItemKind
from app.minutes.snapshot import Attendee, Decided, Host, Item, Promised, Snapshot, to_json
from app.networks.models import Network

WORDS = (
    "biblioteket nätverket kommunerna läsning samtalet kvällen barnen språket mötet hyllan boken gruppen skolan veckan "
    "planerar berättar föreslår undrar minns provar delar visar saknar vill kan ska har och men också där när gemensam "
    "öppen tillgänglig digital lättläst ny gammal större mindre varje någon ingen tillsammans redan snart ofta"
).split()


def minutes_body(
    network: Network, *, title: str, start: datetime, end: datetime, number: int, items: Sequence[UUID], random: Random
) -> dict[str, Any]:
    """Return the published minutes of one meeting, about 300 words over its items."""
    host = Host(network.name, network.slug, network.colour, network.sign)
    people = [each.person for each in network.memberships[:10]]
    present = tuple(Attendee(str(p.id), p.name, p.title, p.municipality.name if p.municipality else "", "on-site")
                    for p in people)  # fmt: skip
    written = tuple(_item(position, item, random) for position, item in enumerate(items, 1))
    return to_json(
        Snapshot(
            form=network.record_form, number=number, year=start.year, subject="Nätverket beslutar", meeting=title,
            starts_at=start, ends_at=end, first_day=None, last_day=None, place="Biblioteket", hosts=(host,), chair="",
            secretary="Samordnaren", guests="", present=present, absent=(), items=written,
        )
    )  # fmt: skip


def _item(position: int, item: UUID, random: Random) -> Item:
    note = " ".join(random.choice(WORDS) for _ in range(38)).capitalize() + "."
    decisions = (Decided("", "fortsätta arbetet tillsammans."),) if position == ITEM_THAT_DECIDES else ()
    actions = (Promised("Skicka underlaget till alla", "Samordnaren", ""),) if position == ITEM_THAT_DECIDES else ()
    return Item(str(item), position, f"Punkt {position}: laget runt", ItemKind.DISCUSSION.value, note, False, decisions,
                actions)  # fmt: skip


ITEM_THAT_DECIDES = 5
