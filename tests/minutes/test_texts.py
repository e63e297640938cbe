"""Two texts joined lose no line, a correction tells what it changed, and a version is the same read back."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.minutes.snapshot import Attendee, Decided, Host, Item, Promised, Snapshot, from_json, to_json
from app.minutes.texts import changes, joined
from app.networks.kinds import RecordForm
from app.wording import Message

LINES = st.lists(st.sampled_from(["a", "b", "c", "", "Kalmar: öppet"]), max_size=8).map("\n".join)
TEXT = st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=30)
TIMES = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.none() | st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))
ATTENDEES = st.lists(st.builds(Attendee, TEXT, TEXT, TEXT, TEXT, TEXT), max_size=3).map(tuple)
SAID = st.builds(
    Item, item=TEXT, number=st.integers(1, 99), title=TEXT, kind=TEXT, note=TEXT, adjourned=st.booleans(),
    decisions=st.lists(st.builds(Decided, TEXT, TEXT), max_size=2).map(tuple),
    actions=st.lists(st.builds(Promised, TEXT, TEXT, TEXT), max_size=2).map(tuple),
)  # fmt: skip
SNAPSHOTS = st.builds(
    Snapshot, form=st.sampled_from(RecordForm), number=st.none() | st.integers(1, 999), year=st.integers(2020, 2040),
    subject=TEXT, meeting=TEXT, starts_at=TIMES, ends_at=TIMES, first_day=DAYS, last_day=DAYS, place=TEXT,
    hosts=st.lists(st.builds(Host, TEXT, TEXT, st.integers(1, 12), st.integers(1, 12)), max_size=2).map(tuple),
    chair=TEXT, secretary=TEXT, guests=TEXT, present=ATTENDEES, absent=ATTENDEES,
    items=st.lists(SAID, max_size=3).map(tuple),
)  # fmt: skip


def is_within(lines: list[str], text: list[str]) -> bool:
    """Whether the lines stand in the text in their order."""
    rest = iter(text)
    return all(line in rest for line in lines)


@given(theirs=LINES, mine=LINES)
def test_every_line_of_both_is_there_in_order(theirs: str, mine: str) -> None:
    both = joined(theirs, mine).split("\n")
    assert is_within(theirs.split("\n"), both)
    assert is_within(mine.split("\n"), both)
    assert len(both) <= len(theirs.split("\n")) + len(mine.split("\n"))


@given(text=TEXT)
def test_the_same_text_twice_is_the_text(text: str) -> None:
    assert joined(text, text) == text


def test_common_lines_stand_once() -> None:
    assert joined("Borgholm\nKalmar: a\nNybro", "Borgholm\nKalmar: b\nNybro") == "Borgholm\nKalmar: a\nKalmar: b\nNybro"


@given(snapshot=SNAPSHOTS)
def test_a_version_is_the_same_read_back(snapshot: Snapshot) -> None:
    import json

    assert from_json(json.loads(json.dumps(to_json(snapshot)))) == snapshot


@given(snapshot=SNAPSHOTS)
def test_nothing_changed_between_a_version_and_itself(snapshot: Snapshot) -> None:
    assert changes(snapshot, snapshot) == []


def _snapshot(**said: Any) -> Snapshot:
    item = Item("1", 1, "Budget", "decision", "Elva är med.", False, (Decided("1/2026", "spara"),), ())
    start = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    given: dict[str, Any] = {"items": (item,), "chair": "Bob"} | said
    return Snapshot(
        form=RecordForm.NOTES, number=1, year=2026, subject="", meeting="Möte", starts_at=start, ends_at=start,
        first_day=None, last_day=None, place="", hosts=(), secretary="", guests="", present=(), absent=(), **given,
    )  # fmt: skip


def test_what_changed_is_told_under_its_heading() -> None:
    item = Item("1", 1, "Budget", "decision", "Tolv är med.", True, (Decided("1/2026", "spara"),), ())
    told = changes(_snapshot(), _snapshot(items=(item,), chair="Alice"))
    assert [(each.heading, each.lines) for each in told] == [
        ("Mötet", (("-", "Bob"), ("+", "Alice"))),
        ("1. Budget", (("-", "Elva är med."), ("+", "Tolv är med."), ("+", Message("Bordlagd")))),
    ]


def test_words_that_nobody_wrote_are_kept_apart_to_be_translated() -> None:
    item = Item("1", 1, "Budget", "decision", "Elva är med.", False, (Decided("1/2026", "spara 5 %"),), ())
    ((_, ((_, was), (_, became))),) = [
        (each.heading, each.lines) for each in changes(_snapshot(), _snapshot(items=(item,)))
    ]
    assert (str(was), str(became)) == ("1/2026: att spara", "1/2026: att spara 5 %")
    assert became == Message("%(number)s: att %(what)s", number="1/2026", what="spara 5 %")
