"""Many who save at once, a plug that is pulled in the middle, and a count of what is there afterwards."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from threading import Barrier, Event, Lock

from sqlalchemy import create_engine, text

from tests.proof.house import House

NETWORK = "barn-och-unganatverket"
IN_A_SERIES = 5
COUNTED = text(
    "SELECT occasions.title, (SELECT count(*) FROM occasion_hosts WHERE occasion_id = occasions.id),"
    " (SELECT count(*) FROM agenda_items JOIN meetings ON meetings.id = meeting_id WHERE meetings.id = occasions.id)"
    " FROM occasions WHERE title LIKE :prefix"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the saves of one round."""

    sent: int
    acknowledged: int
    """The server said it was saved."""
    kept: int
    """Those that are there, whole, after a new start: the acknowledged, and perhaps some whose answer got lost."""
    lost: list[str]
    """Acknowledged, and not there."""
    half: list[str]
    """Only partly there."""


def pull_the_plug(house: House, *, seed: int, saves: int) -> Figures:
    """Send saves at once, kill the server when some have been acknowledged, start it again and count.

    Each save writes a dozen rows or more: a meeting with its agenda, or a series of five of them.
    """
    house.sign_in()
    randomly, prefix = Random(seed), f"Prov {seed}-"
    hosts = re.findall(r'name="hosts"[^>]*? value="([^"]+)"', house.page(f"/networks/{NETWORK}/meetings/new"))[:1]
    forms = {f"{prefix}{number}": _form(number, hosts[0]) for number in range(saves)}
    acknowledged = _send(house, forms, kill_after=randomly.randint(1, saves - saves // 4))
    house.start()
    return _count(house, forms, acknowledged, prefix)


def _form(number: int, host: str) -> tuple[str, dict[str, object]]:
    fields: dict[str, object] = {
        "hosts": host, "lasts": "hours", "first_day": f"2027-03-{1 + number % 20:02}", "from_time": "9.00",
        "to_time": "10.00", "standard_agenda": "y", "do": "draft",
    }  # fmt: skip
    if number % 5:
        return f"/networks/{NETWORK}/meetings/new", fields
    first = 1 + number % 20
    days = [f"2027-{3 + (first + 7 * week - 1) // 31:02}-{(first + 7 * week - 1) % 31 + 1:02}" for week in range(5)]
    more = {"rhythm": "weekly", "count": str(IN_A_SERIES), "days": days}
    return f"/networks/{NETWORK}/meetings/series", {**fields, **more}


def _send(house: House, forms: dict[str, tuple[str, dict[str, object]]], *, kill_after: int) -> set[str]:
    acknowledged, lock, enough, start = set[str](), Lock(), Event(), Barrier(len(forms) + 1)

    def save(title: str, address: str, fields: dict[str, object]) -> None:
        start.wait()
        if house.send(address, {**fields, "title": title}) == 303:
            with lock:
                acknowledged.add(title)
                if len(acknowledged) >= kill_after:
                    enough.set()

    with ThreadPoolExecutor(len(forms)) as threads:
        running = [threads.submit(save, title, *form) for title, form in forms.items()]
        start.wait()
        enough.wait(30)
        house.kill()
        for each in running:
            each.result()
    return acknowledged


def _count(
    house: House, forms: dict[str, tuple[str, dict[str, object]]], acknowledged: set[str], prefix: str
) -> Figures:
    engine = create_engine(house.database)
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(COUNTED, {"prefix": f"{prefix}%"})]
    engine.dispose()
    most = max((items for _, _, items in rows), default=0)  # the standard agenda, which every one of them has
    whole = Counter(title for title, hosts, items in rows if hosts == 1 and items == most > 0)
    wanted = {title: IN_A_SERIES if "count" in fields else 1 for title, (_, fields) in forms.items()}
    return Figures(
        sent=len(forms),
        acknowledged=len(acknowledged),
        kept=sum(whole[title] == wanted[title] for title in forms),
        lost=sorted(title for title in acknowledged if whole[title] != wanted[title]),
        half=sorted({title for title, _, _ in rows if whole[title] != wanted[title]}),
    )
