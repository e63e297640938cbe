"""The meetings of a synthetic county: eight items each, and minutes of 300 words for those that have been held."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from app import clock, db
from app.demo.synthetic_words import minutes_body
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.minutes.models import Minutes, PublishedMinutes
from app.networks.models import Network
from app.occasions.kinds import OccasionKind, OccasionState, Reply
from app.occasions.localtime import to_utc
from app.occasions.models import Answer, Occasion, occasion_hosts

DAYS_BACK, DAYS_AHEAD = 300, 700
ITEMS = 8
AT_ONCE = 1_000
REPLIES = (Reply.ON_SITE, Reply.ONLINE, Reply.NO, Reply.UNSURE)
Rows = dict[Any, list[dict[str, Any]]]


def load_synthetic_meetings(count: int, *, networks: Sequence[Network], random: Random, host_name: str) -> None:
    """Insert so many meetings, spread over the networks and over two and a half years around today."""
    for batch in _batches(range(count)):
        rows: Rows = {}
        for number in batch:
            _meeting(rows, number, count, network=networks[number % len(networks)], random=random, host_name=host_name)
        for table, values in rows.items():
            db.session.execute(insert(table), values)


def _meeting(rows: Rows, number: int, count: int, *, network: Network, random: Random, host_name: str) -> None:
    identity = UUID(int=random.getrandbits(128), version=4)
    start, end = _times(number, count)
    title, planned = f"Nätverksträff {number + 1}", clock.now() - timedelta(days=DAYS_BACK + 60)
    _add(rows, Occasion, id=identity, uid=f"m-{identity.hex}@{host_name}", sequence=0, revision=1,
         kind=OccasionKind.MEETING, state=OccasionState.CALLED, title=title, starts_at=start, ends_at=end,
         place="Biblioteket", link="", description="", cancelled_because="", lead_id=network.id, created_at=planned,
         changed_at=planned, created_by_id=network.memberships[0].person_id)  # fmt: skip
    _add(rows, occasion_hosts, occasion_id=identity, network_id=network.id)
    held = end < clock.now()
    _add(rows, Meeting, id=identity, agenda_published_at=planned, minutes_started_at=start if held else None,
         minutes_published_at=end if held else None)  # fmt: skip
    items = [UUID(int=random.getrandbits(128), version=4) for _ in range(ITEMS)]
    for position, item in enumerate(items, 1):
        kind = (ItemKind.INFORMATION, ItemKind.DISCUSSION, ItemKind.DECISION)[position % 3]
        _add(rows, AgendaItem, id=item, meeting_id=identity, position=position, title=f"Punkt {position}: laget runt",
             kind=kind, presenter="Samordnaren", duration=timedelta(minutes=15), created_at=planned)  # fmt: skip
    for member in network.memberships[2:10]:
        _add(rows, Answer, occasion_id=identity, person_id=member.person_id, reply=random.choice(REPLIES),
             answered_at=planned)  # fmt: skip
    if held:
        _publish(rows, network, identity, items, title=title, times=(start, end), number=number + 1, random=random)


def _publish(
    rows: Rows, network: Network, identity: UUID, items: Sequence[UUID], *, title: str,
    times: tuple[datetime, datetime], number: int, random: Random,
) -> None:  # fmt: skip
    start, end = times
    _add(rows, Minutes, meeting_id=identity, network_id=network.id, year=start.year, number=number,
         drafting=False, form=network.record_form, started_at=start)  # fmt: skip
    body = minutes_body(network, title=title, start=start, end=end, number=number, items=items, random=random)
    _add(rows, PublishedMinutes, id=UUID(int=random.getrandbits(128), version=4), meeting_id=identity, version=1,
         published_at=end, published_by="Samordnaren", body=body)  # fmt: skip


def _times(number: int, count: int) -> tuple[datetime, datetime]:
    day = clock.today() + timedelta(days=round((DAYS_BACK + DAYS_AHEAD) * number / max(1, count)) - DAYS_BACK)
    hour = 8 + number % 8
    return _at(day, hour), _at(day, hour + 2)


def _at(day: date, hour: int) -> datetime:
    return to_utc(day, time(hour, 30), zone=clock.zone())


def _add(rows: Rows, table: Any, **values: Any) -> None:
    rows.setdefault(table, []).append(values)


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]
